import type { CivilDate, Position, Repository } from '@liggare/kernel';
import { presentIndicator } from '../domain/indicator-view.js';
import { indicatorAggregate } from '../domain/indicator.js';
import { presentInitiative } from '../domain/initiative-view.js';
import { initiativeAggregate } from '../domain/initiative.js';
import { presentProblem } from '../domain/problem-view.js';
import { problemAggregate } from '../domain/problem.js';
import { indicators, initiatives, problems } from './chain-history.js';

/** The same answers from the folded aggregates, without SQL. */
export async function foldChain(
  repository: Repository,
  { validAt, knownAt }: { readonly validAt: CivilDate; readonly knownAt: Position },
) {
  const known = async <State extends { readonly id: string }, View>(
    load: (id: string) => Promise<{ readonly state: State }>,
    ids: readonly string[],
    present: (state: State, validAt: CivilDate) => View,
  ) => {
    const states = await Promise.all(ids.map(load));
    return states.filter(({ state }) => state.id !== '').map(({ state }) => present(state, validAt));
  };
  const p = await known((id) => repository.load(problemAggregate, id, knownAt), problems, presentProblem);
  const a = await known((id) => repository.load(initiativeAggregate, id, knownAt), initiatives, presentInitiative);
  const i = await known((id) => repository.load(indicatorAggregate, id, knownAt), indicators, presentIndicator);
  const unique = (ids: readonly string[]) => [...new Set(ids)].toSorted();
  return {
    meeting: (problemId: string) =>
      a.filter(({ addresses }) => addresses.some((one) => one.problemId === problemId)).map(({ id }) => id),
    metBy: (id: string) =>
      unique(a.filter((one) => one.id === id).flatMap(({ addresses }) => addresses.map((one) => one.problemId))),
    from: (problemIds: readonly string[], initiativeIds: readonly string[]) => ({
      problems: unique(p.filter(({ id }) => problemIds.includes(id)).map(({ id, status }) => `${id} ${status}`)),
      causes: unique(
        p.filter(({ id }) => problemIds.includes(id)).flatMap(({ causes }) => causes.map(({ causeId }) => causeId)),
      ),
      initiatives: unique(a.filter(({ id }) => initiativeIds.includes(id)).map(({ id }) => id)),
      indicators: unique(
        i
          .filter(({ links }) =>
            links.some(
              ({ subject }) =>
                initiativeIds.includes(subject.initiativeId ?? '') || problemIds.includes(subject.problemId ?? ''),
            ),
          )
          .map(({ id }) => id),
      ),
      followUps: unique(
        a
          .filter(({ id }) => initiativeIds.includes(id))
          .flatMap(({ followUps }) => followUps.map(({ followUpId }) => followUpId)),
      ),
    }),
    planned: a
      .flatMap(({ plannedFollowUps }) => plannedFollowUps.map(({ plannedId, status }) => `${plannedId} ${status}`))
      .toSorted(),
    latest: i
      .toSorted((x, y) => (x.id < y.id ? -1 : 1))
      .map(({ id, latest }) => `${id} ${latest?.value} ${latest?.breakBefore}`),
  };
}
