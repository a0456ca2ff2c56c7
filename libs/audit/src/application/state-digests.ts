import {
  derivedId,
  type CommandContext,
  type EventStore,
  type Executed,
  type Instant,
  type Repository,
} from '@liggare/kernel';
import type { StateDigestPublished } from '../domain/audit-events.js';
import {
  stateDigestAggregate,
  stateDigestId,
  type DigestOfSize,
  type PublishedDigest,
} from '../domain/published-digest.js';
import { replay, type Replayed, type ReplayOptions } from './replay.js';

/** A digest that was published, and by which event. */
export interface ListedDigest extends PublishedDigest {
  readonly position: string;
  readonly recordedAt: Instant;
}

/** What replaying gives, beside what was published for as many events. */
export interface Compared extends Replayed {
  /** Absent: none was published for this size. */
  readonly published?: string;
  /** Absent when there is nothing to compare with. */
  readonly agrees?: boolean;
}

/** Replays, and compares with the digest that was published for that size. */
export async function replayAndCompare(
  store: EventStore,
  repository: Repository,
  options: ReplayOptions,
): Promise<Compared> {
  const replayed = await replay(store, options);
  const { state } = await repository.load(stateDigestAggregate, stateDigestId(replayed.size));
  const published = state.published?.digest;
  return { ...replayed, ...(published === undefined ? {} : { published, agrees: published === replayed.digest }) };
}

export interface PublishedNow {
  readonly replayed: Replayed;
  readonly executed: Executed<DigestOfSize>;
}

/**
 * Replays what the log has now and publishes the digest. @throws Refusal another one was published for this size: the
 * log, or the rules, have been changed since
 */
export async function publishDigest(
  store: EventStore,
  repository: Repository,
  context: CommandContext,
  options: ReplayOptions = {},
): Promise<PublishedNow> {
  const replayed = await replay(store, options);
  const { size, digest, streams } = replayed;
  const command = { type: 'PublishStateDigest', size, digest, streams } as const;
  const executed = await repository.execute(stateDigestAggregate, stateDigestId(size), command, context);
  return { replayed, executed };
}

/** All that were published, oldest first. */
export async function publishedDigests(store: EventStore): Promise<readonly ListedDigest[]> {
  const found: ListedDigest[] = [];
  for await (const event of store.readAll({ filter: { types: ['StateDigestPublished'] } })) {
    const { position, recordedAt } = event;
    found.push({ ...(event.data as StateDigestPublished['data']), position: position.toString(), recordedAt });
  }
  return found;
}

/** Of the register itself, when nobody asked. */
export function ownContext(now: Instant): CommandContext {
  const commandId = derivedId('publish-state-digest', now);
  return { commandId, correlationId: commandId, actor: { id: 'worker:state-digest', role: 'policy' }, now };
}
