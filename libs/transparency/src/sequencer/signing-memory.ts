import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { formatCheckpoint, parseCheckpoint, type Checkpoint } from '@liggare/evidence';

/**
 * What was signed last, in a file beside the key and apart from the database: a database that is restored from a backup
 * has forgotten what the key has signed, and must not make it sign something else.
 */
export class SigningMemory {
  constructor(private readonly file: string) {}

  /** @throws Error the file is not one of these: then nobody knows what was signed */
  async read(): Promise<Checkpoint | undefined> {
    try {
      return parseCheckpoint(await readFile(this.file, 'utf8'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** On the disk, whole, before this returns. */
  async write(checkpoint: Omit<Checkpoint, 'extensions'>): Promise<void> {
    const draft = `${this.file}.new`;
    const handle = await open(draft, 'w', 0o600);
    try {
      await handle.writeFile(formatCheckpoint(checkpoint));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, this.file);
    if (process.platform === 'win32') return;
    const folder = await open(dirname(this.file), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}
