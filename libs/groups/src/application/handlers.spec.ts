import { FindDecisionPoint } from '@liggare/decisions';
import { instant, MemoryEventStore, Repository } from '@liggare/kernel';
import { FindParty, FindPerson } from '@liggare/people';
import type { QueryBus } from '@nestjs/cqrs';
import type { GroupCommand } from '../domain/commands.js';
import { BASIS, date, day, id, partyId, personId } from '../testing/given-events.js';
import { contextOf } from '../testing/load-chronology.js';
import { ChangeGroupHandler, FindGroupHandler } from './handlers.js';
import { ChangeGroup, FindGroup } from './messages.js';

const NOW = instant('2024-01-22T09:00:00Z');
const ESTABLISH: GroupCommand = { type: 'EstablishGroup', name: 'G', legalForm: 'informal', from: date('2023-01-01') };

describe('changing a group', () => {
  let handler: ChangeGroupHandler;
  let store: MemoryEventStore;

  beforeEach(async () => {
    store = new MemoryEventStore();
    const repository = new Repository(store);
    const find = new FindGroupHandler(repository);
    const known = new Set([personId(1), partyId(1), BASIS.decisionId]);
    // Persons, parties and decision points are other slices' business: here some are known and others are not.
    const queries = {
      execute: (query: FindPerson | FindParty | FindDecisionPoint | FindGroup) => {
        if (query instanceof FindGroup) return find.execute(query);
        const asked = query instanceof FindDecisionPoint ? query.ref.decisionId : query.id;
        return Promise.resolve(known.has(asked) ? {} : undefined);
      },
    } as unknown as QueryBus;
    handler = new ChangeGroupHandler(repository, queries);
    await send(ESTABLISH);
  });

  const send = (change: GroupCommand, group = id(1)) =>
    handler.execute(new ChangeGroup(group, change, contextOf(JSON.stringify([group, change]), NOW)));

  const appoint = { type: 'AppointMember', personId: personId(1), from: date('2023-01-01') } as const;

  it('is carried out when everything it refers to exists', async () => {
    const done = await send({ ...appoint, nominatingPartyId: partyId(1), basis: BASIS });
    expect(done.state.appointments).toMatchObject([{ personId: personId(1), basis: BASIS }]);
  });

  it.each<[string, string, GroupCommand]>([
    ['unknown-person', '/personId', { ...appoint, personId: personId(2) }],
    ['unknown-party', '/nominatingPartyId', { ...appoint, nominatingPartyId: partyId(2) }],
    ['unknown-decision-point', '/basis', { ...appoint, basis: { decisionId: id(901), point: 1 } }],
    ['unknown-group', '/successorId', { type: 'NameSuccessor', successorId: id(2) }],
    ['unknown-group', '/predecessorId', { ...ESTABLISH, predecessorId: id(2) }],
    [
      'unknown-party',
      '/partyId',
      {
        type: 'ExplainVacancy',
        kind: 'member',
        seat: 1,
        reason: 'declined',
        partyId: partyId(2),
        from: day('2024-01-01'),
      },
    ],
  ])('is refused as %s at %s, and nothing is written', async (rule, field, command) => {
    const head = await store.head();
    await expect(send(command)).rejects.toMatchObject({ rule, field });
    expect(await store.head()).toBe(head);
  });

  it('knows the groups that exist', async () => {
    await send(ESTABLISH, id(2));
    await expect(send({ type: 'NameSuccessor', successorId: id(2) })).resolves.toMatchObject({ revision: 1n });
  });
});
