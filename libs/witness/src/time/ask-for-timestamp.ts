import { randomBytes } from 'node:crypto';
import { timestampRequest } from './timestamp-request.js';
import { readTimestampResponse, TimestampRefused, type Timestamp } from './timestamp-response.js';

const TIMEOUT_MS = 15_000;
const MAX_ANSWER_BYTES = 256 * 1024;

/**
 * A timestamp of a text from any authority (RFC 3161 over HTTP). Of a checkpoint, the text without its signatures is stamped.
 * @throws TimestampRefused, MalformedDer, and what fetch throws
 */
export async function askForTimestamp(url: string, text: string, timeoutMs = TIMEOUT_MS): Promise<Timestamp> {
  const nonce = BigInt(`0x${randomBytes(8).toString('hex')}`);
  const response = await fetch(url, {
    method: 'POST',
    body: Buffer.from(timestampRequest(text, nonce)),
    headers: { 'Content-Type': 'application/timestamp-query', Accept: 'application/timestamp-reply' },
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new TimestampRefused(`HTTP ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length > MAX_ANSWER_BYTES) throw new TimestampRefused('an answer longer than any');
  return readTimestampResponse(bytes, { text, nonce });
}
