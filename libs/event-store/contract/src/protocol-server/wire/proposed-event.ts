import { missingMetadata } from './rpc-errors.js';
import { uuidText } from './uuid.js';
import { freshId } from '@liggare/kernel';
import type { ProposedEvent } from '../log/stored-event.js';
import type { shared } from './messages.js';

/** What an `AppendReq` and a `BatchAppendReq` have in common. */
export interface ProposedMessage {
  getId(): shared.UUID | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getCustomMetadata_asU8(): Uint8Array;
  getData_asU8(): Uint8Array;
}

const JSON_CONTENT = 'application/json';

/** @throws RpcError when the type or the content type is missing. */
export function proposedEvent(message: ProposedMessage): ProposedEvent {
  const properties = message.getMetadataMap();
  const type = properties.get('type');
  const contentType = properties.get('content-type');
  if (type === undefined) throw missingMetadata('type');
  if (contentType === undefined) throw missingMetadata('content-type');
  return {
    id: uuidText(message.getId()) ?? freshId(),
    type,
    isJson: contentType === JSON_CONTENT,
    // Copied, or one small event would keep its whole network buffer in memory.
    data: Buffer.from(message.getData_asU8()),
    metadata: Buffer.from(message.getCustomMetadata_asU8()),
  };
}

/** The size that counts against the largest append: `Event.SizeOnDisk` in the server's source. */
export function sizeOnDisk(event: ProposedEvent): number {
  return event.data.length + event.metadata.length + event.type.length * 2;
}
