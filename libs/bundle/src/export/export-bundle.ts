import { auditedAggregates, makeReport, reportCsv, REPORTS } from '@liggare/audit';
import { canonicalJson } from '@liggare/evidence';
import type { Position } from '@liggare/kernel';
import { EvidenceReader } from '@liggare/transparency';
import { formatDigests } from '@liggare/verifier';
import { Readable } from 'node:stream';
import { BundleDirectory } from './bundle-directory.js';
import type { BundleOptions, BundleSource } from './bundle-source.js';
import { eventLines } from './event-lines.js';
import { TABLE_HEAD, tableRow } from './event-table.js';
import { readmes } from './readmes.js';
import { StateOfLog } from './state-of-log.js';
import { pin, writeTree } from './tree-files.js';

export interface ExportedBundle {
  readonly size: number;
  /** base64 */
  readonly root: string;
  /** Hex SHA-256 of the list of files. */
  readonly sum: string;
}

/**
 * Writes everything that an auditor needs to check the log without asking anybody, as of the newest signed checkpoint.
 * Events are read once and written as they come, so that memory does not grow with the log; names of streams are kept.
 * @throws DirectoryInUse, NothingSigned
 */
export async function exportBundle(
  source: BundleSource,
  directory: string,
  options: BundleOptions,
): Promise<ExportedBundle> {
  const to = await BundleDirectory.create(directory);
  const evidence = new EvidenceReader(source.database);
  const pinned = await pin(evidence);
  const { size } = pinned;
  const root = Buffer.from(pinned.root).toString('base64');
  await writeTree(to, evidence, source.database, pinned);
  const state = new StateOfLog();
  const table: string[] = [TABLE_HEAD];
  let knownAt: Position | undefined;
  await to.stream(
    'events.jsonl',
    eventLines(source, size, options.disclose === 'all', (event, seq) => {
      state.see(event);
      knownAt = event.position;
      if (seq % 1_000 === 0) options.progress?.(seq, size);
    }),
  );
  await to.stream('reports/events.csv', eventTable(source, size, table));
  for (const definition of REPORTS) {
    const report = await makeReport(source, definition, knownAt === undefined ? {} : { knownAt });
    await to.stream(`reports/${definition.name}.csv`, Readable.from(reportCsv(report), { objectMode: false }));
  }
  await to.write('state/digests.csv', formatDigests(new Map([[size, await state.digest(source.repository)]])));
  await to.write('schemas/events.json', `${canonicalJson(eventSchemas())}\n`);
  for (const [name, bytes] of options.tools ?? []) await to.write(`tools/${name}`, bytes);
  const about = { format: 'liggare-bundle/1', origin: source.logName, size, root, disclosures: options.disclose };
  await to.write('bundle.json', `${canonicalJson({ ...about, purpose: options.purpose, madeAt: options.madeAt })}\n`);
  for (const [name, text] of readmes({ ...about, purpose: options.purpose })) await to.write(name, text);
  options.progress?.(size, size);
  return { size, root, sum: await to.seal() };
}

async function* eventTable({ store }: BundleSource, size: number, head: readonly string[]): AsyncGenerator<Uint8Array> {
  let rows = head.join('');
  let seq = 0;
  for await (const event of store.readAll()) {
    if (seq === size) break;
    rows += tableRow(event, seq++);
    if (seq % 500 === 0) {
      yield Buffer.from(rows, 'utf8');
      rows = '';
    }
  }
  yield Buffer.from(rows, 'utf8');
}

/** Every event type with what its fields mean (JSON Schema). */
function eventSchemas(): unknown {
  return [...auditedAggregates.values()].flatMap(({ aggregate: { category, catalogue } }) =>
    catalogue.definitions.map(({ type, version, summary, data }) => ({
      ...{ category, type, version, summary },
      schema: JSON.parse(JSON.stringify(data)) as unknown,
    })),
  );
}
