import {
  EventIdConflict,
  InvalidEvent,
  NotFound,
  Refusal,
  StaleRevision,
  WrongExpectedRevision,
} from '@liggare/kernel';
import { HttpException } from '@nestjs/common';
import type { ProblemCode } from './catalogue.js';
import { Problem } from './problem.js';

/** Rules about what there already is, rather than about what was sent: 409 instead of 422. */
const CONFLICT = /^(already-|.*-already-|seat-taken|.*-conflict$)/;

/** Whatever was thrown, as the problem that the client is told. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Refusal) {
    const { rule, message: detail, field: pointer } = error;
    const errors = [{ ...(pointer === undefined ? {} : { pointer }), code: rule, detail }];
    return new Problem(CONFLICT.test(rule) ? 'state-conflict' : 'rule-broken', { rule, detail, errors });
  }
  if (error instanceof NotFound) return new Problem('not-found', { detail: error.message });
  if (error instanceof StaleRevision) return new Problem('stale-revision', { revision: error.actual });
  if (error instanceof WrongExpectedRevision || error instanceof EventIdConflict) return new Problem('state-conflict');
  if (error instanceof InvalidEvent && error.pointer !== '' && error.eventType !== 'metadata')
    return unrecordable(error);
  if (error instanceof HttpException) return new Problem(codeOfStatus(error.getStatus()));
  if (isConnectionLoss(error)) return new Problem('unavailable');
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return new Problem(typeof status === 'number' ? codeOfStatus(status) : 'internal-error');
}

/** The door let something through that the event catalogue does not: the sender's to mend, and ours (it is logged). */
function unrecordable(error: InvalidEvent): Problem {
  const detail = `what was sent cannot be recorded: ${error.message}`;
  return new Problem('invalid-fields', { detail, errors: [{ code: 'not-recordable', detail }], cause: error });
}

function codeOfStatus(status: number): ProblemCode {
  const codes: Record<number, ProblemCode> = {
    401: 'unauthenticated',
    403: 'forbidden',
    404: 'not-found',
    405: 'method-not-allowed',
    406: 'not-acceptable',
    409: 'state-conflict',
    412: 'stale-revision',
    413: 'too-large',
    415: 'unsupported-media-type',
    422: 'invalid-fields',
    503: 'unavailable',
  };
  return codes[status] ?? (status >= 400 && status < 500 ? 'malformed-request' : 'internal-error');
}

/** gRPC: CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, UNAVAILABLE. */
const NO_ANSWER: readonly unknown[] = [1, 4, 8, 14];
/** What an event store says that has waited in vain: whether it was written nobody knows, the same key will tell. */
const WAITED = ['AppendOutcomeUnknown', 'ServerSilent', 'CallEnded'];

/** SQLSTATE classes 08 (connection), 57P (shutdown), 53 (no resources); and what the network itself says. */
function isConnectionLoss(error: unknown): boolean {
  const { code, message, name } = (error ?? {}) as { code?: unknown; message?: unknown; name?: unknown };
  if (NO_ANSWER.includes(code) || WAITED.some((waited) => waited === name)) return true;
  if (typeof code === 'string' && /^(08|57P|53|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT)/.test(code)) return true;
  return (
    typeof message === 'string' && /^(Connection terminated|timeout exceeded when trying to connect)/.test(message)
  );
}
