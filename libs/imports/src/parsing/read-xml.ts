import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { UnreadableFile } from './raw-row.js';
import { decoded } from './text-decoding.js';

export interface XmlReader {
  open?(tag: SaxesTagPlain): void;
  /** @param text all text directly within the element */
  close?(name: string, text: string): void;
}

/**
 * Reads XML piece by piece; resumes after each, so that what has been read can be taken away. Namespace prefixes are
 * left off. Entities of a document type are never followed. @throws UnreadableFile `malformed-xlsx`
 */
export async function* readXml(stream: Readable, reader: XmlReader): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false });
  const texts: string[] = [];
  parser.on('opentag', (tag) => {
    texts.push('');
    reader.open?.({ ...tag, name: local(tag.name) });
  });
  parser.on('text', (text) => {
    if (texts.length > 0) texts[texts.length - 1] += text;
  });
  parser.on('closetag', (tag) => reader.close?.(local(tag.name), texts.pop() ?? ''));
  try {
    for await (const text of decoded(stream as AsyncIterable<Uint8Array>, 'utf-8')) {
      parser.write(text);
      yield;
    }
    parser.close();
  } catch {
    throw new UnreadableFile('malformed-xlsx', 'a part of the workbook is damaged');
  }
}

/** For small parts: reads to the end. */
export async function readWholeXml(stream: Readable | undefined, reader: XmlReader): Promise<void> {
  if (!stream) return;
  for await (const _ of readXml(stream, reader));
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
