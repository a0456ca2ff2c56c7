import { status } from '@grpc/grpc-js';

/** The server has not said a word for as long as a call may take. */
export class ServerSilent extends Error {
  constructor(ms: number) {
    super(`EventStoreDB has not answered for ${ms} ms`);
    this.name = 'ServerSilent';
  }
}

/** The server ended a call that has no end. */
export class CallEnded extends Error {
  constructor() {
    super('EventStoreDB ended the call');
    this.name = 'CallEnded';
  }
}

const REFUSED: ReadonlySet<unknown> = new Set([
  status.INVALID_ARGUMENT,
  status.NOT_FOUND,
  status.PERMISSION_DENIED,
  status.UNAUTHENTICATED,
  status.UNIMPLEMENTED,
  status.OUT_OF_RANGE,
]);

/** What the server itself says of an error: `not-leader`, `access-denied` … (its header `exception`). */
export function exceptionOf(error: unknown): string | undefined {
  const { metadata } = error as { metadata?: { get?(key: string): readonly unknown[] } };
  const [exception] = metadata?.get?.('exception') ?? [];
  return typeof exception === 'string' ? exception : undefined;
}

/**
 * May the same call succeed when it is made again? Everything that has to do with the way to the server, its leader or
 * its load may; what the server understood and refused may not, and neither may a fault of this program.
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof ServerSilent || error instanceof CallEnded) return true;
  const exception = exceptionOf(error);
  if (exception !== undefined) return exception === 'not-leader' || exception === 'timeout';
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code === 'number') return !REFUSED.has(code);
  // The client's own words, without a code, when no node of a cluster answers.
  return typeof message === 'string' && /^(Failed to discover|Channel )/.test(message);
}
