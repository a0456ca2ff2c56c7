import { Refusal, withoutUndefined, type DecideContext } from '@liggare/kernel';
import { changedFields, withoutFields } from './changed-fields.js';
import { checkSetOrCleared } from './clearing.js';
import type { ElectionEvent } from './election-events.js';
import type { Election, ElectionCommand, ElectionFacts, ElectionList, WithElections } from './election.js';
import { checkNamed, checkOnce, sealName, type PlainName } from './named-person.js';
import { sealedUnder } from './sealed-under.js';

/**
 * That a request was too small, votes do not add up or the wrong list got a seat is remarked upon and not refused; what
 * no election can be is.
 * @throws Refusal `unknown-election`, `list-numbered-twice`, `unknown-list`, `same-person-twice`, `nobody-named`,
 * `fills-itself`, `set-and-cleared`
 */
export function decideElection(
  state: WithElections,
  command: ElectionCommand,
  context: DecideContext,
): readonly ElectionEvent[] {
  const decisionId = state.id;
  const facts = factsOf(decisionId, command);
  if (command.type === 'RecordElection') {
    const { method, office, seats } = command;
    const lists = listsOf(decisionId, command.lists);
    const election = { electionId: context.id(0), method, office, seats, lists, ...facts };
    checkFits(election);
    return [{ type: 'ElectionRecorded', data: { decisionId, ...election } }];
  }
  const { electionId, method, office, seats, clears = [] } = command;
  const election = state.elections.find((each) => each.electionId === electionId);
  if (!election) throw new Refusal('unknown-election', 'the decision has no such election', '/electionId');
  const lists = command.lists && listsOf(decisionId, command.lists);
  const set = { ...withoutUndefined({ method, office, seats, lists }), ...facts };
  checkSetOrCleared(set, clears);
  checkFits({ ...withoutFields(election, clears), ...set });
  const cleared = clears.filter((name) => election[name] !== undefined);
  const said = {
    ...changedFields(election, set),
    ...(cleared.length === 0 ? {} : { clears: cleared }),
    ...(command.withdrawn === true ? ({ withdrawn: true } as const) : {}),
  };
  if (Object.keys(said).length === 0) return [];
  const reason = sealedUnder(decisionId)(command.reason);
  const data = { decisionId, electionId, ...said, ...withoutUndefined({ reason }) };
  return [{ type: 'ElectionRegistrationCorrected', data }];
}

function factsOf(decisionId: string, command: ElectionFacts<PlainName, string>) {
  const { point, statute, request, invalidBallots, lots, lotNote, elected, fills } = command;
  elected?.forEach((each, index) => checkNamed(each, `/elected/${index}/personId`));
  checkOnce(elected ?? [], '/elected');
  return withoutUndefined({
    ...{ point, statute, invalidBallots },
    request: request && withoutUndefined({ by: request.by, present: request.present }),
    lots: lots && [...lots],
    lotNote: sealedUnder(decisionId)(lotNote),
    elected: elected?.map((each) => ({
      ...sealName(decisionId, each),
      ...withoutUndefined({ list: each.list, votes: each.votes }),
    })),
    fills: fills && {
      ...{ decisionId: fills.decisionId, electionId: fills.electionId },
      ...withoutUndefined({ list: fills.list }),
    },
  });
}

function listsOf(decisionId: string, lists: readonly ElectionList<PlainName, string>[]) {
  return lists.map(({ number, designation, partyIds, votes, candidates }, index) => {
    candidates?.forEach((each, nth) => checkNamed(each, `/lists/${index}/candidates/${nth}/personId`));
    checkOnce(candidates ?? [], `/lists/${index}/candidates`);
    return {
      number,
      ...withoutUndefined({
        designation: sealedUnder(decisionId)(designation),
        partyIds: partyIds && [...partyIds],
        votes,
        candidates: candidates?.map((each) => sealName(decisionId, each)),
      }),
    };
  });
}

function checkFits({ electionId, lists, lots = [], elected = [], fills }: Election): void {
  const numbers = lists.map(({ number }) => number);
  const twice = numbers.findIndex((number, index) => numbers.indexOf(number) < index);
  if (twice !== -1) {
    throw new Refusal('list-numbered-twice', 'two lists have the same number', `/lists/${twice}/number`);
  }
  const unknown = lots.findIndex((list) => !numbers.includes(list));
  if (unknown !== -1) throw new Refusal('unknown-list', 'the election has no such list', `/lots/${unknown}`);
  const stray = elected.findIndex(({ list }) => list !== undefined && !numbers.includes(list));
  if (stray !== -1) throw new Refusal('unknown-list', 'the election has no such list', `/elected/${stray}/list`);
  if (fills?.electionId === electionId) {
    throw new Refusal('fills-itself', 'an election cannot fill a seat of itself', '/fills/electionId');
  }
}
