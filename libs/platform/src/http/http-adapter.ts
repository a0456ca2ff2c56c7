import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_MEDIA_TYPE, problemDocument } from '../problems/problem-document.js';
import { toProblem } from '../problems/to-problem.js';
import { languageOf } from './language.js';
import { traceOf } from './trace-context.js';

/** Bodies are small; the largest is the full text of a decision. */
export const BODY_LIMIT = 1_048_576;

/** Fastify as the API runs on it. Errors that come before any route are problems too, and echo nothing. */
export function createHttpAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const problem = toProblem(error);
      const language = languageOf(request.headers['accept-language']);
      void reply
        .status(problem.status)
        .type(PROBLEM_MEDIA_TYPE)
        .send(problemDocument(problem, traceOf(request), language));
    },
  });
}
