import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { open, type Entry, type ZipFile } from 'yauzl';
import { UnreadableFile } from './raw-row.js';

/** More than this, unpacked, is no workbook but a bomb. */
const LARGEST_PART = 1_073_741_824;

/** The parts of a ZIP file on disk, each read as a stream. */
export class ZipParts {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws UnreadableFile `malformed-xlsx` */
  static async open(file: string): Promise<ZipParts> {
    const openFile = promisify<string, { lazyEntries: boolean; autoClose: boolean }, ZipFile>(open);
    const zip = await openFile(file, { lazyEntries: true, autoClose: false }).catch(() => {
      throw new UnreadableFile('malformed-xlsx', 'the file is not an XLSX workbook');
    });
    const entries = new Map<string, Entry>();
    await new Promise<void>((resolve, reject) => {
      zip.on('error', () => reject(new UnreadableFile('malformed-xlsx', 'the workbook is damaged')));
      zip.on('end', resolve);
      zip.on('entry', (entry: Entry) => {
        entries.set(entry.fileName, entry);
        zip.readEntry();
      });
      zip.readEntry();
    });
    return new ZipParts(zip, entries);
  }

  /** @throws UnreadableFile when it is packed so as to fill the disk */
  async read(name: string): Promise<Readable | undefined> {
    const entry = this.entries.get(name);
    if (!entry) return undefined;
    if (entry.uncompressedSize > LARGEST_PART)
      throw new UnreadableFile('too-large', 'a part of the workbook is too large');
    return promisify<Entry, Readable>(this.zip.openReadStream.bind(this.zip) as never)(entry);
  }

  close(): void {
    this.zip.close();
  }
}
