import {
  commandContext,
  derivedId,
  freshId,
  NotFound,
  partialDate,
  Refusal,
  type MemoryEventStore,
  type Repository,
} from '@liggare/kernel';
import type { DecisionCommand, RecordDecision } from '../domain/decision-commands.js';
import { decisionAggregate } from '../domain/decision.js';
import type { MeetingCommand } from '../domain/meeting.js';
import { emptyRegister } from '../testing/registry.js';
import {
  ChangeDecisionHandler,
  ChangeMatterHandler,
  ChangeMeetingHandler,
  FindDecisionHandler,
  FindDecisionPointHandler,
  FindMatterHandler,
  FindMeetingHandler,
} from './handlers.js';
import {
  ChangeDecision,
  ChangeMatter,
  ChangeMeeting,
  FindDecision,
  FindDecisionPoint,
  FindMatter,
  FindMeeting,
} from './messages.js';
import { References } from './references.js';

const decisionId = derivedId('decision', 1);
const nothing = derivedId('decision', 2);
const recorded: RecordDecision = {
  type: 'RecordDecision',
  decisionId,
  instrument: 'meeting',
  outcome: 'adopted',
  decidedOn: partialDate('2023-02-13'),
  confidence: 'certain',
  points: [{ number: 1, kind: 'elects', text: 'Val' }],
};

