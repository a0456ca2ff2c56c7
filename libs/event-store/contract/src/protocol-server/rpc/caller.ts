import type { RpcContext, AnyCall } from './rpc-context.js';
import { notLeader } from '../wire/rpc-errors.js';
import type { Right } from '../access-control.js';

/** The name in the certificate a client showed, if the connection asked for one. */
export function certifiedName(call: AnyCall): string | undefined {
  const name = call.getAuthContext().sslPeerCertificate?.subject?.CN;
  return Array.isArray(name) ? name[0] : name;
}

/** @throws RpcError when the caller may not, or wants the leader and this node is not. */
export function checkAccess(context: RpcContext, call: AnyCall, right: Right, stream: string): void {
  if (call.metadata.get('requires-leader')[0] === 'true') {
    const leader = context.otherLeader();
    if (leader !== undefined) throw notLeader(leader);
  }
  context.access.check(call.metadata, certifiedName(call), right, stream);
}
