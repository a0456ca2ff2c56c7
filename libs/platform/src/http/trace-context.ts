import { derivedId } from '@liggare/kernel';
import type { FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';

/** W3C Trace Context: which chain of calls a request belongs to. */
export interface TraceContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  readonly traceparent: string;
}

const FORM = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;
const known = new WeakMap<object, TraceContext>();

/** The caller's trace, or a new one; the same for the whole request. */
export function traceOf(request: FastifyRequest): TraceContext {
  const found = known.get(request.raw);
  if (found) return found;
  const match = FORM.exec(String(request.headers['traceparent'] ?? ''));
  const traceId = match?.[1] ?? randomBytes(16).toString('hex');
  const flags = match?.[3] ?? '00';
  const trace = { traceId, traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-${flags}` };
  known.set(request.raw, trace);
  return trace;
}

/** The trace as the envelope's correlation id, which is a UUID. */
export function correlationId(trace: TraceContext): string {
  return derivedId('trace', trace.traceId);
}
