import { randomUUID } from 'node:crypto';
import { OtherOrigin, WrongExpectedRevision, type LogIdentity, type LogOrigin } from '@liggare/kernel';
import type { Appender } from './appender.js';
import { dataOf, idOf } from './decoded-event.js';
import type { WireReader } from './wire-reader.js';

/**
 * The origin in the metadata of a reserved stream: in the store itself, and in no reader's way, because the stream of
 * metadata is a system stream. Its first version is the one that counts; whoever comes later finds it there.
 */
export class OriginNote {
  private readonly stream: string;

  constructor(
    originStream: string,
    private readonly appender: Appender,
    private readonly reader: WireReader,
  ) {
    this.stream = `$$${originStream}`;
  }

  /** The log's id is the id of the note. */
  async read(): Promise<LogIdentity | undefined> {
    const last = this.reader.stream(this.stream, undefined, { direction: 'backwards', limit: 1 });
    for await (const { event, position } of last) {
      const origin = (dataOf(event, position) as { liggare?: LogOrigin } | null)?.liggare;
      return origin && { store: 'eventstoredb', id: idOf(event), ...origin };
    }
    return undefined;
  }

  async write(origin: LogOrigin): Promise<void> {
    const data = Buffer.from(JSON.stringify({ liggare: origin }));
    const event = { id: randomUUID(), type: '$metadata', data, metadata: new Uint8Array() };
    await this.appender.append(this.stream, [event], 'no-stream').catch((error: unknown) => {
      if (!(error instanceof WrongExpectedRevision)) throw error;
    });
  }
}

/** A store that has a note of its origin: `EventStoreDb`. */
export interface WithOrigin {
  readonly origin: OriginNote;
}

/** Gives a new log its origin, or checks that an old one is what the program takes it for. @throws OtherOrigin */
export async function openOrigin({ origin }: WithOrigin, wanted: LogOrigin): Promise<LogIdentity> {
  if (!(await origin.read())) await origin.write(wanted);
  const found = await origin.read();
  if (!found || found.name !== wanted.name || found.clock !== wanted.clock)
    throw new OtherOrigin(found ?? wanted, wanted);
  return found;
}

/** The log's origin; undefined before anybody has opened it for writing. */
export function readOrigin({ origin }: WithOrigin): Promise<LogIdentity | undefined> {
  return origin.read();
}
