import {
  civilDate,
  commandContext,
  DemoClock,
  derivedId,
  instant,
  partialDate,
  runPolicy,
  START,
  type MemoryEventStore,
  type Position,
  type Repository,
} from '@liggare/kernel';
import type { ReadModels } from '@liggare/platform';
import type { QueryBus } from '@nestjs/cqrs';
import fc from 'fast-check';
import type { DecisionCommand } from '../domain/decision-commands.js';
import { decisionAggregate } from '../domain/decision.js';
import { legalForceOf } from '../domain/legal-force.js';
import { meetingAggregate, type MeetingCommand } from '../domain/meeting.js';
import { emptyRegister } from '../testing/registry.js';
import { FindDecision, FindDecisionsOfMeeting, FindMeeting, type ChangeDecision } from './messages.js';
import { MinutesReachDecisions } from './minutes-reach-decisions.policy.js';

const meetingId = derivedId('meeting', 1);
const [atOnce, rest, first, second] = ['at once', 'rest', 'first', 'second'].map((word) => derivedId(word)) as [
  string,
  string,
  string,
  string,
];
const day = civilDate;
const END = day('2030-01-01');

const meeting: MeetingCommand = { type: 'RecordMeeting', meetingId, organ: {}, date: partialDate('2024-04-15') };
const decision = (paragraph: string | undefined, more: object = {}): DecisionCommand => ({
  type: 'RecordDecision',
  decisionId: derivedId('decision', paragraph ?? 'none'),
  instrument: 'meeting',
  outcome: 'adopted',
  decidedOn: partialDate('2024-04-15'),
  confidence: 'certain',
  points: [{ number: 1, kind: 'other', text: 'Bifall' }],
  meetingId,
  ...(paragraph === undefined ? {} : { paragraph }),
  ...more,
});
const adjustAtOnce: MeetingCommand = {
  type: 'AdjustParagraphs',
  adjustmentId: atOnce,
  paragraphs: ['12', '14'],
  on: day('2024-04-15'),
  immediate: true,
};
const adjustRest: MeetingCommand = {
  type: 'AdjustParagraphs',
  adjustmentId: rest,
  on: day('2024-04-24'),
  immediate: false,
};
const announceAtOnce: MeetingCommand = {
  type: 'PostParagraphsNotice',
  noticeId: first,
  paragraphs: ['§ 12', '14'],
  on: day('2024-04-16'),
};
const announceRest: MeetingCommand = {
  type: 'PostParagraphsNotice',
  noticeId: second,
  paragraphs: ['1–11', '13', '15–54'],
  on: day('2024-04-25'),
};

