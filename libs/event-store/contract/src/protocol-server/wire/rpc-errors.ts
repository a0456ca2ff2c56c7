import { Metadata, status } from '@grpc/grpc-js';

/** An error that ends a call, with the trailers by which clients tell one from another (`RpcExceptions` in the server). */
export class RpcError extends Error {
  readonly metadata = new Metadata();

  constructor(
    readonly code: status,
    readonly details: string,
    trailers: Readonly<Record<string, string>> = {},
  ) {
    super(details);
    for (const [name, value] of Object.entries(trailers)) this.metadata.set(name, printable(value));
  }
}

/** Trailers are ASCII. */
function printable(text: string): string {
  return text.replaceAll(/[^ -~]/gu, '?');
}

export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

export function accessDenied(): RpcError {
  return new RpcError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
}

export function unauthenticated(): RpcError {
  return new RpcError(status.UNAUTHENTICATED, 'Bad gRPC response. HTTP status code: 401');
}

export function notLeader(leader: Endpoint): RpcError {
  return new RpcError(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': leader.host,
    'leader-endpoint-port': String(leader.port),
  });
}

export function shuttingDown(): RpcError {
  return new RpcError(status.UNAVAILABLE, 'Server Is Shutting Down', { exception: 'server-shutting-down' });
}

export function streamDeleted(stream: string): RpcError {
  return new RpcError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });
}

/** @param expected and `actual` as signed numbers: -1 no stream, -2 any, -4 stream exists. */
export function wrongExpectedVersion(stream: string, expected: bigint, actual: bigint): RpcError {
  return new RpcError(
    status.FAILED_PRECONDITION,
    `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${actual}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': expected.toString(),
      'actual-version': actual.toString(),
    },
  );
}

export function appendTooLarge(limit: number): RpcError {
  return new RpcError(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });
}

export function missingMetadata(property: string): RpcError {
  return new RpcError(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });
}

export function invalidArgument(details: string): RpcError {
  return new RpcError(status.INVALID_ARGUMENT, details);
}

export function invalidPosition(): RpcError {
  return invalidArgument('Trying to read from an invalid position.');
}

export function userNotFound(login: string): RpcError {
  return new RpcError(status.NOT_FOUND, `User '${login}' is not found.`, {
    exception: 'user-not-found',
    'login-name': login,
  });
}
