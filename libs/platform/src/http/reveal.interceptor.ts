import { isCommitment } from '@liggare/kernel';
import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import type { AuthenticatedRequest } from '../identity/authentication.guard.js';
import { MAY_SEE_NAMES, MAY_UNMASK } from '../identity/role.js';
import { LOGGER, type Logger } from '../observability/logger.js';
import type { Revealed, Revealer } from '../revealer.js';
import { REVEALER } from '../tokens.js';
import { purposeOf } from './purpose.js';

/**
 * The one place where personal data becomes readable: every commitment `{_sd}` in a response is replaced by its text,
 * or by `{withheld: reason}` when no role of the reader may see it or it cannot be opened. Protected identities are shown
 * to those only who may unmask and say for which matter; each time is logged. Streams pass as they are: what is
 * streamed holds commitments.
 */
@Injectable()
export class RevealInterceptor implements NestInterceptor {
  constructor(
    @Inject(REVEALER) private readonly revealer: Revealer,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const { principal } = request;
    const permitted = principal?.roles.some((role) => MAY_SEE_NAMES.has(role)) ?? false;
    if (!principal || !permitted) return next.handle().pipe(mergeMap((body: unknown) => this.open(body)));
    const mayUnmask = principal.roles.some((role) => MAY_UNMASK.has(role));
    const purpose = mayUnmask ? purposeOf(request) : undefined;
    return next.handle().pipe(mergeMap((body: unknown) => this.open(body, { id: principal.id, purpose })));
  }

  /** @param reader absent: may see no names */
  private async open(body: unknown, reader?: Reader): Promise<unknown> {
    const digests = new Set<string>();
    collect(body, digests);
    if (digests.size === 0) return body;
    if (!reader) return replace(body, () => NOT_PERMITTED);
    const { id: actor, purpose } = reader;
    const revealed = await this.revealer.reveal([...digests], { mayUnmask: purpose !== undefined });
    const unmasked = [...revealed.values()].filter((one) => 'value' in one && one.unmasked).length;
    if (unmasked > 0) this.logger.warn({ actor, purpose, values: unmasked }, 'protected identities were shown');
    return replace(body, (digest) => shown(revealed.get(digest) ?? UNKNOWN));
  }
}

/** Who sees names, and for which matter protected ones too. */
interface Reader {
  readonly id: string;
  readonly purpose: string | undefined;
}

const UNKNOWN: Revealed = { withheld: 'unknown' };
const NOT_PERMITTED: Revealed = { withheld: 'not-permitted' };

function shown(revealed: Revealed): unknown {
  return 'value' in revealed ? revealed.value : revealed;
}

function collect(value: unknown, into: Set<string>): void {
  if (isCommitment(value)) into.add(value._sd);
  else if (Array.isArray(value)) for (const item of value) collect(item, into);
  else if (isRecord(value)) for (const item of Object.values(value)) collect(item, into);
}

function replace(value: unknown, open: (digest: string) => unknown): unknown {
  if (isCommitment(value)) return open(value._sd);
  if (Array.isArray(value)) return value.map((item) => replace(item, open));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replace(item, open)]));
}

/** Views are plain objects or instances of their DTO classes; streams, buffers and dates are none of these. */
function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value) || value instanceof Date) return false;
  return !('pipe' in value) && !('getStream' in value);
}
