import type { RpcContext, AnyCall } from './rpc-context.js';
import type { Right } from '../access-control.js';

/** The name in the certificate a client showed, if the connection asked for one. */
export function certifiedName(call: AnyCall): string | undefined {
  const name = call.getAuthContext().sslPeerCertificate?.subject?.CN;
  return Array.isArray(name) ? name[0] : name;
}

/** @throws RpcError when the caller may not. */
export function checkAccess(context: RpcContext, call: AnyCall, right: Right, stream: string): void {
  context.access.check(call.metadata, certifiedName(call), right, stream);
}
