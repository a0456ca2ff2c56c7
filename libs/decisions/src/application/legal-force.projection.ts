import { derivedId } from '@liggare/kernel';
import { foldingProjection, type Row } from '@liggare/projections';
import type { DecisionEvent } from '../domain/decision-events.js';
import { decisionAggregate, type DecisionState } from '../domain/decision.js';
import { mayHaveEffect } from '../domain/decision-view.js';
import { appealPeriods, legalForceOf } from '../domain/legal-force.js';

/** Any day does: the days of legal force do not depend on it. */
const ANY_DAY = '9999-12-31' as Parameters<typeof legalForceOf>[2];

/** When each point gains legal force and when it is under appeal: days, so that any day can be asked about. */
export const legalForceProjection = foldingProjection<DecisionState, DecisionEvent>({
  name: 'legal-force',
  version: 3,
  aggregate: decisionAggregate,
  schema: `
    create table point (
      id              uuid not null,
      decision_id     uuid not null,
      point           integer not null,
      last_appeal_day date,
      gained_on       date,
      appealed_from   date,
      appealed_to     date,
      annulled_on     date,
      recorded_from   numeric not null,
      recorded_to     numeric check (recorded_to > recorded_from)
    );
    create unique index on point (id) where recorded_to is null;
    create index on point (gained_on);
    create index on point (appealed_from) where appealed_from is not null;
    create index on point (decision_id, point);
  `,
  tables: [
    {
      table: 'point',
      key: 'id',
      columns: {
        id: 'uuid',
        decision_id: 'uuid',
        point: 'integer',
        last_appeal_day: 'date',
        gained_on: 'date',
        appealed_from: 'date',
        appealed_to: 'date',
        annulled_on: 'date',
      },
      rows: pointRows,
    },
  ],
});

/** One row a point; of several appeals the one that is over last, or not yet. */
function pointRows(state: DecisionState): readonly Row[] {
  if (state.id === '' || !mayHaveEffect(state)) return [];
  return state.points.map(({ number }) => {
    const { lastAppealDay, gainedOn } = legalForceOf(state, number, ANY_DAY);
    const periods = appealPeriods(state, number);
    const open = periods.some(({ to }) => to === undefined);
    const annulled = state.annulments.find((a) => a.finalOn !== undefined && a.points.includes(number));
    return {
      id: derivedId('legal-force', state.id, String(number)),
      decision_id: state.id,
      point: String(number),
      last_appeal_day: lastAppealDay ?? null,
      gained_on: gainedOn ?? null,
      appealed_from: periods.map(({ from }) => from).sort()[0] ?? null,
      appealed_to: open
        ? null
        : (periods
            .map(({ to }) => to!)
            .sort()
            .at(-1) ?? null),
      annulled_on: annulled?.finalOn ?? null,
    };
  });
}
