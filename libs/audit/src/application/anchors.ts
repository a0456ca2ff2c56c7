import type { Database } from '@liggare/database';
import { parseNote, rootOf } from '@liggare/evidence';
import {
  millisOf,
  NotFound,
  Refusal,
  Repository,
  withoutUndefined,
  type CommandContext,
  type EventStore,
  type Executed,
} from '@liggare/kernel';
import { EVENT_STORE, READ_DATABASE } from '@liggare/platform';
import { lastSigned, subtreeHash } from '@liggare/transparency';
import { askForTimestamp } from '@liggare/witness';
import { Inject, Injectable } from '@nestjs/common';
import { anchorAggregate, timestampAnchorId, type Anchor, type AnchorState } from '../domain/anchor.js';

/** An anchor, and where it stands. */
export interface ListedAnchor extends Anchor {
  readonly position: string;
  readonly recordedAt: string;
}

/** Between these an event came into the log, say those who are outside the register. Instants, RFC 3339. */
export interface TimeBounds {
  /** The anchor that stands before it in the log was made then. */
  readonly notBefore?: string;
  /** An anchor of a checkpoint that has it was made then. */
  readonly notAfter?: string;
}

/** Checkpoints that were left outside the register. */
@Injectable()
export class Anchors {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_DATABASE) private readonly database: Database,
    private readonly repository: Repository,
  ) {}

  /**
   * Asks an authority to stamp the newest checkpoint, and records the token.
   * @returns undefined when nothing is signed yet, or nothing came after its last anchor but the anchor itself
   * @throws TimestampRefused, MalformedDer, and what fetch throws
   */
  async stamp(authority: string, context: CommandContext): Promise<Executed<AnchorState> | undefined> {
    const signed = await lastSigned(this.database);
    if (!signed) return undefined;
    const before = (await this.all()).filter((anchor) => anchor.authority === authority).at(-1);
    if (before && signed.size <= before.size + 1) return undefined;
    const { token, genTime } = await askForTimestamp(authority, parseNote(signed.note).text);
    const anchorId = timestampAnchorId(authority, signed.size);
    const root = Buffer.from(signed.root).toString('base64');
    const stamped = { authority, time: genTime, token: Buffer.from(token).toString('base64') };
    const command = { type: 'RecordAnchor', anchorId, size: signed.size, root, kind: 'rfc3161', ...stamped } as const;
    return this.repository.execute(anchorAggregate, anchorId, command, context);
  }

  /** @throws Refusal `unknown-checkpoint` the log is not so long; `another-root` it is not of this log */
  async record(anchor: Anchor, context: CommandContext): Promise<Executed<AnchorState>> {
    const signed = await lastSigned(this.database);
    if (!signed || anchor.size > signed.size) {
      throw new Refusal('unknown-checkpoint', 'the log has not signed a checkpoint of this size yet', '/size');
    }
    const root = await rootOf(anchor.size, (level, index) => subtreeHash(this.database, level, index));
    if (Buffer.from(root).toString('base64') !== anchor.root) {
      throw new Refusal(
        'another-root',
        'this log has another root at that size: it is not a checkpoint of it',
        '/root',
      );
    }
    const command = { type: 'RecordAnchor', ...anchor } as const;
    return this.repository.execute(anchorAggregate, anchor.anchorId, command, context, { expected: 'new' });
  }

  /** In the order of the log. */
  async all(): Promise<readonly ListedAnchor[]> {
    const found: ListedAnchor[] = [];
    for await (const event of this.store.readAll({ filter: { types: ['CheckpointAnchored'] } })) {
      const { position, recordedAt } = event;
      found.push({ ...(event.data as Anchor), position: position.toString(), recordedAt });
    }
    return found;
  }

  /** @throws NotFound no event at the position is in the tree */
  async timeBounds(position: string): Promise<TimeBounds> {
    const { rows } = await this.database.query<{ seq: string }>('select seq from evidence.leaf where position = $1', [
      position,
    ]);
    if (!rows[0]) throw new NotFound('event in the signed log', position);
    const seq = Number(rows[0].seq);
    const timed = (await this.all()).flatMap((anchor) =>
      anchor.time === undefined ? [] : [{ ...anchor, time: anchor.time }],
    );
    const times = (of: typeof timed) =>
      of.map(({ time }) => time).sort((a, b) => millisOf(a as never) - millisOf(b as never));
    const notBefore = times(timed.filter((anchor) => BigInt(anchor.position) < BigInt(position))).at(-1);
    const notAfter = times(timed.filter(({ size }) => size > seq))[0];
    return withoutUndefined({ notBefore, notAfter });
  }
}
