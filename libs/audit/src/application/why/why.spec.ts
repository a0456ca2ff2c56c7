import { groupAggregate } from '@liggare/groups';
import { civilDate, commandContext, NotFound, partialDate, position } from '@liggare/kernel';
import { groupId, otherId, personId, registered } from '../../testing/registered.js';
import { whyMembership, type Reasoning } from './why-membership.js';
import { whyVacant } from './why-vacant.js';

const june = civilDate('2023-06-01');
const later = civilDate('2025-07-01');

async function released() {
  const history = await registered();
  const { store, repository, appointmentId } = history;
  const end = { type: 'EndAppointment', appointmentId, on: partialDate('2025-06-09'), cause: 'released' } as const;
  const ended = await repository.execute(groupAggregate, groupId, end, commandContext());
  const reasoning: Reasoning = {
    store,
    repository,
    proofOf: (at) => Promise.resolve({ seq: Number(at) - 1, size: 9 }),
  };
  return { ...history, reasoning, ended: String(ended.position) };
}

describe('why somebody is a member', () => {
  it('is a chain from the election to the decision point and the proof, in both languages', async () => {
    const { reasoning } = await released();
    const { verdict, chain } = await whyMembership(reasoning, groupId, personId, { validAt: june });
    expect(verdict).toBe('member');
    expect(chain.map(({ kind }) => kind)).toEqual([
      ...['answer', 'event', 'no-decision', 'proof', 'event', 'no-decision', 'proof'],
    ]);
    expect(chain[1]).toMatchObject({ position: '5', type: 'MemberAppointed', actor: { id: 'bertil' } });
    expect(chain[3]).toMatchObject({ receipt: '/v1/evidence/receipts/5', seq: 4, checkpointSize: 9 });
    for (const { sentence } of chain) expect([sentence.sv, sentence.en].every((text) => text.length > 9)).toBe(true);
  });

  it('names the event that ended it, and knows it only from when it was recorded', async () => {
    const { reasoning, ended } = await released();
    const why = (knownAt?: bigint) =>
      whyMembership(reasoning, groupId, personId, {
        validAt: later,
        ...(knownAt === undefined ? {} : { knownAt: position(knownAt) }),
      });
    const { verdict, chain } = await why();
    expect(verdict).toBe('ended');
    expect(chain.filter(({ type }) => type === 'AppointmentEnded')).toMatchObject([{ position: ended }]);
    expect((await why(9n)).verdict).toBe('member');
    expect((await why(4n)).verdict).toBe('never-appointed');
  });

  it('tells never appointed, not yet, and registered by mistake apart', async () => {
    const { reasoning, repository, appointmentId } = await released();
    const verdict = async (who: string, day: string) =>
      (await whyMembership(reasoning, groupId, who, { validAt: civilDate(day) })).verdict;
    expect(await verdict(otherId, '2023-06-01')).toBe('never-appointed');
    expect(await verdict(personId, '2023-02-01')).toBe('not-yet');
    const discard = { type: 'DiscardAppointment', appointmentId, mistake: 'wrong-person' } as const;
    await repository.execute(groupAggregate, groupId, discard, commandContext());
    expect(await verdict(personId, '2023-06-01')).toBe('registered-in-error');
    await expect(verdict(otherId, '2023-06-01')).resolves.toBe('never-appointed');
    await expect(whyMembership(reasoning, personId, personId, { validAt: june })).rejects.toBeInstanceOf(NotFound);
  });
});

describe('why a seat is empty', () => {
  it('is who left it last and by which event', async () => {
    const { reasoning, ended } = await released();
    const why = (seat: number, validAt = later) => whyVacant(reasoning, { groupId, kind: 'member', seat }, { validAt });
    const { verdict, chain } = await why(1);
    expect(verdict).toBe('vacant');
    expect(chain.map(({ position: at }) => at)).toContain(ended);
    expect(chain[1]!.sentence.sv).toContain(personId);
    expect((await why(2)).chain[1]!.sentence.en).toMatch(/Nobody has sat there/);
    expect((await why(1, june)).verdict).toBe('held');
    expect((await why(99)).verdict).toBe('no-such-seat');
  });
});
