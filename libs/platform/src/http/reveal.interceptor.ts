import { isCommitment } from '@liggare/kernel';
import {
  Inject,
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import type { AuthenticatedRequest } from '../identity/authentication.guard.js';
import { MAY_SEE_NAMES } from '../identity/role.js';
import type { Revealed, Revealer } from '../revealer.js';
import { REVEALER } from '../tokens.js';

/**
 * The one place where personal data becomes readable: every commitment `{_sd}` in a response is replaced by its text,
 * or by `{withheld: reason}` when the role may not see it or it cannot be opened.
 */
@Injectable()
export class RevealInterceptor implements NestInterceptor {
  constructor(@Inject(REVEALER) private readonly revealer: Revealer) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { actingRole } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const permitted = actingRole !== undefined && MAY_SEE_NAMES.has(actingRole);
    return next.handle().pipe(mergeMap((body: unknown) => this.open(body, permitted)));
  }

  private async open(body: unknown, permitted: boolean): Promise<unknown> {
    if (body instanceof StreamableFile) return body;
    const digests = new Set<string>();
    collect(body, digests);
    if (digests.size === 0) return body;
    const revealed = permitted ? await this.revealer.reveal([...digests]) : new Map<string, Revealed>();
    return replace(body, (digest) => shown(permitted ? (revealed.get(digest) ?? UNKNOWN) : NOT_PERMITTED));
  }
}

const UNKNOWN: Revealed = { withheld: 'unknown' };
const NOT_PERMITTED: Revealed = { withheld: 'not-permitted' };

function shown(revealed: Revealed): unknown {
  return 'value' in revealed ? revealed.value : revealed;
}

function collect(value: unknown, into: Set<string>): void {
  if (isCommitment(value)) into.add(value._sd);
  else if (Array.isArray(value)) for (const item of value) collect(item, into);
  else if (isPlainObject(value)) for (const item of Object.values(value)) collect(item, into);
}

function replace(value: unknown, open: (digest: string) => unknown): unknown {
  if (isCommitment(value)) return open(value._sd);
  if (Array.isArray(value)) return value.map((item) => replace(item, open));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replace(item, open)]));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !Buffer.isBuffer(value);
}
