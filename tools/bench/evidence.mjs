import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openRegister } from '@liggare/assembly';
import { exportBundle, registerReducers } from '@liggare/bundle';
import { leafEntry, leafOf } from '@liggare/evidence';
import { systemClock } from '@liggare/kernel';
import { dataFile, readConfiguration } from '@liggare/platform';
import { EvidenceReader, lastSigned, openLogKey, Sequencer, SigningMemory } from '@liggare/transparency';
import { FilesInDirectory, verifyBundle } from '@liggare/verifier';
import { fillWithParties } from './evidence-log.mjs';
import { watchMemory } from './memory.mjs';

const PROOFS = 2_000;

/**
 * The transparency log and the bundle: sequencing, proofs, export and full verification at 10^5 and 10^6 events, beside plain
 * SHA-256 of the same bytes. `--events` says the largest size.
 *
 * @param {import('@liggare/database').EmbeddedPostgres} server
 * @param {{ events: number }} options
 */
export async function run(server, { events }) {
  const sizes = [10_000, 100_000, 1_000_000].filter((size) => size < events);
  const rows = [];
  for (const size of [...sizes.slice(-1), events]) rows.push(...(await measure(server, size)));
  return rows;
}

async function measure(server, size) {
  const directory = await mkdtemp(join(tmpdir(), 'liggare-bench-evidence-'));
  await server.ensureDatabase(`bench_evidence_${size}`);
  const environment = {
    DATABASE_URL: server.url(`bench_evidence_${size}`),
    LIGGARE_DATA_DIRECTORY: directory,
    LIGGARE_LOG_LEVEL: 'fatal',
  };
  const register = await openRegister(readConfiguration(environment), { clock: systemClock });
  try {
    await fillWithParties(register.database, size);
    const rows = [];
    const row = ({ what, seconds, bytes, hashed, peak, more = {} }) =>
      rows.push({
        events: size,
        what,
        seconds,
        'events/s': Math.round((more.count ?? size) / seconds),
        'MB/s': bytes === undefined ? '' : bytes / 1e6 / seconds,
        '× SHA-256': hashed === undefined ? '' : seconds / hashed,
        'live MB at most': peak === undefined ? '' : Math.round(peak / 2 ** 20),
        'p50 ms': more.p50 ?? '',
        'p99 ms': more.p99 ?? '',
      });

    const leaves = await hashedLeaves(register);
    const sequenced = await watched(() => sequence(register, size));
    row({ what: 'plain SHA-256 of the leaves', seconds: leaves.seconds, bytes: leaves.bytes });
    row({ what: 'sequencing', ...sequenced, bytes: leaves.bytes, hashed: leaves.seconds });

    row({ what: `${PROOFS} receipts`, ...(await receipts(register, size)) });

    const bundle = join(directory, 'bundle');
    const exported = await watched(() => exportOf(register, bundle));
    const plain = await hashedFiles(bundle);
    row({ what: 'plain SHA-256 of the bundle', seconds: plain.seconds, bytes: plain.bytes });
    row({ what: 'export of the bundle', ...exported, bytes: plain.bytes, hashed: plain.seconds });

    const policy = await readFile(join(bundle, 'policy.txt'), 'utf8');
    for (const level of [5, 8]) {
      const verified = await watched(async () => {
        const options = { policy, level, ...(level > 5 ? { reducers: registerReducers } : {}) };
        const { exitCode, levels } = await verifyBundle(new FilesInDirectory(bundle), options);
        if (exitCode !== 0) throw new Error(`the bundle does not verify: ${JSON.stringify(levels)}`);
      });
      row({ what: `verification, L0 to L${level}`, ...verified, bytes: plain.bytes, hashed: plain.seconds });
    }
    return rows;
  } finally {
    await register.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function sequence({ configuration, store, log, database, clock }, size) {
  const stopping = new AbortController();
  const sequencer = await Sequencer.open({
    ...{ store, database, clock, logId: log.id, logName: log.name },
    key: await openLogKey(dataFile(configuration, 'keys', 'log-key'), log.name),
    memory: new SigningMemory(dataFile(configuration, 'keys', 'last-signed-checkpoint')),
  });
  const running = sequencer.run(stopping.signal);
  while ((await lastSigned(database))?.size !== size) await pause(20);
  stopping.abort();
  await running;
}

/** How long a receipt takes, one after the other, of events all over the log. */
async function receipts({ database }, size) {
  const reader = new EvidenceReader(database);
  const took = [];
  for (let n = 0; n < PROOFS; n++) {
    const position = BigInt(1 + (Math.floor((n * 7_919 * size) / PROOFS) % size));
    const start = performance.now();
    if ((await reader.receipt(position)) === undefined) throw new Error(`no receipt of ${position}`);
    took.push(performance.now() - start);
  }
  took.sort((one, other) => one - other);
  const at = (part) => took[Math.floor(part * took.length)];
  return {
    seconds: took.reduce((sum, one) => sum + one, 0) / 1000,
    more: { count: PROOFS, p50: at(0.5), p99: at(0.99) },
  };
}

async function exportOf({ store, repository, database, keys, log, clock }, directory) {
  const source = { store, repository, database, keys, logName: log.name };
  await exportBundle(source, directory, { disclose: 'all', purpose: 'bench', madeAt: clock.now() });
}

/** The leaves are made first, so that only the hashing counts. */
async function hashedLeaves({ store, log }) {
  let [seconds, bytes] = [0, 0];
  let entries = [];
  const hash = () => {
    const start = performance.now();
    for (const entry of entries) createHash('sha256').update(entry).digest();
    seconds += (performance.now() - start) / 1000;
    entries = [];
  };
  for await (const event of store.readAll()) {
    const entry = leafEntry(leafOf(event, log.name));
    bytes += entry.length;
    entries.push(entry);
    if (entries.length === 10_000) hash();
  }
  hash();
  return { seconds, bytes };
}

async function hashedFiles(directory) {
  const files = new FilesInDirectory(directory);
  const start = performance.now();
  let bytes = 0;
  for (const path of await files.paths()) {
    const hash = createHash('sha256');
    for await (const piece of createReadStream(join(directory, path), { highWaterMark: 1_048_576 })) {
      bytes += piece.length;
      hash.update(piece);
    }
    hash.digest();
  }
  return { seconds: (performance.now() - start) / 1000, bytes };
}

async function watched(work) {
  const memory = watchMemory();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  return { seconds, peak: memory.stop() };
}
