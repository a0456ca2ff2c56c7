import {
  addDays,
  civilDate,
  commandContext,
  derivedId,
  MemoryEventStore,
  partialDate,
  Refusal,
  Repository,
  UNKNOWN_DATE,
} from '@liggare/kernel';
import fc from 'fast-check';
import type { IndicatorCommand } from '../domain/indicator-commands.js';
import { indicatorAggregate, type IndicatorState } from '../domain/indicator.js';
import type { InitiativeCommand } from '../domain/initiative-commands.js';
import { initiativeAggregate, type InitiativeState } from '../domain/initiative.js';
import type { ProblemCommand } from '../domain/problem-commands.js';
import { problemAggregate, type ProblemState } from '../domain/problem.js';

const epoch = civilDate('2024-01-30');
export const days = Array.from({ length: 12 }, (_, n) => addDays(epoch, n - 1));
export const [problems, initiatives, indicators] = ['problem', 'initiative', 'indicator'].map((kind) =>
  [0, 1].map((n) => derivedId(kind, n)),
) as [string[], string[], string[]];
const day = fc.integer({ min: 0, max: 9 }).map((offset) => addDays(epoch, offset));
const date = fc.oneof(
  { weight: 4, arbitrary: day.map((d) => partialDate(d)) },
  fc.constantFrom(partialDate('2024-02'), partialDate('../2024-02-01'), UNKNOWN_DATE),
);
const nth = fc.integer({ min: 0, max: 5 });
const period = fc
  .tuple(day, fc.integer({ min: 0, max: 4 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));
const [problem, initiative, indicator] = [problems, initiatives, indicators].map((ids) => fc.constantFrom(...ids)) as [
  fc.Arbitrary<string>,
  fc.Arbitrary<string>,
  fc.Arbitrary<string>,
];
const value = fc.constantFrom(38, 37.5, 41);

/** What somebody may ask next; a step that does not fit what is there is refused and changes nothing. */
export type Step = (repository: Repository) => Promise<unknown>;

const onProblem = (id: string, command: (state: ProblemState) => ProblemCommand): Step => {
  return async (repository) => {
    const { state } = await repository.load(problemAggregate, id);
    return repository.execute(problemAggregate, id, command(state), commandContext()).catch(unlessRefused);
  };
};
const onInitiative = (id: string, command: (state: InitiativeState) => InitiativeCommand): Step => {
  return async (repository) => {
    const { state } = await repository.load(initiativeAggregate, id);
    return repository.execute(initiativeAggregate, id, command(state), commandContext()).catch(unlessRefused);
  };
};
const onIndicator = (id: string, command: (state: IndicatorState) => IndicatorCommand): Step => {
  return async (repository) => {
    const { state } = await repository.load(indicatorAggregate, id);
    return repository.execute(indicatorAggregate, id, command(state), commandContext()).catch(unlessRefused);
  };
};

const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(all.length, 1)];
const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(problem, date)
    .map(([id, from]) => onProblem(id, () => ({ type: 'IdentifyCause', text: 'X', factor: 'risk', from }))),
  fc.tuple(problem, nth, date).map(([id, n, to]) =>
    onProblem(id, ({ causes }) => {
      return { type: 'WithdrawCause', causeId: pick(causes, n)?.causeId ?? '', to };
    }),
  ),
  fc
    .tuple(problem, fc.constantFrom('CloseProblem', 'ReopenProblem' as const), date)
    .map(([id, type, on]) => onProblem(id, () => ({ type: type as 'CloseProblem', on }))),
  fc
    .tuple(problem, day)
    .map(([id, from]) => onProblem(id, () => ({ type: 'ReviseProblem', from, title: `Från ${from}` }))),
  fc
    .tuple(initiative, problem, date)
    .map(([id, problemId, from]) => onInitiative(id, () => ({ type: 'AddressProblem', problemId, from }))),
  fc.tuple(initiative, nth, date).map(([id, n, to]) =>
    onInitiative(id, ({ addresses }) => {
      return { type: 'StopAddressingProblem', addressId: pick(addresses, n)?.addressId ?? '', to };
    }),
  ),
  fc
    .tuple(initiative, period, day)
    .map(([id, of, dueOn]) => onInitiative(id, () => ({ type: 'PlanFollowUp', period: of, dueOn }))),
  fc.tuple(initiative, period, date, nth, fc.boolean()).map(([id, of, madeOn, n, names]) =>
    onInitiative(id, ({ plannedFollowUps }) => {
      const planned = names ? pick(plannedFollowUps, n) : undefined;
      const record = { type: 'RecordFollowUp', period: of, madeOn, assessment: 'on-track' } as const;
      return planned ? { ...record, plannedId: planned.plannedId } : record;
    }),
  ),
  fc.tuple(initiative, nth).map(([id, n]) =>
    onInitiative(id, ({ addresses, followUps, plannedFollowUps }) => {
      const ids = [
        ...addresses.map(({ addressId }) => addressId),
        ...followUps.map(({ followUpId }) => followUpId),
        ...plannedFollowUps.map(({ plannedId }) => plannedId),
      ];
      return { type: 'CorrectInitiativeRegistration', corrects: pick(ids, n) ?? '', withdrawn: true };
    }),
  ),
  fc.tuple(indicator, day, fc.boolean()).map(([id, from, breaksSeries]) => {
    const definition = { definition: 'D', unit: '%', source: 'NTU' };
    return onIndicator(id, () => ({ type: 'RedefineIndicator', ...definition, from, breaksSeries }));
  }),
  fc.tuple(indicator, period, value, nth, fc.boolean()).map(([id, of, measured, n, names]) =>
    onIndicator(id, ({ versions }) => {
      const record = { type: 'RecordMeasurement', period: of, value: measured } as const;
      return names ? { ...record, versionId: pick(versions, n)?.versionId ?? '' } : record;
    }),
  ),
  fc
    .tuple(indicator, value, day)
    .map(([id, aim, by]) => onIndicator(id, () => ({ type: 'SetTarget', value: aim, by }))),
  fc.tuple(indicator, fc.boolean(), initiative, problem, date).map(([id, first, initiativeId, problemId, from]) => {
    const subject = first ? { initiativeId } : { problemId };
    return onIndicator(id, () => ({ type: 'LinkIndicator', subject, from }));
  }),
  fc.tuple(indicator, nth, date).map(([id, n, to]) =>
    onIndicator(id, ({ links }) => {
      return { type: 'UnlinkIndicator', linkId: pick(links, n)?.linkId ?? '', to };
    }),
  ),
  fc.tuple(indicator, nth).map(([id, n]) =>
    onIndicator(id, ({ measurements, versions }) => {
      const ids = [
        ...measurements.map(({ measurementId }) => measurementId),
        ...versions.map(({ versionId }) => versionId),
      ];
      return { type: 'CorrectIndicatorRegistration', corrects: pick(ids, n) ?? '', withdrawn: true };
    }),
  ),
);
export const history = fc.array(step, { minLength: 1, maxLength: 30 });
const sealer = {
  seal: (_: string, event: { readonly type: string; readonly data: object }) => Promise.resolve({ event }),
};

/** The log after these steps. */
export async function lived(steps: readonly Step[]) {
  const store = new MemoryEventStore();
  const repository = new Repository(store, { sealer });
  const all: Step[] = [
    ...problems.map((problemId) =>
      onProblem(problemId, () => ({ type: 'RegisterProblem', problemId, title: 'P', areas: [] })),
    ),
    ...initiatives.map((initiativeId) => {
      const described = { title: 'Å', kinds: [], level: 'unspecified', areas: [], confidence: 'certain' } as const;
      return onInitiative(initiativeId, () => ({
        ...{ type: 'RegisterInitiative', initiativeId },
        ...described,
      }));
    }),
    ...indicators.map((indicatorId) => {
      const defined = { definition: 'D', unit: '%', source: 'NTU', from: partialDate('2024-01-31') };
      const about = { name: 'I', direction: 'lower', frequency: 'irregular' } as const;
      return onIndicator(indicatorId, () => ({
        ...{ type: 'RegisterIndicator', indicatorId },
        ...{ ...about, ...defined },
      }));
    }),
  ];
  for (const each of [...all, ...steps]) await each(repository);
  return { store, repository };
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
