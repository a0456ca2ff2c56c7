import { derivedId, freshId, type Clock, type CommandContext } from '@liggare/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AuthenticatedRequest } from '../identity/authentication.guard.js';
import { Problem } from '../problems/problem.js';
import { correlationId, traceOf } from './trace-context.js';

/** What a request says about its command besides the body. A class, because decorated signatures need a value. */
export abstract class SentCommand {
  readonly context!: CommandContext;
  /** The revision the sender saw (`If-Match: "7"`). */
  readonly ifMatch?: bigint;
  /** The id of what the command creates; the same when it is sent again with the same Idempotency-Key. */
  readonly newId!: string;
}

/** A request on which {@link CommandContextInterceptor} has left what the headers say. */
export interface CommandRequest extends AuthenticatedRequest {
  sentCommand?: SentCommand;
}

/** The parameter of a route that sends a command. */
export const Sent = createParamDecorator((_data: unknown, context: ExecutionContext): SentCommand => {
  const { sentCommand } = context.switchToHttp().getRequest<CommandRequest>();
  if (!sentCommand) throw new Error('@Sent() outside of a POST route');
  return sentCommand;
});

const KEY = /^[\x21-\x7e]{1,255}$/;

/** @throws Problem 400 naming the header. */
export function readSentCommand(request: CommandRequest, clock: Clock): SentCommand {
  const { principal, actingRole } = request;
  if (!principal || !actingRole) throw new Problem('unauthenticated');
  const key = idempotencyKey(request);
  const commandId = key === undefined ? freshId() : derivedId('command', principal.id, key);
  const ifMatch = readIfMatch(request);
  const onBehalfOf = header(request, 'liggare-on-behalf-of');
  if (onBehalfOf !== undefined && !KEY.test(onBehalfOf))
    throw malformed('Liggare-On-Behalf-Of', 'must be 1 to 255 visible ASCII characters');
  return {
    newId: derivedId('new', commandId),
    ...(ifMatch === undefined ? {} : { ifMatch }),
    context: {
      commandId,
      actor: { id: principal.id, role: actingRole },
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      correlationId: correlationId(traceOf(request)),
      now: clock.now(),
    },
  };
}

/** The key as sent; the draft's quoted form (a structured-field string) means the same as the bare one. */
export function idempotencyKey(request: CommandRequest): string | undefined {
  const sent = header(request, 'idempotency-key');
  if (sent === undefined) return undefined;
  const key = /^"(.*)"$/.exec(sent)?.[1] ?? sent;
  if (!KEY.test(key)) throw malformed('Idempotency-Key', 'must be 1 to 255 visible ASCII characters');
  return key;
}

function readIfMatch(request: CommandRequest): bigint | undefined {
  const sent = header(request, 'if-match');
  if (sent === undefined || sent === '*') return undefined;
  // What follows the hyphen tells representations of one revision apart (see conditional-get.ts); a change needs none.
  const match = /^"(\d{1,18})(?:-[0-9a-f]{1,32})?"$/.exec(sent);
  if (!match) throw malformed('If-Match', 'must be one strong entity tag with the revision, like "7"');
  return BigInt(match[1]!);
}

function header(request: CommandRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}

function malformed(name: string, detail: string): Problem {
  return new Problem('malformed-request', {
    detail: `${name} ${detail}`,
    errors: [{ pointer: name, code: 'malformed-header', detail }],
  });
}
