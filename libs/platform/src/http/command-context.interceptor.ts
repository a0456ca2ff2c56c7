import type { Clock } from '@liggare/kernel';
import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { Problem } from '../problems/problem.js';
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
    if (request.method === 'POST' && request.principal) {
      request.sentCommand = readSentCommand(request, this.clock);
      if (idempotencyKey(request) !== undefined) await this.claim(request, request.sentCommand.context.commandId);
    }
    return next.handle();
  }

  private async claim(request: CommandRequest, commandId: string): Promise<void> {
    if (await this.keys.claim(commandId, request.method, request.url, request.body)) return;
    const detail = 'Idempotency-Key was used for another request';
    throw new Problem('idempotency-key-reused', {
      detail,
      errors: [{ pointer: 'Idempotency-Key', code: 'idempotency-key-reused', detail }],
    });
  }
}
