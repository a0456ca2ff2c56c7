import { LARGEST_REVISION, TOMBSTONE_REVISION, type StoredEvent } from '../log/stored-event.js';
import { streams } from './messages.js';
import { streamIdentifier } from './stream-identifier.js';
import { uuidMessage, type UuidForm } from './uuid.js';

/** .NET counts time in steps of 100 ns. */
const TICKS_PER_MILLISECOND = 10_000n;

/** A revision as the protocol writes it: digits of an unsigned 64-bit number. */
export function revisionText(revision: number): string {
  return revision === TOMBSTONE_REVISION ? LARGEST_REVISION.toString() : String(revision);
}

/** An event as every kind of read hands it out. */
export function readEvent(event: StoredEvent, form: UuidForm): streams.ReadResp {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(uuidMessage(event.id, form));
  recorded.setStreamIdentifier(streamIdentifier(event.stream));
  recorded.setStreamRevision(revisionText(event.revision));
  recorded.setCommitPosition(String(event.commit));
  recorded.setPreparePosition(String(event.prepare));
  recorded.setCustomMetadata(event.metadata);
  recorded.setData(event.data);
  const properties = recorded.getMetadataMap();
  properties.set('type', event.type);
  properties.set('created', (BigInt(event.created) * TICKS_PER_MILLISECOND).toString());
  properties.set('content-type', event.isJson ? 'application/json' : 'application/octet-stream');
  const read = new streams.ReadResp.ReadEvent();
  read.setEvent(recorded);
  read.setCommitPosition(String(event.commit));
  return new streams.ReadResp().setEvent(read);
}
