import { openCheckpoint, parseVerifierKey, tilePath, tilesOf } from '@liggare/evidence';
import type { EvidenceReader } from '@liggare/transparency';
import type { Database } from '@liggare/database';
import type { BundleDirectory } from './bundle-directory.js';
import { NothingSigned } from './bundle-source.js';

/** The checkpoint that a bundle is pinned to. */
export interface Pinned {
  readonly note: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly vkeys: readonly string[];
}

/** @throws NothingSigned */
export async function pin(evidence: EvidenceReader): Promise<Pinned> {
  const note = await evidence.checkpoint();
  if (note === undefined) throw new NothingSigned();
  const vkeys = (await evidence.status()).keys.map(({ vkey }) => vkey);
  const { size, root } = openCheckpoint(note, { logs: vkeys.map(parseVerifierKey), witnesses: new Map() });
  return { note, size, root, vkeys };
}

/** Checkpoint, keys, policy, tiles: what any client of the log's format reads. */
export async function writeTree(
  to: BundleDirectory,
  evidence: EvidenceReader,
  database: Database,
  { note, size, vkeys }: Pinned,
): Promise<void> {
  await to.write('checkpoint', note);
  await to.write('policy.txt', policyOf(vkeys));
  for (const [n, vkey] of vkeys.entries()) await to.write(`keys/log-${n + 1}.vkey`, `${vkey}\n`);
  for (const earlier of await earlierCheckpoints(database, size)) {
    await to.write(`checkpoints/${earlier.size}`, earlier.note);
  }
  for (const name of tilesOf(size)) {
    const bytes = await evidence.tile(name);
    if (!bytes) throw new Error(`the tree lacks ${tilePath(name)}`);
    await to.write(tilePath(name), bytes);
  }
}

/** The keys the log itself says are its own; an auditor keeps a policy of their own. */
function policyOf(vkeys: readonly string[]): string {
  return [...vkeys.map((vkey) => `log ${vkey}`), 'quorum none', ''].join('\n');
}

/**
 * The last checkpoint of each day, and the last that witnesses cosigned: enough to show that the log went on from each, and
 * to bound the times of what was recorded between them.
 */
async function earlierCheckpoints(
  database: Database,
  size: number,
): Promise<readonly { size: string; note: string }[]> {
  const { rows } = await database.query<{ size: string; note: string }>(
    `select distinct on (s.signed_at::date, c.lines is null) s.size, s.note || coalesce(c.lines, '') as note
       from evidence.signed_checkpoint s
       left join (select size, string_agg(line || e'\\n', '' order by vkey) as lines
                    from evidence.cosignature group by size) c using (size)
      where s.size < $1
      order by s.signed_at::date, c.lines is null, s.size desc`,
    [size],
  );
  return rows;
}
