import type { Language } from '../http/language.js';
import type { TraceContext } from '../http/trace-context.js';
import { correlationId } from '../http/trace-context.js';
import { PROBLEMS } from './catalogue.js';
import type { FieldProblem, Problem } from './problem.js';

/** What a client is told about an error: problem details (RFC 9457) with code, fields and trace. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Names this one occurrence: the correlation id, which the events of the same request would carry. */
  readonly instance: string;
  readonly code: string;
  readonly traceId: string;
  readonly errors?: readonly FieldProblem[];
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

export function problemDocument(problem: Problem, trace: TraceContext, language: Language): ProblemDocument {
  const kind = PROBLEMS[problem.code];
  const { detail, rule, errors } = problem.options;
  return {
    type: `/problems/${problem.code}`,
    title: kind[language],
    status: problem.status,
    detail: detail ?? kind.help[language],
    instance: `urn:uuid:${correlationId(trace)}`,
    code: rule ?? problem.code,
    traceId: trace.traceId,
    ...(errors ? { errors } : {}),
  };
}
