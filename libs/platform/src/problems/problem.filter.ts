import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../http/language.js';
import { traceOf } from '../http/trace-context.js';
import { LOGGER, type Logger } from '../observability/logger.js';
import { PROBLEM_MEDIA_TYPE, problemDocument } from './problem-document.js';
import { toProblem } from './to-problem.js';

/** Every error leaves as `application/problem+json` (RFC 9457); none shows what was sent, or what is inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error);
    const { invalidToken, revision, cause } = problem.options;
    const trace = traceOf(request);
    if (problem.status >= 500 || cause !== undefined) {
      this.logger.error({ err: describe(cause ?? error), traceId: trace.traceId }, 'request failed');
    }
    if (problem.status === 401) {
      void reply.header('WWW-Authenticate', invalidToken ? 'Bearer error="invalid_token"' : 'Bearer');
    }
    if (revision !== undefined) void reply.header('ETag', `"${revision}"`);
    if (problem.status === 503) void reply.header('Retry-After', '2');
    const language = languageOf(request.headers['accept-language']);
    void reply
      .status(problem.status)
      .header('Content-Language', language)
      .type(PROBLEM_MEDIA_TYPE)
      .send(problemDocument(problem, trace, language));
  }
}

/** For the log: where it broke, without what the message may quote (PostgreSQL's detail quotes values). */
function describe(error: unknown): object {
  const { name, code, stack } = (error ?? {}) as { name?: string; code?: string; stack?: string };
  return {
    name,
    code,
    at: stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 12),
  };
}