describe('changing decisions', () => {
  let repository: Repository;
  let references: References;
  let store: MemoryEventStore;
  let decide: (change: DecisionCommand, id?: string) => Promise<unknown>;

  beforeEach(async () => {
    ({ repository, store } = emptyRegister());
    references = new References(repository, store);
    const handler = new ChangeDecisionHandler(repository, references);
    decide = (change, id = decisionId) =>
      handler.execute(
        new ChangeDecision(id, change, commandContext(), {
          expected: change.type === 'RecordDecision' ? 'new' : 'existing',
        }),
      );
    await decide(recorded);
  });

  const other = { ...recorded, decisionId: nothing };
  it.each<[string, string, DecisionCommand]>([
    ['unknown-meeting', '/meetingId', { ...other, meetingId: nothing }],
    ['unknown-matter', '/matterId', { ...other, matterId: nothing }],
    ['unknown-group', '/organ/groupId', { ...other, organ: { groupId: nothing } }],
    ['unknown-decision', '/refersTo/1', { ...other, refersTo: [{ decisionId }, { decisionId: nothing }] }],
    ['unknown-decision-point', '/refersTo/0', { ...other, refersTo: [{ decisionId, point: 2 }] }],
  ])('refuses %s at %s', async (rule, field, change) => {
    await expect(decide(change, nothing)).rejects.toMatchObject({ rule, field });
  });

  it.each<[string, string, DecisionCommand]>([
    ['unknown-decision', '/basis', { type: 'SupersedePoint', point: 1, basis: { decisionId: nothing, point: 1 } }],
    ['unknown-decision-point', '/basis', { type: 'SupersedePoint', point: 1, basis: { decisionId, point: 2 } }],
    ['unknown-decision', '/duplicateOf', { type: 'MarkDuplicate', duplicateOf: nothing }],
    ['unknown-group', '/organ/groupId', { type: 'RefineDecision', organ: { groupId: nothing } }],
    ['unknown-matter', '/matterId', { type: 'CorrectDecisionRegistration', matterId: nothing }],
    ['unknown-meeting', '/meetingId', { type: 'ReportDecision', on: partialDate('2023'), meetingId: nothing }],
  ])('refuses %s at %s of what is there', async (rule, field, change) => {
    const refusal = decide(change);
    await expect(refusal).rejects.toBeInstanceOf(Refusal);
    await expect(refusal).rejects.toMatchObject({ rule, field });
  });

  it('takes statements only of parties and persons that the register has, edge case 37', async () => {
    const [party, person] = [derivedId('party', 1), derivedId('person', 1)];
    const attach = { type: 'AttachStatement', kind: 'reservation', partyIds: [party], personIds: [person] } as const;
    await expect(decide(attach)).rejects.toMatchObject({ rule: 'unknown-party', field: '/partyIds/0' });
    await begin(store, `party-${party}`);
    await expect(decide(attach)).rejects.toMatchObject({ rule: 'unknown-person', field: '/personIds/0' });
    await begin(store, `person-${person}`);
    await expect(decide(attach)).resolves.toMatchObject({ state: { statements: [{ partyIds: [party] }] } });
  });

  it('takes attendance, votes and candidates only of persons and parties that the register has', async () => {
    const [party, known, unknown] = [derivedId('party', 1), derivedId('person', 1), derivedId('person', 2)];
    await begin(store, `person-${known}`);
    const meetingId = derivedId('meeting', 1);
    const meetings = new ChangeMeetingHandler(repository, references);
    const meet = (change: MeetingCommand) => meetings.execute(new ChangeMeeting(meetingId, change, commandContext()));
    await meet({ type: 'RecordMeeting', meetingId, organ: {}, date: partialDate('2023') });
    const entries = [
      { role: 'member', personId: known },
      { role: 'serving-substitute', personId: known, servesFor: { personId: unknown } },
    ] as const;
    await expect(meet({ type: 'RecordAttendance', entries })).rejects.toMatchObject({
      rule: 'unknown-person',
      field: '/entries/1/servesFor/personId',
    });
    await meet({ type: 'RecordAttendance', entries: entries.slice(0, 1) });
    const votes = [known, unknown].map((personId) => ({ personId, vote: 'yes' }) as const);
    await expect(decide({ type: 'RecordBallot', method: 'open', votes })).rejects.toMatchObject({
      rule: 'unknown-person',
      field: '/votes/1/personId',
    });
    const election = { type: 'RecordElection', method: 'proportional', office: 'members', seats: 1 } as const;
    const list = { number: 1, candidates: [{ personId: known }], partyIds: [party] };
    await expect(decide({ ...election, lists: [list] })).rejects.toMatchObject({
      rule: 'unknown-party',
      field: '/lists/0/partyIds/0',
    });
    await begin(store, `party-${party}`);
    await expect(decide({ ...election, lists: [list] })).resolves.toMatchObject({
      state: { elections: [{ seats: 1 }] },
    });
  });

  it('fills a seat only of an election and a list that there are, edge case 15', async () => {
    const election = { type: 'RecordElection', method: 'acclamation', office: 'members', seats: 1 } as const;
    await decide({ ...election, lists: [{ number: 1 }] });
    const { electionId } = (await repository.load(decisionAggregate, decisionId)).state.elections[0]!;
    const later = (fills: object) => decide({ ...election, lists: [], fills: { decisionId, electionId, ...fills } });
    await expect(later({ decisionId: nothing })).rejects.toMatchObject({ rule: 'unknown-decision' });
    await expect(later({ electionId: nothing })).rejects.toMatchObject({ rule: 'unknown-election' });
    await expect(later({ list: 2 })).rejects.toMatchObject({ rule: 'unknown-list', field: '/fills/list' });
    await expect(later({ list: 1 })).resolves.toMatchObject({ state: { elections: [{}, { fills: { list: 1 } }] } });
  });

  it('records a meeting only of a body that the register has', async () => {
    const [meetingId, groupId] = [derivedId('meeting', 1), derivedId('group', 1)];
    const handler = new ChangeMeetingHandler(repository, references);
    const date = partialDate('2023-02-13');
    const record = { type: 'RecordMeeting', meetingId, organ: { groupId }, date } as const;
    const meet = () => handler.execute(new ChangeMeeting(meetingId, record, commandContext()));
    await expect(meet()).rejects.toMatchObject({ rule: 'unknown-group', field: '/organ/groupId' });
    await begin(store, `group-${groupId}`);
    await expect(meet()).resolves.toMatchObject({ state: { id: meetingId } });
  });

  it('refuses two entries that are duplicates of each other, edge case 61', async () => {
    await decide({ ...recorded, decisionId: nothing }, nothing);
    await decide({ type: 'MarkDuplicate', duplicateOf: nothing });
    await expect(decide({ type: 'MarkDuplicate', duplicateOf: decisionId }, nothing)).rejects.toMatchObject({
      rule: 'duplicate-of-each-other',
      field: '/duplicateOf',
    });
  });

  it('lets no free text into the log in clear, edge case 68', async () => {
    const secret = 'Ett namn som ingen får läsa';
    await decide({ type: 'RefineDecision', sourceNote: secret, points: [{ number: 2, kind: 'other', text: secret }] });
    await decide({ type: 'CorrectDecisionRegistration', sourceNote: secret, reason: secret });
    const correctedOn = partialDate('2023');
    const said = { text: secret, reason: secret, correctedBy: secret };
    await decide({ type: 'CorrectPoint', point: 2, correctedOn, ...said });
    await decide({ type: 'CorrectPointRegistration', point: 1, text: secret, reason: secret });
    const authors = { partyIds: [], personIds: [] };
    await decide({ type: 'AttachStatement', kind: 'unknown', ...authors, text: secret, signatory: secret });
    const { state } = await repository.load(decisionAggregate, decisionId);
    const { statementId } = state.statements[0]!;
    await decide({ type: 'RefineStatement', statementId, signatory: secret, text: secret, sourceNote: secret });
    await decide({ type: 'CorrectStatementRegistration', statementId, text: secret, reason: secret });
    const lot = { result: 'yes', note: secret } as const;
    const castingVote = { name: secret, vote: 'yes' } as const;
    const votes = [{ name: secret, vote: 'no' }] as const;
    await decide({ type: 'RecordBallot', method: 'open', wording: secret, votes, castingVote, lot });
    const candidates = [{ name: secret }];
    const lists = [{ number: 1, designation: secret, candidates }];
    const election = { method: 'proportional', office: 'members', seats: 1, lists, lotNote: secret } as const;
    await decide({ type: 'RecordElection', ...election, elected: candidates });
    await decide({ type: 'CorrectDecisionRegistration', outcome: 'referred-back' });
    await decide({ type: 'DeferDecision', grounds: secret });
    const log: unknown[] = [];
    for await (const { data } of store.readAll()) log.push(data);
    expect(log).toHaveLength(12);
    expect(JSON.stringify(log)).not.toContain(secret);
  });

  it('finds nothing to change where nothing is registered', async () => {
    await expect(decide({ type: 'ReportDecision', on: partialDate('2023') }, nothing)).rejects.toBeInstanceOf(NotFound);
  });

  it('finds decisions and their points for other slices', async () => {
    const points = new FindDecisionPointHandler(repository);
    expect(await points.execute(new FindDecisionPoint({ decisionId, point: 1 }))).toMatchObject({ number: 1 });
    expect(await points.execute(new FindDecisionPoint({ decisionId, point: 2 }))).toBeUndefined();
    expect(await points.execute(new FindDecisionPoint({ decisionId: nothing, point: 1 }))).toBeUndefined();
    const decisions = new FindDecisionHandler(repository);
    expect(await decisions.execute(new FindDecision(decisionId))).toMatchObject({ id: decisionId });
    expect(await decisions.execute(new FindDecision(nothing))).toBeUndefined();
    expect(await new FindMatterHandler(repository).execute(new FindMatter(nothing))).toBeUndefined();
    expect(await new FindMeetingHandler(repository).execute(new FindMeeting(nothing))).toBeUndefined();
  });

  it('links a matter only to one that exists', async () => {
    const handler = new ChangeMatterHandler(repository, references);
    const matterId = derivedId('matter', 1);
    const open = { type: 'OpenMatter', matterId, title: 'Grupp', openedOn: partialDate('2023') } as const;
    await handler.execute(new ChangeMatter(matterId, open, commandContext()));
    const link = { type: 'LinkMatter', otherId: nothing, relation: 'related' } as const;
    await expect(handler.execute(new ChangeMatter(matterId, link, commandContext()))).rejects.toMatchObject({
      rule: 'unknown-matter',
      field: '/otherId',
    });
  });
});

/** A stream of a slice that this one does not know: all that counts is that it has begun. */
async function begin(store: MemoryEventStore, stream: string): Promise<void> {
  const { commandId, actor, correlationId, now } = commandContext();
  const metadata = { schemaVersion: 1, recordedAt: now, actor, commandId, correlationId } as const;
  const event = { eventId: freshId(), type: 'Begun', data: {} };
  const kept = { classification: 'public', retentionClass: 'permanent' } as const;
  await store.append(stream, [{ ...event, metadata: { ...metadata, ...kept } }], 'no-stream');
}
