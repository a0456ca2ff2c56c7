import type { Metadata } from '@grpc/grpc-js';
import { accessDenied, unauthenticated } from './wire/rpc-errors.js';
import { isMetastream, originalOf, type StreamAcl, type StreamMetadata } from './log/stream-metadata.js';

export interface User {
  readonly login: string;
  readonly password: string;
  readonly fullName?: string;
  readonly groups: readonly string[];
}

export type Right = 'read' | 'write' | 'delete';

const ADMINS = '$admins';
const EVERYONE = '$all';
const ALL_STREAM = '$all';

/** Who may do what. Without users everyone may do everything, as on a server started insecurely. */
export class AccessControl {
  constructor(
    readonly users: ReadonlyMap<string, User> | undefined,
    private readonly metadataOf: (stream: string) => StreamMetadata,
  ) {}

  /**
   * @param certified the name in the client's certificate, when it showed one.
   * @throws RpcError UNAUTHENTICATED when the credentials are wrong, PERMISSION_DENIED when the right is missing.
   */
  check(headers: Metadata, certified: string | undefined, right: Right, stream: string): void {
    if (this.users === undefined) return;
    const user = this.userOf(headers, certified);
    if (user === undefined || !this.allowed(user, right, stream)) throw accessDenied();
  }

  /** @throws RpcError unless the caller is an administrator. */
  checkAdmin(headers: Metadata, certified: string | undefined): void {
    if (this.users === undefined) return;
    if (this.userOf(headers, certified)?.groups.includes(ADMINS) !== true) throw accessDenied();
  }

  /** The user who calls; `undefined` when nobody says who they are. */
  userOf(headers: Metadata, certified: string | undefined): User | undefined {
    const [header] = headers.get('authorization');
    if (header === undefined) return certified === undefined ? undefined : this.users?.get(certified);
    const [scheme, token = ''] = header.toString().split(' ');
    const credentials = Buffer.from(token, 'base64').toString('utf8');
    const colon = credentials.indexOf(':');
    const user = this.users?.get(credentials.slice(0, colon));
    if (scheme !== 'Basic' || user === undefined || user.password !== credentials.slice(colon + 1))
      throw unauthenticated();
    return user;
  }

  private allowed(user: User, right: Right, stream: string): boolean {
    if (user.groups.includes(ADMINS)) return true;
    const original = isMetastream(stream) ? originalOf(stream) : stream;
    const allowed = this.listed(original, right, isMetastream(stream)) ?? defaultAccess(original);
    return allowed.some((name) => name === EVERYONE || name === user.login || user.groups.includes(name));
  }

  private listed(stream: string, right: Right, metadata: boolean): readonly string[] | undefined {
    const acl = stream === ALL_STREAM ? undefined : this.metadataOf(stream).acl;
    return acl?.[metadata ? METADATA_RIGHT[right] : right];
  }
}

const METADATA_RIGHT: Readonly<Record<Right, keyof StreamAcl>> = {
  read: 'readMetadata',
  write: 'writeMetadata',
  delete: 'writeMetadata',
};

function defaultAccess(stream: string): readonly string[] {
  return stream.startsWith('$') ? [ADMINS] : [EVERYONE];
}
