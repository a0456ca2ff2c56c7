import { SignedProgress } from '@liggare/transparency';
import type { RunningRegister } from './running-register.js';

/** Records that the newest checkpoint was printed in minutes. */
export async function sendAnchor(
  running: RunningRegister,
  answered: (path: string, response: Response) => Promise<void>,
): Promise<void> {
  const { store, database } = running.register;
  await new SignedProgress(database).waitFor(await store.head(), 30_000);
  const { lines } = (await (await running.get('/v1/evidence/minutes-lines')).json()) as { lines: readonly string[] };
  const [, size, root] = lines;
  const body = { size: Number(size), root, kind: 'minutes', reference: 'KS 2026-11-24 § 7' };
  const response = await running.post('/v1/evidence/anchors', body);
  if (!response.ok) throw new Error(`/v1/evidence/anchors → ${response.status} ${await response.text()}`);
  await answered('/v1/evidence/anchors', response);
}
