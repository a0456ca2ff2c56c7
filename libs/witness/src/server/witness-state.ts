import { parseCheckpoint, parseNote, type Checkpoint } from '@liggare/evidence';
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceDurably } from './durable-file.js';

/** What a witness cosigned last for a log. */
export interface Cosigned extends Checkpoint {
  /** The signed note, with the witness's own line. */
  readonly note: string;
}

/**
 * What a witness remembers: one file per log, the last checkpoint it cosigned. Whoever asks about one log at once waits in
 * line. Two processes must not share a folder.
 */
export class WitnessState {
  private readonly lines = new Map<string, Promise<unknown>>();

  private constructor(private readonly folder: string) {}

  static async open(folder: string): Promise<WitnessState> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return new WitnessState(folder);
  }

  /** @throws Malformed the file was changed by somebody else: then nobody knows what was cosigned */
  async last(origin: string): Promise<Cosigned | undefined> {
    try {
      const note = await readFile(this.fileOf(origin), 'utf8');
      return { ...parseCheckpoint(parseNote(note).text), note };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** On the disk before this returns. */
  async keep(origin: string, note: string): Promise<void> {
    await replaceDurably(this.fileOf(origin), note);
  }

  /** What reads the state of a log and changes it, does so alone. */
  async alone<T>(origin: string, work: () => Promise<T>): Promise<T> {
    const before = this.lines.get(origin) ?? Promise.resolve();
    const mine = before.then(work, work);
    const quiet = mine.catch(() => undefined);
    this.lines.set(origin, quiet);
    try {
      return await mine;
    } finally {
      if (this.lines.get(origin) === quiet) this.lines.delete(origin);
    }
  }

  private fileOf(origin: string): string {
    return join(this.folder, originHash(origin));
  }
}

/** Hex SHA-256 of the origin: part of the address that monitors read (C2SP tlog-witness). */
export function originHash(origin: string): string {
  return createHash('sha256').update(origin, 'utf8').digest('hex');
}
