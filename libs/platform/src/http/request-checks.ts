import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';

/** No body of the API nests deeper; what does is made to exhaust the stack of those who walk it. */
const MAX_DEPTH = 32;

/** What a route that takes files takes; it reads them itself. */
export const FILE_TYPES = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.popolo+json',
];
const TAKES_FILES = '/v1/imports';

/** Bodies are JSON, and nothing else that a framework may know to parse; or files. @throws Problem 415 or 400 */
export function checkHead(request: FastifyRequest): void {
  const type = request.headers['content-type'];
  const hasBody = !['GET', 'HEAD'].includes(request.method);
  const isFile =
    request.routeOptions.url === TAKES_FILES && FILE_TYPES.includes((type ?? '').split(';')[0]!.trim().toLowerCase());
  if (hasBody && type !== undefined && !isFile && !/^application\/json\s*(;|$)/i.test(type)) {
    throw new Problem('unsupported-media-type');
  }
  // PostgreSQL holds no NUL; no address of the register has one.
  if (request.url.includes('%00')) throw new Problem('malformed-request', { detail: 'the address holds a NUL' });
}

/** What is wrong with a body that nests too deep. */
export function depthProblem(body: unknown): Problem | undefined {
  let level = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return new Problem('malformed-request', { detail: 'the body nests too deep' });
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : [],
    );
  }
  return undefined;
}
