import { systemClock } from '@liggare/kernel';
import { setTimeout as pause } from 'node:timers/promises';
import { oneOfEach } from '../testing/one-of-each.js';
import { runRegister, type RunningRegister } from '../testing/running-register.js';

describe('a death, over HTTP, edge cases 10 and 21', () => {
  let running: RunningRegister;
  let personId: string;
  let groupId: string;

  beforeAll(async () => {
    running = await runRegister(systemClock);
    ({ persons: personId = '', groups: groupId = '' } = await oneOfEach(running));
    await post(`/v1/groups/${groupId}/appointments`, { kind: 'member', personId, from: '2024-01-01' });
  }, 60_000);

  afterAll(() => running.stop());

  async function post(path: string, body: object): Promise<unknown> {
    const response = await running.post(path, body);
    expect([path, response.ok]).toEqual([path, true]);
    return response.json();
  }

  /** What the policy has written, when it has written `count` events. */
  async function written(count: number): Promise<readonly string[]> {
    for (;;) {
      const response = await running.get('/v1/audit/events?actor=policy:death-ends-appointments');
      const { items } = (await response.json()) as { items: readonly { type: string }[] };
      if (items.length >= count) {
        const { register } = running;
        await register.readModels.waitFor(await register.store.head(), 30_000);
        return items.map(({ type }) => type);
      }
      await pause(20);
    }
  }

  async function ends(): Promise<readonly unknown[]> {
    const response = await running.get(`/v1/persons/${personId}/assignments`);
    const { items } = (await response.json()) as { items: { to?: string; endCause?: string }[] };
    return items.map(({ to, endCause }) => [to, endCause]);
  }

  it('ends what the person held; corrected and retracted, the end follows', async () => {
    const person = (await post(`/v1/persons/${personId}/deaths`, { on: '2024-02-01' })) as {
      death: { deathId: string };
    };
    await written(1);
    expect(await ends()).toEqual([['2024-02-01', 'died']]);
    const death = `/v1/persons/${personId}/deaths/${person.death.deathId}`;
    await post(`${death}/corrections`, { on: '2024-03-01' });
    await written(2);
    expect(await ends()).toEqual([['2024-03-01', 'died']]);
    await post(`${death}/corrections`, { on: '2024-01-15' });
    await written(3);
    expect(await ends()).toEqual([['2024-01-15', 'died']]);
    await post(`${death}/retractions`, {});
    expect(await written(4)).toEqual([
      'AppointmentEnded',
      'AppointmentEndCorrected',
      'AppointmentEndCorrected',
      'AppointmentEndRegisteredInError',
    ]);
    expect(await ends()).toEqual([[undefined, undefined]]);
  }, 60_000);
});
