import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';

/**
 * Makes the tag of an entity (`"7"`, its revision) a strong validator of this very body, `"7-<digest>"`: the same
 * revision reads differently from another day, for another role, or when a name has been erased. `If-Match` takes both
 * forms. Whoever has the body already is answered 304 without one (RFC 9110 §13.1.2).
 */
export function conditionalGet(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  const revision = /^"(\d+)"$/.exec(String(reply.getHeader('etag') ?? ''))?.[1];
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (!reads || reply.statusCode !== 200 || revision === undefined || typeof payload !== 'string') return payload;
  const tag = `"${revision}-${createHash('sha256').update(payload).digest('hex').slice(0, 16)}"`;
  void reply.header('ETag', tag);
  if (!isKnown(request.headers['if-none-match'], tag)) return payload;
  void reply.status(304).removeHeader('content-length').removeHeader('content-type');
  return null;
}

/** Weak comparison, as `If-None-Match` asks for. */
function isKnown(known: string | undefined, tag: string): boolean {
  return (known ?? '').split(',').some((one) => [tag, '*'].includes(one.trim().replace(/^W\//, '')));
}