describe('the minutes of a meeting reach its decisions', () => {
  let store: MemoryEventStore;
  let repository: Repository;
  let checkpoint: Position;
  let commands = 0;

  beforeEach(() => begin());

  function begin(): void {
    ({ store, repository } = emptyRegister());
    checkpoint = START;
  }

  const ofMeeting = (change: MeetingCommand) =>
    repository.execute(meetingAggregate, meetingId, change, commandContext({ commandId: derivedId('c', commands++) }));
  const ofDecision = (change: DecisionCommand, id = (change as { decisionId?: string }).decisionId!) =>
    repository.execute(decisionAggregate, id, change, commandContext({ commandId: derivedId('c', commands++) }));
  const forceOf = async (paragraph: string | undefined) =>
    legalForceOf((await stateOf(paragraph)).state, 1, END).gainedOn;
  const stateOf = (paragraph: string | undefined) =>
    repository.load(decisionAggregate, derivedId('decision', paragraph ?? 'none'));

  it('each paragraph by its own set, also a decision that is registered afterwards, edge case 8', async () => {
    await ofMeeting(meeting);
    await ofDecision(decision('§ 12'));
    await ofDecision(decision('13'));
    for (const change of [adjustAtOnce, adjustRest, announceAtOnce, announceRest]) await ofMeeting(change);
    await react();
    await ofDecision(decision('14'));
    await ofDecision(decision('55'));
    await react();
    expect(await Promise.all(['§ 12', '13', '14', '55'].map(forceOf))).toEqual([
      '2024-05-08',
      '2024-05-17',
      '2024-05-08',
      undefined,
    ]);
    expect((await stateOf('55')).state.proceedings.adjusted?.adjustmentId).toBe(rest);
  });

  it('with the event of the meeting as the cause, in the name of the policy', async () => {
    await ofMeeting(meeting);
    await ofDecision(decision('12'));
    await react();
    await ofMeeting(adjustAtOnce);
    await react();
    const events = [];
    for await (const event of store.readAll()) events.push(event);
    const [cause, effect] = [events.at(-2)!, events.at(-1)!];
    expect([cause.type, effect.type]).toEqual(['ParagraphsAdjusted', 'MinutesAdjusted']);
    expect(effect.metadata).toMatchObject({
      actor: { id: 'policy:minutes-reach-decisions' },
      causationId: cause.eventId,
    });
  });

  it('taken down early, and put up anew, edge case 6', async () => {
    await ofMeeting(meeting);
    await ofDecision(decision('12'));
    await ofMeeting(adjustAtOnce);
    await ofMeeting(announceAtOnce);
    await ofMeeting({ type: 'TakeParagraphsNoticeDown', noticeId: first, on: day('2024-04-20') });
    await react();
    expect(await forceOf('12')).toBeUndefined();
    const anew = { noticeId: second, paragraphs: ['12'], on: day('2024-04-22'), replaces: first } as const;
    await ofMeeting({ type: 'PostParagraphsNotice', ...anew });
    await react();
    expect(await forceOf('12')).toBe('2024-05-14');
  });

  it('in what is corrected: the set, the notice, the decision’s own paragraph and meeting, edge case 10', async () => {
    await ofMeeting(meeting);
    await ofDecision(decision('12'));
    for (const change of [adjustAtOnce, announceAtOnce]) await ofMeeting(change);
    await react();
    await ofMeeting({ type: 'CorrectParagraphsNotice', noticeId: first, on: day('2024-04-18') });
    await react();
    // Three weeks end on Ascension Day.
    expect(await forceOf('12')).toBe('2024-05-11');
    const { id } = (await stateOf('12')).state;
    await ofDecision({ type: 'CorrectDecisionRegistration', paragraph: '13' }, id);
    await react();
    expect((await stateOf('12')).state.proceedings).toEqual({ notices: [], appeals: [] });
    await ofDecision({ type: 'CorrectDecisionRegistration', paragraph: '14' }, id);
    await react();
    expect(await forceOf('12')).toBe('2024-05-11');
    await ofDecision({ type: 'CorrectDecisionRegistration', clears: ['meetingId'] }, id);
    await react();
    expect(await forceOf('12')).toBeUndefined();
  });

  it('a delegated decision by the meeting it was reported to, edge case 39', async () => {
    await ofMeeting(meeting);
    await ofMeeting(announceAtOnce);
    const delegated = { instrument: 'delegated', meetingId: undefined };
    await ofDecision(decision(undefined, delegated));
    const { id } = (await stateOf(undefined)).state;
    await ofDecision({ type: 'ReportDecision', on: partialDate('2024-04-15'), meetingId, paragraph: '14' }, id);
    await react();
    expect(await forceOf(undefined)).toBe('2024-05-08');
  });

  it('not an entry made in error', async () => {
    await ofMeeting(meeting);
    await ofDecision(decision('12'));
    await ofDecision({ type: 'DiscardDecision' }, derivedId('decision', '12'));
    await ofMeeting(adjustAtOnce);
    await react();
    expect((await stateOf('12')).state.proceedings.adjusted).toBeUndefined();
  });

  it('in any order, however often the policy stops and starts over, with the same legal force', async () => {
    const paragraphs = ['1', '12', '13', '14', '54', '55', undefined];
    const down: MeetingCommand = { type: 'TakeParagraphsNoticeDown', noticeId: first, on: day('2024-05-20') };
    const wrong: MeetingCommand = {
      type: 'AdjustParagraphs',
      adjustmentId: atOnce,
      on: day('2024-04-17'),
      immediate: true,
    };
    const right: MeetingCommand = {
      ...{ type: 'CorrectParagraphsAdjustment', adjustmentId: atOnce },
      ...{ paragraphs: ['12', '14'], on: day('2024-04-15') },
    };
    // Of the same thing in this order; between them in any.
    const threads: readonly (readonly (() => Promise<unknown>)[])[] = [
      [wrong, right].map((change) => () => ofMeeting(change)),
      [announceAtOnce, down].map((change) => () => ofMeeting(change)),
      [() => ofMeeting(adjustRest)],
      [() => ofMeeting(announceRest)],
      ...paragraphs.map((paragraph) => [() => ofDecision(decision(paragraph))]),
    ];
    const outcome = async () => {
      const states = await Promise.all(paragraphs.map(stateOf));
      return states.map(({ state }) => ({
        force: legalForceOf(state, 1, END),
        adjusted: state.proceedings.adjusted,
      }));
    };
    await ofMeeting(meeting);
    for (const thread of threads) for (const step of thread) await step();
    await react();
    const expected = await outcome();
    expect(expected.map(({ force }) => force.gainedOn ?? null)).toEqual([
      ...['2024-05-17', '2024-05-08', '2024-05-17', '2024-05-08', '2024-05-17'],
      ...[null, null],
    ]);
    const turns = threads.flatMap((thread, index) => thread.map(() => index));
    const reactions = ['none', 'on', 'from the beginning'] as const;
    const order = fc.shuffledSubarray(turns, { minLength: turns.length });
    const between = fc.array(fc.constantFrom(...reactions), { minLength: turns.length, maxLength: turns.length });
    await fc.assert(
      fc.asyncProperty(order, between, async (turnsTaken, reactsBetween) => {
        begin();
        await ofMeeting(meeting);
        const at = threads.map(() => 0);
        for (const [step, index] of turnsTaken.entries()) {
          await threads[index]![at[index]!++]!();
          const reaction = reactsBetween[step]!;
          if (reaction === 'from the beginning') checkpoint = START;
          if (reaction !== 'none') await react();
        }
        await react();
        expect(await outcome()).toEqual(expected);
        const head = await store.head();
        checkpoint = START;
        await react();
        expect(await store.head()).toBe(head);
      }),
      { numRuns: 60 },
    );
  });

  /** Carries the policy on from where it was to the end of the log, as it was when it began. */
  async function react(): Promise<void> {
    const ended = new AbortController();
    const policy = new MinutesReachDecisions(
      { waitFor: () => Promise.resolve(true) } as Partial<ReadModels> as ReadModels,
      { execute: answer } as Partial<QueryBus> as QueryBus,
    );
    const head = await store.head();
    if (checkpoint >= head) return;
    await runPolicy(policy, {
      store,
      clock: new DemoClock(instant('2024-06-01T09:00:00Z')),
      signal: ended.signal,
      dispatch: (message) => {
        const { id, change, context, options } = message as ChangeDecision;
        return repository.execute(decisionAggregate, id, change, context, options);
      },
      checkpoints: {
        load: () => Promise.resolve(checkpoint),
        save: (_name, position) => {
          checkpoint = position;
          if (position >= head) ended.abort();
          return Promise.resolve();
        },
      },
      onFailure: (_name, _event, error) => {
        ended.abort();
        throw error;
      },
    });
  }

  /** As the handlers do, with the log in place of the read model. */
  async function answer(query: unknown): Promise<unknown> {
    if (query instanceof FindMeeting) return (await repository.load(meetingAggregate, query.id)).state;
    if (query instanceof FindDecision) {
      const { state } = await repository.load(decisionAggregate, query.id);
      return state.registeredInError ? undefined : state;
    }
    const { meetingId: wanted } = query as FindDecisionsOfMeeting;
    const found = new Set<string>();
    for await (const { stream, data } of store.readAll({ filter: { streamPrefixes: ['decision-'] } })) {
      if ((data as { meetingId?: string }).meetingId === wanted) found.add(stream.slice('decision-'.length));
    }
    return [...found];
  }
});
