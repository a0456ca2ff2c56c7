import type { Clock } from '@liggare/kernel';
import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, from, mergeMap, throwError, type Observable } from 'rxjs';
import { Problem } from '../problems/problem.js';
import { toProblem } from '../problems/to-problem.js';
import { CLOCK } from '../tokens.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import { idempotencyKey, readSentCommand, type CommandRequest } from './sent-command.js';

/** Before a POST route: reads the headers of the command, and checks that its key does not stand for another. */
@Injectable()
export class CommandContextInterceptor implements NestInterceptor {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly keys: IdempotencyKeys,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<CommandRequest>();
    if (request.method !== 'POST' || !request.principal) return next.handle();
    request.sentCommand = readSentCommand(request, this.clock);
    if (idempotencyKey(request) === undefined) return next.handle();
    const { commandId } = request.sentCommand.context;
    const claim = await this.keys.claim(commandId, request.method, request.url, request.body);
    if (claim === 'clash') throw keyReused();
    return claim === 'repeat'
      ? next.handle()
      : next.handle().pipe(catchError((error) => this.refused(commandId, error)));
  }

  /** Below 500 nothing was written, so that the sender may mend the request and keep its key. */
  private refused(commandId: string, error: unknown): Observable<never> {
    const rethrow = throwError(() => error);
    if (toProblem(error).status >= 500) return rethrow;
    return from(this.keys.release(commandId)).pipe(mergeMap(() => rethrow));
  }
}

function keyReused(): Problem {
  const detail = 'Idempotency-Key was used for another request';
  return new Problem('idempotency-key-reused', {
    detail,
    errors: [{ pointer: 'Idempotency-Key', code: 'idempotency-key-reused', detail }],
  });
}
