import { inTransaction, type Database } from '@liggare/database';
import {
  formatCheckpoint,
  formatNote,
  Frontier,
  leafEntry,
  leafOf,
  rootOf,
  sameHash,
  signNote,
  type Hash,
  type SignerKey,
} from '@liggare/evidence';
import { isCaughtUp, type Clock, type EventStore, type Position, type RecordedEvent } from '@liggare/kernel';
import { keepSigned, lastSigned } from '../log/signed-checkpoints.js';
import { appendLeaves, beginProgress, readProgress, subtreeHash, type Progress } from '../log/tree-store.js';
import { RefusesToSign } from './refuses-to-sign.js';
import type { SigningMemory } from './signing-memory.js';

export interface SequencerOptions {
  readonly store: EventStore;
  /** Of the log of events; another one is held against the tree before it is gone on from. */
  readonly logId: string;
  readonly logName: string;
  readonly database: Database;
  readonly key: SignerKey;
  readonly memory: SigningMemory;
  readonly clock: Clock;
  /** Most leaves in one transaction. */
  readonly batch?: number;
  /** For fault tests: called between every two steps. */
  readonly step?: (name: string) => Promise<void> | void;
}

/**
 * The one writer of the transparency log: a leaf for every event in the order of the log, then a checkpoint that is kept
 * before anybody sees it. Whatever it is stopped between, it goes on from there; it never signs two roots for one size,
 * nor a tree that does not continue what it has signed.
 */
export class Sequencer {
  private progress!: Progress;
  private frontier!: Frontier;

  private constructor(private readonly options: SequencerOptions) {}

  /** @throws RefusesToSign */
  static async open(options: SequencerOptions): Promise<Sequencer> {
    const sequencer = new Sequencer(options);
    await sequencer.load();
    return sequencer;
  }

  /** Appends and signs until the signal is aborted. @throws RefusesToSign, TreeMovedOn, and what store and database throw */
  async run(signal: AbortSignal): Promise<void> {
    await this.sign();
    const after = this.progress.position as Position;
    const waiting: RecordedEvent[] = [];
    for await (const message of this.options.store.subscribe({ after, signal })) {
      if (!isCaughtUp(message)) waiting.push(message);
      if (waiting.length === 0 || (!isCaughtUp(message) && waiting.length < (this.options.batch ?? 1_000))) continue;
      await this.append(waiting.splice(0));
      await this.sign();
    }
  }

  private async load(): Promise<void> {
    const { database, logId } = this.options;
    await beginProgress(database, logId);
    const progress = (await readProgress(database))!;
    this.progress = progress.logId === logId ? progress : await this.adopt(progress);
    this.frontier = await Frontier.of(this.progress.size, (level, index) => subtreeHash(database, level, index));
    await this.checkAgainstSigned();
  }

  private async append(events: readonly RecordedEvent[]): Promise<void> {
    const { database, logName } = this.options;
    const leaves = events.map((event) => ({
      eventId: event.eventId,
      position: event.position,
      entry: leafEntry(leafOf(event, logName)),
    }));
    this.progress = await inTransaction(database, (tx) => appendLeaves(tx, this.progress, this.frontier, leaves));
    await this.options.step?.('appended');
  }

  private async sign(): Promise<void> {
    const { database, key, memory, clock, logName } = this.options;
    const { size } = this.progress;
    const last = await lastSigned(database);
    if (last?.size === size || size === 0) return;
    await this.checkAgainstSigned();
    const remembered = await memory.read();
    // A database that was restored is behind the key's memory; it signs again when it has caught up with it.
    if (remembered && remembered.size > size) return;
    const root = this.frontier.root();
    await this.options.step?.('checked');
    // Remembered before it is signed: what is forgotten after this is signed again for the same tree, or not at all.
    await memory.write({ origin: logName, size, root });
    await this.options.step?.('remembered');
    const text = formatCheckpoint({ origin: logName, size, root });
    const note = formatNote(text, [signNote(text, key)]);
    await this.options.step?.('signed');
    await keepSigned(database, { size, root, note }, clock.now());
    await this.keepKey(size);
    await this.options.step?.('kept');
  }

  private async keepKey(size: number): Promise<void> {
    await this.options.database.query(
      'insert into evidence.log_key (vkey, first_size) values ($1, $2) on conflict do nothing',
      [this.options.key.verifier.text, size],
    );
  }

  /** Everything that was signed is the beginning of the tree as it is. @throws RefusesToSign */
  private async checkAgainstSigned(): Promise<void> {
    const { database, memory, logName } = this.options;
    const signed = await lastSigned(database);
    if (signed) await this.checkRoot(signed.size, signed.root);
    const remembered = await memory.read();
    if (!remembered) return;
    if (remembered.origin !== logName) throw new RefusesToSign(`the key has signed for ${remembered.origin}`);
    if (remembered.size <= this.progress.size) await this.checkRoot(remembered.size, remembered.root);
  }

  private async checkRoot(size: number, root: Hash): Promise<void> {
    if (size > this.progress.size)
      throw new RefusesToSign(`the tree has ${this.progress.size} leaves, ${size} were signed`);
    const now = await rootOf(size, (level, index) => subtreeHash(this.options.database, level, index));
    if (!sameHash(now, root)) throw new RefusesToSign(`the first ${size} leaves are not those that were signed`);
  }

  /**
   * The events were moved to another store: positions are others, events and order are the same, and so are the leaves.
   * @throws RefusesToSign the other log is not the same up to where the tree has come
   */
  private async adopt(before: Progress): Promise<Progress> {
    const { store, database, logId, logName } = this.options;
    await this.options.step?.('adopting');
    const positions: bigint[] = [];
    const page = 1_000;
    let entries: Map<number, Buffer> = new Map();
    let seq = 0;
    if (before.size > 0) {
      for await (const event of store.readAll()) {
        if (!entries.has(seq)) {
          const { rows } = await database.query<{ seq: string; entry: Buffer }>(
            'select seq, entry from evidence.leaf where seq >= $1 order by seq limit $2',
            [seq, page],
          );
          entries = new Map(rows.map((row) => [Number(row.seq), row.entry]));
        }
        if (!entries.get(seq)?.equals(leafEntry(leafOf(event, logName)))) {
          throw new RefusesToSign(`event ${seq} of this log is not the one the tree has`);
        }
        positions.push(event.position);
        if (++seq === before.size) break;
      }
    }
    if (seq < before.size) throw new RefusesToSign(`this log has ${seq} events, the tree ${before.size}`);
    const after = { logId, size: before.size, position: positions.at(-1) ?? 0n };
    await inTransaction(database, async (tx) => {
      // Positions of the two logs may coincide: out of the way first.
      await tx.query('update evidence.leaf set position = -1 - position');
      await tx.query(
        `update evidence.leaf l set position = p.position
           from unnest($1::numeric[]) with ordinality as p (position, n) where l.seq = p.n - 1`,
        [positions.map(String)],
      );
      await tx.query('update evidence.progress set log_id = $1, position = $2', [logId, String(after.position)]);
    });
    return after;
  }
}
