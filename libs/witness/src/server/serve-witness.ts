import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Witness } from './witness.js';
import { originHash } from './witness-state.js';

/** A request holds 63 hashes and a note with a hundred signatures at most. */
const MAX_BODY_BYTES = 64 * 1024;
const REQUEST_TIMEOUT_MS = 10_000;
const CHECKPOINT_PATH = /^\/([0-9a-f]{64})\/checkpoint$/;
const PLAIN = 'text/plain; charset=utf-8';

export interface ServeWitnessOptions {
  readonly witness: Witness;
  /** Of the logs it knows. */
  readonly origins: readonly string[];
  readonly port: number;
  readonly host?: string;
  /** Path before `/add-checkpoint`, without the last slash; empty unless given. */
  readonly prefix?: string;
  /** What went wrong inside; the asker is told 500. */
  readonly onError?: (error: unknown) => void;
}

export interface RunningWitness {
  readonly port: number;
  stop(): Promise<void>;
}

/** `POST <prefix>/add-checkpoint` and `GET <prefix>/<hex SHA-256 of the origin>/checkpoint`. */
export async function serveWitness(options: ServeWitnessOptions): Promise<RunningWitness> {
  const server: Server = createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      options.onError?.(error);
      if (!response.headersSent) reply(response, 500, 'the witness could not answer\n');
      else response.destroy();
    });
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = REQUEST_TIMEOUT_MS;
  server.listen(options.port, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}

async function answer(options: ServeWitnessOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { witness, origins, prefix = '' } = options;
  const path = (request.url ?? '').replace(/\?.*$/s, '');
  const inside = path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : undefined;
  if (inside === '/add-checkpoint') {
    if (request.method !== 'POST') {
      reply(response, 405, 'POST\n', PLAIN, { Allow: 'POST' });
      return;
    }
    const body = await readBody(request);
    if (body === undefined) {
      reply(response, 413, 'the request is too large\n', PLAIN, { Connection: 'close' });
      return;
    }
    const said = await witness.addCheckpoint(body);
    reply(response, said.status, said.body, said.type ?? PLAIN);
    return;
  }
  const hash = CHECKPOINT_PATH.exec(inside ?? '')?.[1];
  const origin = origins.find((name) => originHash(name) === hash);
  if (origin === undefined) {
    reply(response, 404, 'not found\n');
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    reply(response, 405, 'GET\n', PLAIN, { Allow: 'GET, HEAD' });
    return;
  }
  const note = await witness.checkpointOf(origin);
  if (note === undefined) reply(response, 404, 'nothing cosigned yet\n');
  else reply(response, 200, note);
}

/** @returns undefined when there is more than any request has */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MAX_BODY_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function reply(
  response: ServerResponse,
  status: number,
  body: string,
  type: string = PLAIN,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-cache', ...headers });
  response.end(body);
}
