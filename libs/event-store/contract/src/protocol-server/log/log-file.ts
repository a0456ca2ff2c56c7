import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { LogStorage } from './event-log.js';
import type { StoredEvent } from './stored-event.js';

const FILE_NAME = 'protocol-server.log';
/** Length and checksum of what follows, four bytes each. */
const HEADER = 8;

/**
 * The log in a file that only grows. What one call writes is found again altogether or not at all: a process killed while
 * it wrote leaves a torn end, and opening cuts it off. One process at a time. Nothing is forced to the disk, so a computer
 * that loses power may lose what was acknowledged.
 */
export class LogFile implements LogStorage {
  private constructor(
    private readonly file: number,
    /** What the file held when it was opened. */
    readonly stored: readonly StoredEvent[],
  ) {}

  /** Makes the directory and the file when they are missing. */
  static open(directory: string): LogFile {
    mkdirSync(directory, { recursive: true });
    const file = openSync(join(directory, FILE_NAME), 'a+');
    const { events, length } = read(readFileSync(file));
    ftruncateSync(file, length);
    return new LogFile(file, events);
  }

  write(events: readonly StoredEvent[]): void {
    const content = serialize(events);
    const frame = Buffer.allocUnsafe(HEADER + content.length);
    frame.writeUInt32LE(content.length, 0);
    frame.writeUInt32LE(crc32(content), 4);
    content.copy(frame, HEADER);
    for (let written = 0; written < frame.length;) written += writeSync(this.file, frame, written);
  }

  close(): void {
    closeSync(this.file);
  }
}

function read(bytes: Buffer): { readonly events: StoredEvent[]; readonly length: number } {
  const events: StoredEvent[] = [];
  let length = 0;
  while (length + HEADER <= bytes.length) {
    const size = bytes.readUInt32LE(length);
    const end = length + HEADER + size;
    const content = bytes.subarray(length + HEADER, end);
    if (size === 0 || end > bytes.length || crc32(content) !== bytes.readUInt32LE(length + 4)) break;
    for (const event of deserialize(content) as StoredEvent[]) events.push(event);
    length = end;
  }
  return { events, length };
}
