import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Replaces a file by another whole one: on the disk, and its name too, before this returns. */
export async function replaceDurably(file: string, text: string): Promise<void> {
  const draft = `${file}.new`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  await syncFolder(dirname(file));
}

/** A name is on the disk when its folder is. Windows opens no folders, and needs no asking. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
