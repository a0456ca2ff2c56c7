import { drawSample, type AuditSample, type MembershipReason, type PublishedDigest } from '@liggare/audit';
import { openCheckpoint, parseVerifierKey } from '@liggare/evidence';
import { SignedProgress, type TransparencyStatus } from '@liggare/transparency';
import { setTimeout as pause } from 'node:timers/promises';
import { runDemo } from '../testing/running-demo.js';
import type { RunningRegister } from '../testing/running-register.js';

interface Job {
  readonly id: string;
  readonly status: string;
  readonly error?: string;
  readonly result?: PublishedDigest & { readonly published?: string; readonly agrees?: boolean };
}

describe('the auditor’s questions, over HTTP', () => {
  let running: RunningRegister;

  beforeAll(async () => {
    ({ running } = await runDemo());
    const head = await running.register.store.head();
    expect(await new SignedProgress(running.register.database).waitFor(head, 30_000)).toBe(true);
  }, 180_000);

  afterAll(() => running.stop());

  const json = async <T>(response: Promise<Response>) => (await (await response).json()) as T;
  const ask = async <T>(path: string) => json<T>(running.get(path, 'auditor'));
  const order = async <T>(path: string, body: object) => json<T>(running.post(path, body, { role: 'auditor' }));

  async function replayed(size: number): Promise<Job> {
    const started = await running.post('/v1/audit/replays', { size }, { role: 'auditor' });
    expect(started.status).toBe(202);
    for (;;) {
      const job = await ask<Job>(started.headers.get('location')!);
      if (job.status !== 'running') return job;
      await pause(20);
    }
  }

  it('why a member of the demo sits goes down to the minutes and to the proof', async () => {
    const { items } = await ask<{ items: { id: string }[] }>('/v1/groups?limit=50');
    const kinds = new Set<string>();
    for (const { id: groupId } of items) {
      type Composed = { members: { holders: { personId: string }[] } };
      const { members } = await ask<Composed>(`/v1/groups/${groupId}/composition?validAt=2024-03-01`);
      for (const { personId } of members.holders) {
        const query = `groupId=${groupId}&personId=${personId}&validAt=2024-03-01`;
        const { verdict, chain } = await ask<MembershipReason>(`/v1/audit/membership-reasons?${query}`);
        expect(verdict).toBe('member');
        for (const { kind } of chain) kinds.add(kind);
      }
    }
    expect([...kinds]).toEqual(expect.arrayContaining(['event', 'decision', 'meeting', 'legal-force', 'proof']));
  }, 60_000);

  it('a sample is what anyone draws from the signed root', async () => {
    const sample = await order<AuditSample>('/v1/audit/samples', { population: 40, k: 7 });
    const { keys } = await json<TransparencyStatus>(fetch(`${running.url}/v1/evidence`));
    const logs = keys.map(({ vkey }) => parseVerifierKey(vkey));
    const note = await (await fetch(`${running.url}/evidence/checkpoint`)).text();
    expect(openCheckpoint(note, { logs, witnesses: new Map() }).size).toBeGreaterThanOrEqual(sample.seedSize);
    expect(sample.seedSize).toBeGreaterThan(40);
    expect(drawSample(Buffer.from(sample.root, 'base64'), 40, 7)).toEqual(sample.seqs);
    const { items } = await ask<{ items: AuditSample[] }>('/v1/audit/samples');
    expect(items).toMatchObject([sample]);
  });

  it('a sample is not drawn before its seed is signed', async () => {
    const body = { population: 1_000_000, k: 7 };
    expect((await running.post('/v1/audit/samples', body, { role: 'auditor' })).status).toBe(404);
    expect((await running.post('/v1/audit/samples', body)).status).toBe(403);
  });

  it('a replay agrees with the published digest, until somebody edits a row of the log', async () => {
    const { size, digest } = await order<PublishedDigest>('/v1/audit/state-digests', {});
    const honest = await replayed(size);
    expect(honest).toMatchObject({ status: 'done', result: { digest, published: digest, agrees: true } });
    const { database } = running.register;
    await database.query('alter table event_store.event disable trigger user');
    const { rowCount } = await database.query(
      `update event_store.event set data = jsonb_set(data::jsonb, '{seat}', '77')::json
        where position = (select min(position) from event_store.event where type = 'MemberAppointed')`,
    );
    expect(rowCount).toBe(1);
    const tampered = await replayed(size);
    expect(tampered.status).toBe('done');
    expect(tampered.result!.agrees).toBe(false);
  }, 60_000);
});
