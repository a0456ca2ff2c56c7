import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { READ_MODELS, RECEIPTS, type ReadModels, type Receipts } from '../tokens.js';
import { Written } from './written.js';

/** How long a writer waits for the read models and the receipt before it is told that they are still on their way. */
const READ_YOUR_WRITES_MS = 2_000;

/**
 * Answers commands: 201 or 200, `Location`, the new `ETag`, and the position in the log. Waits until the read models
 * show what was written and it can be proven, unless `Prefer: respond-async` (RFC 7240) asks not to;
 * `Liggare-Read-Models` says which, and `Liggare-Receipt` where the proof is, or that it is pending.
 */
@Injectable()
export class WrittenInterceptor implements NestInterceptor {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(RECEIPTS) private readonly receipts: Receipts,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    return next.handle().pipe(
      mergeMap(async (result: unknown) => {
        if (!(result instanceof Written)) return result;
        const { executed, location, created, body } = result as Written;
        void reply.status(created ? 201 : 200);
        void reply.header('Location', location);
        void reply.header('ETag', `"${executed.revision}"`);
        void reply.header('Liggare-Position', executed.position.toString());
        const { readModels, receipt } = await this.wait(request, reply, executed.position);
        void reply.header('Liggare-Read-Models', readModels);
        void reply.header('Liggare-Receipt', receipt);
        return body;
      }),
    );
  }

  private async wait(request: FastifyRequest, reply: FastifyReply, position: Written['executed']['position']) {
    if (/\brespond-async\b/.test(String(request.headers['prefer'] ?? ''))) {
      void reply.header('Preference-Applied', 'respond-async');
      return { readModels: 'pending', receipt: 'pending' };
    }
    const [shown, signed] = await Promise.all([
      this.readModels.waitFor(position, READ_YOUR_WRITES_MS),
      this.receipts.waitFor(position, READ_YOUR_WRITES_MS),
    ]);
    return {
      readModels: shown ? 'current' : 'pending',
      receipt: signed ? `/v1/evidence/receipts/${position}` : 'pending',
    };
  }
}
