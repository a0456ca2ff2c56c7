import { derivedId, NotFound, partialDate, Refusal, type Repository } from '@liggare/kernel';
import type { DecisionCommand, RecordDecision } from '../domain/decision-commands.js';
import { commandContext, emptyRegister } from '../testing/registry.js';
import {
  ChangeDecisionHandler,
  ChangeMatterHandler,
  FindDecisionHandler,
  FindDecisionPointHandler,
  FindMatterHandler,
  FindMeetingHandler,
} from './handlers.js';
import { ChangeDecision, ChangeMatter, FindDecision, FindDecisionPoint, FindMatter, FindMeeting } from './messages.js';

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
  let decide: (change: DecisionCommand, id?: string) => Promise<unknown>;

  beforeEach(async () => {
    ({ repository } = emptyRegister());
    const handler = new ChangeDecisionHandler(repository);
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
    ['unknown-decision', '/refersTo/1', { ...other, refersTo: [{ decisionId }, { decisionId: nothing }] }],
    ['unknown-decision-point', '/refersTo/0', { ...other, refersTo: [{ decisionId, point: 2 }] }],
  ])('refuses %s at %s', async (rule, field, change) => {
    await expect(decide(change, nothing)).rejects.toMatchObject({ rule, field });
  });

  it.each<[string, string, DecisionCommand]>([
    ['unknown-decision', '/basis', { type: 'SupersedePoint', point: 1, basis: { decisionId: nothing, point: 1 } }],
    ['unknown-decision-point', '/basis', { type: 'SupersedePoint', point: 1, basis: { decisionId, point: 2 } }],
    ['unknown-decision', '/duplicateOf', { type: 'MarkDuplicate', duplicateOf: nothing }],
    ['unknown-meeting', '/meetingId', { type: 'ReportDecision', on: partialDate('2023'), meetingId: nothing }],
  ])('refuses %s at %s of what is there', async (rule, field, change) => {
    const refusal = decide(change);
    await expect(refusal).rejects.toBeInstanceOf(Refusal);
    await expect(refusal).rejects.toMatchObject({ rule, field });
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
    const handler = new ChangeMatterHandler(repository);
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
