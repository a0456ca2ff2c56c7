import { plainState } from '@liggare/evidence';
import { groupAggregate } from '@liggare/groups';
import { civilDate, commandContext, derivedId, NotFound, partialDate, position } from '@liggare/kernel';
import { personAggregate } from '@liggare/people';
import { leavesOf } from '../domain/leaves.js';
import { groupId, personId, registered } from '../testing/registered.js';
import { blame } from './blame.js';
import { diff } from './diff.js';

const group = { type: 'group', id: groupId };
const person = { type: 'person', id: personId };
const march = civilDate('2023-03-01');

describe('diff between two coordinates', () => {
  it('tells what we came to know of a day from what changed after it, and which event says so', async () => {
    const { store, repository, appointmentId } = await registered();
    const end = { type: 'EndAppointment', appointmentId, on: partialDate('2025-06-09'), cause: 'released' } as const;
    const ended = await repository.execute(groupAggregate, groupId, end, commandContext());
    const from = { validAt: march, knownAt: position(4) };
    const to = { validAt: civilDate('2025-07-01') };
    const { knowledge, reality } = await diff(store, group, 'composition', { from, to });
    const member = `/members/holders/${appointmentId}`;
    expect(knowledge.find(({ pointer }) => pointer === member)).toMatchObject({
      to: { personId },
      by: { type: 'MemberAppointed', kind: 'reality', position: '5' },
    });
    const gone = reality.find(({ pointer }) => pointer === member)!;
    expect(gone).toMatchObject({
      from: { personId },
      by: { type: 'AppointmentEnded', position: String(ended.position) },
    });
    expect(gone).not.toHaveProperty('to');
  });

  it('is knowledge only when the day is the same, and reality only when what is known is', async () => {
    const { store } = await registered();
    const later = civilDate('2024-07-01');
    const sameDay = await diff(store, person, 'state', {
      from: { validAt: later, knownAt: position(5) },
      to: { validAt: later },
    });
    expect(sameDay.reality).toEqual([]);
    expect(sameDay.knowledge.find(({ pointer }) => pointer === '/familyName')).toMatchObject({
      by: { type: 'NameChanged', position: '6' },
    });
    const sameKnowledge = await diff(store, person, 'state', { from: { validAt: march }, to: { validAt: later } });
    expect(sameKnowledge.knowledge).toEqual([]);
    expect(sameKnowledge.reality.map(({ pointer, by }) => [pointer, by?.position])).toContainEqual([
      '/familyName',
      '6',
    ]);
    expect(await diff(store, person, 'state', { from: { validAt: march }, to: { validAt: march } })).toEqual({
      knowledge: [],
      reality: [],
    });
  });

  it('shows a correction as one', async () => {
    const { store, repository, appointmentId } = await registered();
    const before = await store.head();
    const from = partialDate('2023-04-01');
    const correct = { type: 'CorrectAppointment', appointmentId, mistake: 'wrong-date', from } as const;
    await repository.execute(groupAggregate, groupId, correct, commandContext());
    const { knowledge } = await diff(store, group, 'composition', {
      from: { validAt: march, knownAt: before },
      to: { validAt: march },
    });
    expect(knowledge.length).toBeGreaterThan(0);
    expect(knowledge.map(({ by }) => by?.kind)).toContain('knowledge');
  });

  it('finds nothing of what there never was', async () => {
    const { store } = await registered();
    const whole = { from: { validAt: march }, to: { validAt: march } };
    await expect(diff(store, { type: 'group', id: personId }, 'state', whole)).rejects.toBeInstanceOf(NotFound);
    await expect(diff(store, person, 'composition', whole)).rejects.toBeInstanceOf(NotFound);
    await expect(diff(store, { type: 'planet', id: personId }, 'state', whole)).rejects.toBeInstanceOf(NotFound);
  });
});

describe('blame', () => {
  it('has an event for every field, and their last values are the state', async () => {
    const { store, repository } = await registered();
    for (const [entity, aggregate] of [
      [group, groupAggregate],
      [person, personAggregate],
    ] as const) {
      const { state } =
        aggregate === groupAggregate
          ? await repository.load(groupAggregate, entity.id)
          : await repository.load(personAggregate, entity.id);
      const blamed = await blame(store, entity);
      expect(new Map(blamed.map(({ pointer, value }) => [pointer, value]))).toEqual(leavesOf(plainState(state)));
    }
  });

  it('tells event, actor and decision point of a field, as it was known', async () => {
    const { store } = await registered();
    const [seat] = await blame(store, group, { pointer: '/appointments/0/seat' });
    expect(seat).toMatchObject({
      pointer: '/appointments/0/seat',
      value: 1,
      by: {
        position: '5',
        type: 'MemberAppointed',
        actor: { id: 'bertil', role: 'registrar' },
        decision: { decisionId: derivedId('decision', 1), point: 1 },
      },
    });
    const name = async (knownAt?: number) => {
      const at = knownAt === undefined ? {} : { knownAt: position(knownAt) };
      const options = { pointer: '/familyName', validAt: civilDate('2024-07-01'), ...at };
      return (await blame(store, person, options)).map(({ by }) => by.type);
    };
    expect([await name(), await name(5)]).toEqual([['NameChanged'], ['PersonRegistered']]);
    await expect(blame(store, group, { knownAt: position(2) })).rejects.toBeInstanceOf(NotFound);
  });
});
