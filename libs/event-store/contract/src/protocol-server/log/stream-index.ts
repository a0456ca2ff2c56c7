import type { StreamFacts } from './expected-version.js';
import { firstReadable, isSoftDeleted, type StreamMetadata } from './stream-metadata.js';
import { TOMBSTONE_REVISION, type StoredEvent } from './stored-event.js';

/** The events of one stream, in the order of their revisions. Refers to the log's events; copies none. */
export class StreamIndex implements StreamFacts {
  readonly events: StoredEvent[] = [];
  private ended = false;

  constructor(
    readonly name: string,
    private readonly metadataOfStream: () => StreamMetadata,
    private readonly related: { metastream(): StreamIndex | undefined; original(): StreamIndex | undefined },
    private readonly remembered: (id: string) => StoredEvent | undefined,
  ) {}

  add(event: StoredEvent): void {
    if (event.revision === TOMBSTONE_REVISION) this.ended = true;
    else this.events.push(event);
  }

  /** A stream of metadata ends with its stream. */
  get tombstoned(): boolean {
    return this.ended || (this.related.original()?.tombstoned ?? false);
  }

  get lastRevision(): number {
    return this.events.length - 1;
  }

  get metadata(): StreamMetadata {
    return this.metadataOfStream();
  }

  get softDeleted(): boolean {
    return isSoftDeleted(this.metadata);
  }

  get hasMetadata(): boolean {
    return (this.related.metastream()?.events.length ?? 0) > 0;
  }

  /** Revision of the first event that truncation and `$maxCount` leave. */
  get firstReadable(): number {
    return firstReadable(this.metadata, this.lastRevision);
  }

  idAt(revision: number): string | undefined {
    return this.events[revision]?.id;
  }

  rememberedRevision(id: string): number | undefined {
    const event = this.remembered(id);
    return event?.stream === this.name ? event.revision : undefined;
  }
}
