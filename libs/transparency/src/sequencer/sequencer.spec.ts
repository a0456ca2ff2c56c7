import {
  emptyRoot,
  Frontier,
  leafEntry,
  leafHash,
  leafOf,
  openCheckpoint,
  parseEntries,
  parseLeaf,
  parseReceipt,
  sameHash,
  tilesOf,
  verifyReceipt,
} from '@liggare/evidence';
import { MemoryEventStore, position } from '@liggare/kernel';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EvidenceReader } from '../log/evidence-reader.js';
import { anEvent, LOG_NAME, TestLog } from '../testing/test-log.js';
import { RefusesToSign } from './refuses-to-sign.js';
import { Sequencer } from './sequencer.js';

describe('the transparency log', () => {
  let log: TestLog;
  let reader: EvidenceReader;
  const policy = () => ({ logs: [log.key.verifier], witnesses: new Map() });

  beforeEach(async () => {
    log = await TestLog.open();
    reader = new EvidenceReader(log.database);
  });

  afterEach(() => log.close());

  const newest = async () => openCheckpoint((await reader.checkpoint())!, policy());

  /** Every checkpoint that is kept is of one tree, which is the tree of the log of events. */
  async function expectOneHistory(): Promise<void> {
    const { rows } = await log.database.query<{ size: string; root: Buffer; note: string }>(
      'select size, root, note from evidence.signed_checkpoint order by size',
    );
    const roots = new Map<number, Uint8Array>();
    const frontier = Frontier.empty();
    for await (const event of log.store.readAll()) {
      frontier.append(leafHash(leafEntry(leafOf(event, LOG_NAME))));
      roots.set(frontier.size, frontier.root());
    }
    for (const { size, root, note } of rows) {
      expect(sameHash(new Uint8Array(root), roots.get(Number(size))!)).toBe(true);
      expect(openCheckpoint(note, policy())).toMatchObject({ origin: LOG_NAME, size: Number(size) });
    }
  }

  it('has a leaf for every event, in order, and a receipt for each that proves it', async () => {
    await log.record(300);
    await log.sequence({ batch: 100 });
    const { size, root, text } = await newest();
    expect(size).toBe(300);
    expect(sameHash(root, emptyRoot())).toBe(false);
    for await (const event of log.store.readAll()) {
      const entry = leafEntry(leafOf(event, LOG_NAME));
      expect(parseLeaf(entry)).toMatchObject({ id: event.eventId, stream: 'thing-1', rev: Number(event.revision) });
      const receipt = parseReceipt((await reader.receipt(event.position))!);
      verifyReceipt(receipt, leafHash(entry), openCheckpoint(receipt.checkpoint, policy()).text);
    }
    expect(text.split('\n')).toHaveLength(4);
    expect(await reader.receipt(10_000n)).toBeUndefined();
    await expectOneHistory();
  });

  it('is tiles that anybody can put together again', async () => {
    await log.record(600);
    await log.sequence();
    const frontier = Frontier.empty();
    for (const name of tilesOf(600)) {
      const bytes = (await reader.tile(name))!;
      if (name.level === 'entries') for (const entry of parseEntries(bytes)) frontier.append(leafHash(entry));
      else expect(bytes).toHaveLength(name.width * 32);
    }
    expect(sameHash(frontier.root(), (await newest()).root)).toBe(true);
    expect(await reader.tile({ level: 0, index: 2, width: 89 })).toBeUndefined();
    expect(await reader.tile({ level: 2, index: 0, width: 1 })).toBeUndefined();
  });

  it('goes on where it was stopped, between whichever two steps', async () => {
    const steps = ['appended', 'checked', 'remembered', 'signed', 'kept'];
    for (const [n, stop] of steps.entries()) {
      await log.record(7 + n);
      const dies = (name: string) => {
        if (name === stop) throw new Error('killed');
      };
      await expect(log.sequence({ batch: 3, step: dies })).rejects.toThrow('killed');
      await log.sequence({ batch: 4 });
    }
    expect((await newest()).size).toBe(45);
    await expectOneHistory();
  });

  it('lets one process write: the other sees that the tree has moved on', async () => {
    await log.record(3);
    const stopping = new AbortController();
    const late = await Sequencer.open(log.options());
    await log.sequence();
    await log.record(1);
    await expect(late.run(stopping.signal)).rejects.toThrow('another process has appended');
    await log.sequence();
    await expectOneHistory();
  });

  it('does not sign a database that was restored, until it has caught up with what the key has signed', async () => {
    await log.record(5);
    await log.sequence();
    const signedThen = (await newest()).root;
    await log.database.query(
      'truncate evidence.leaf, evidence.node, evidence.signed_checkpoint, evidence.progress, evidence.log_key',
    );
    await log.sequence({ batch: 1 });
    expect(await log.signedSizes()).toEqual([5]);
    expect(sameHash((await newest()).root, signedThen)).toBe(true);
  });

  it('never signs another history than the one it has signed', async () => {
    await log.record(5);
    await log.sequence();
    await log.database.query(
      'truncate evidence.leaf, evidence.node, evidence.signed_checkpoint, evidence.progress, evidence.log_key',
    );
    log.store = new MemoryEventStore();
    await log.record(6);
    await expect(log.sequence()).rejects.toBeInstanceOf(RefusesToSign);
    expect(await log.signedSizes()).toEqual([]);
  });

  it('edge case 66: never signs a tree in which something was changed', async () => {
    await log.record(5);
    await log.sequence();
    await log.database.query("update evidence.node set hash = sha256('other') where level = 2 and index = 0");
    await log.record(1);
    await expect(log.sequence()).rejects.toBeInstanceOf(RefusesToSign);
    expect(await log.signedSizes()).toEqual([5]);
  });

  it('goes on in a log that was moved to another store: positions change, leaves do not', async () => {
    await log.record(40);
    await log.sequence();
    const moved = new MemoryEventStore();
    for (let n = 0; n < 3; n++) await moved.append('elsewhere-1', [anEvent(n)], 'any');
    const events = [];
    for await (const event of log.store.readAll()) events.push(event);
    for (const { eventId, type, data, metadata } of events) {
      await moved.append('thing-1', [{ eventId, type, data, metadata }], 'any');
    }
    log.store = { ...filtered(moved), append: moved.append.bind(moved) } as never;
    log.logId = 'second';
    await log.record(2);
    await log.sequence();
    expect((await newest()).size).toBe(42);
    await expectOneHistory();
    const receipt = parseReceipt((await reader.receipt(position(4)))!);
    expect(receipt.index).toBe(0);
  });

  it('refuses a log that is not the one that was moved', async () => {
    await log.record(4);
    await log.sequence();
    log.store = new MemoryEventStore();
    log.logId = 'another';
    await log.record(4);
    await expect(log.sequence()).rejects.toBeInstanceOf(RefusesToSign);
    log.store = new MemoryEventStore();
    await expect(Sequencer.open(log.options())).rejects.toThrow('this log has 0 events, the tree 4');
  });

  it('refuses to go on when the key remembers another log', async () => {
    await log.record(1);
    await log.sequence();
    await expect(Sequencer.open(log.options({ logName: 'log.example/other' }))).rejects.toBeInstanceOf(RefusesToSign);
    await rm(join(log.folder, 'last-signed'));
  });
});

/** Only the register's own streams, as the port of a store of others has it. */
function filtered(store: MemoryEventStore) {
  const filter = { streamPrefixes: ['thing-'] };
  return {
    readAll: (options: object = {}) => store.readAll({ ...options, filter }),
    subscribe: (options: { signal: AbortSignal }) => store.subscribe({ ...options, filter }),
    head: () => store.head(),
  };
}
