import { canonicalBytes } from '../canonical-json.js';
import { Malformed } from '../note/malformed.js';
import type { Leaf } from './leaf.js';

const TEXTS = ['log', 'id', 'type', 'stream', 'recordedAt', 'actor', 'role', 'command', 'corr', 'dataHash', 'metaHash'];
const MAYBE = ['validFrom', 'validTo', 'onBehalfOf', 'cause'];
const COUNTS = ['v', 'schema', 'rev'];

const FORMS: Readonly<Record<string, RegExp>> = {
  recordedAt: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  validFrom: /^\d{4}-\d\d-\d\d$/,
  validTo: /^\d{4}-\d\d-\d\d$/,
  dataHash: /^[A-Za-z0-9_-]{43}$/,
  metaHash: /^[A-Za-z0-9_-]{43}$/,
};

/**
 * Reads an entry of the tree. Strict: canonical JSON of exactly the fields of a leaf.
 * @throws Malformed
 */
export function parseLeaf(entry: Uint8Array): Leaf {
  const fail = (reason: string) => new Malformed('leaf', reason);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(entry));
    if (Buffer.compare(canonicalBytes(value), entry) !== 0) throw fail('not canonical');
  } catch (error) {
    throw error instanceof Malformed ? error : fail('not canonical JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw fail('not an object');
  const fields = value as Record<string, unknown>;
  const unknown = Object.keys(fields).find((name) => ![...TEXTS, ...MAYBE, ...COUNTS].includes(name));
  if (unknown !== undefined) throw fail(`a field that leaves do not have: ${unknown}`);
  for (const name of [...TEXTS, ...MAYBE.filter((each) => each in fields)]) {
    const text = fields[name];
    if (typeof text !== 'string' || text === '') throw fail(`${name} is no text`);
    if (FORMS[name] && !FORMS[name].test(text)) throw fail(`${name} is not in its form`);
  }
  for (const name of COUNTS) {
    if (!Number.isSafeInteger(fields[name]) || (fields[name] as number) < 0) throw fail(`${name} is no count`);
  }
  if (fields['v'] !== 1) throw fail('of a version that is not known here');
  return value as Leaf;
}
