import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { parse, CsvError } from 'csv-parse';
import { UnreadableFile, type RawRow } from './raw-row.js';
import { decoded } from './text-decoding.js';

/** A row is at most this long, in characters: an open quotation mark must not swallow the whole file. */
const LONGEST_ROW = 1_000_000;

/**
 * The rows of a text file, streamed. The separator is whichever of `;`, `,` and tab the header row has most of.
 * @throws UnreadableFile `malformed-csv` with the line
 */
export async function* readCsv(file: string, encoding: string): AsyncGenerator<RawRow> {
  const delimiter = await separatorOf(file, encoding);
  const text = Readable.from(decoded(createReadStream(file), encoding));
  const parser = parse({ delimiter, bom: true, relax_column_count: true, max_record_size: LONGEST_ROW });
  text.on('error', (error) => parser.destroy(error));
  let number = 0;
  try {
    for await (const cells of text.pipe(parser) as AsyncIterable<string[]>) yield { number: ++number, cells };
  } catch (error) {
    // The parser's own words may quote the content; the code does not.
    if (error instanceof CsvError)
      throw new UnreadableFile('malformed-csv', `row ${number + 1} cannot be read: ${error.code}`);
    throw error;
  } finally {
    text.destroy();
  }
}

async function separatorOf(file: string, encoding: string): Promise<string> {
  let header = '';
  for await (const text of decoded(createReadStream(file, { end: 65_535 }), encoding)) header += text;
  const line = /^[^\r\n]*/.exec(header.replace(/^\uFEFF/, ''))![0].replaceAll(/"[^"]*"/g, '');
  const count = (separator: string) => line.split(separator).length;
  return [';', ',', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
