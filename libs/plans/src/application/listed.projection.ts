import { dateRangeText, foldingProjection } from '@liggare/projections';
import { type CivilDate, firstDay } from '@liggare/kernel';
import { actionPlanAggregate } from '../domain/action-plan.js';
import { agreementAggregate, agreementPeriod } from '../domain/agreement.js';
import { coordinationAggregate } from '../domain/coordination.js';
import { endDay } from '../domain/days.js';
import { situationReportAggregate } from '../domain/situation-report.js';

/** Which there are, since when they are known, and the days they are about; what they are is in the log. */
const schema = `
  create table listed (
    id            uuid not null,
    title         text not null,
    valid         daterange not null,
    recorded_from numeric not null,
    recorded_to   numeric check (recorded_to > recorded_from)
  );
  create unique index on listed (id) where recorded_to is null;
  create index on listed (id);
`;
const columns = { id: 'uuid', title: 'text', valid: 'daterange' } as const;

interface Listing {
  readonly id: string;
  readonly title: string;
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
}

/** One row an aggregate, for lists of a day. */
function tables<State>(list: (state: State) => Listing | undefined) {
  const rows = (state: State) => {
    const listing = list(state);
    if (!listing) return [];
    const { id, title, from, to } = listing;
    const ordered = from !== undefined && to !== undefined && to < from ? from : to;
    const period = { ...(from === undefined ? {} : { from }), ...(ordered === undefined ? {} : { to: ordered }) };
    return [{ id, title, valid: dateRangeText(period) }];
  };
  return [{ table: 'listed', key: 'id', columns, rows }];
}

export const situationReportsProjection = foldingProjection({
  ...{ name: 'situation-reports', version: 1, schema, aggregate: situationReportAggregate },
  tables: tables<typeof situationReportAggregate.initialState>(({ id, versions }) => {
    const days = versions.map(({ adoptedOn }) => firstDay(adoptedOn));
    const from = days.includes(undefined) ? undefined : (days as CivilDate[]).sort()[0];
    return versions.length === 0 ? undefined : { id, title: versions.at(-1)!.title, from };
  }),
});

export const actionPlansProjection = foldingProjection({
  ...{ name: 'action-plans', version: 1, schema, aggregate: actionPlanAggregate },
  tables: tables<typeof actionPlanAggregate.initialState>(({ id, versions }) => {
    const starts = versions.map(({ from, adoptedOn }) => firstDay(from ?? adoptedOn));
    const ends = versions.map(({ to }) => endDay(to));
    const from = starts.includes(undefined) ? undefined : (starts as CivilDate[]).sort()[0];
    const to = ends.includes(undefined) ? undefined : (ends as CivilDate[]).sort().at(-1);
    return versions.length === 0 ? undefined : { id, title: versions.at(-1)!.title, from, to };
  }),
});

export const agreementsProjection = foldingProjection({
  ...{ name: 'agreements', version: 1, schema, aggregate: agreementAggregate },
  tables: tables<typeof agreementAggregate.initialState>((state) =>
    state.id === '' ? undefined : { id: state.id, title: state.registered.title, ...agreementPeriod(state) },
  ),
});

export const coordinationProjection = foldingProjection({
  ...{ name: 'coordination', version: 1, schema, aggregate: coordinationAggregate },
  tables: tables<typeof coordinationAggregate.initialState>(({ id }) =>
    id === '' ? undefined : { id, title: 'Samordning · Coordination' },
  ),
});
