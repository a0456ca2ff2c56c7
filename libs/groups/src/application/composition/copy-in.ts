import type { Transaction } from '@liggare/database';
import pg from 'pg';

/** What node-postgres offers a query during COPY; its type declarations leave it out. */
interface CopyConnection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

class CopyIn extends pg.Query {
  constructor(
    statement: string,
    private readonly lines: string,
    done: (error: Error | undefined) => void,
  ) {
    super(statement, done);
  }

  /** Called by the client when the server is ready to receive. */
  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(Buffer.from(this.lines));
    connection.endCopyFrom();
  }
}

/**
 * `COPY … FROM STDIN` of rows that are in memory: several times cheaper than an insert with arrays.
 * @param statement without values of its own
 * @param lines rows in COPY's text format, each ended by a line feed
 */
export function copyIn(tx: Transaction, statement: string, lines: string): Promise<void> {
  return new Promise((resolve, reject) => {
    tx.query(new CopyIn(statement, lines, (error) => (error ? reject(error) : resolve())));
  });
}

/** A text in COPY's format. Numbers, UUIDs and days need no escapes. */
export function copyText(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, (character) => ESCAPES[character]!) : text;
}

export const COPY_NULL = '\\N';

const SPECIAL = /[\\\t\n\r]/;
const SPECIALS = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
