import type { handleUnaryCall } from '@grpc/grpc-js';
import { gossip as messages, type shared } from '../wire/messages.js';
import type { Endpoint } from '../wire/rpc-errors.js';
import { uuidMessage } from '../wire/uuid.js';
import type { RpcContext } from './rpc-context.js';
import { unary } from './unary.js';

export type NodeState = 'leader' | 'follower' | 'read-only-replica' | 'catching-up' | 'shut-down';

/** A node as gossip tells of it. */
export interface Member extends Endpoint {
  readonly id: string;
  readonly state: NodeState;
  readonly alive: boolean;
}

/** Gossip.Read: which nodes there are. Open to everyone, so that clients can find their way before they log in. */
export function gossip(
  context: RpcContext,
  members: () => readonly Member[],
): handleUnaryCall<shared.Empty, messages.ClusterInfo> {
  return unary(context, 'gossip', () => {
    const info = new messages.ClusterInfo();
    for (const member of members()) {
      const entry = new messages.MemberInfo();
      entry.setInstanceId(uuidMessage(member.id, 'structured'));
      entry.setTimeStamp((BigInt(context.log.now()) * 10_000n).toString());
      entry.setState(stateNumber(member.state)).setIsAlive(member.alive);
      entry.setHttpEndPoint(new messages.EndPoint().setAddress(member.host).setPort(member.port));
      info.addMembers(entry);
    }
    return info;
  });
}

function stateNumber(state: NodeState): messages.MemberInfo.VNodeState {
  const states = messages.MemberInfo.VNodeState;
  switch (state) {
    case 'leader':
      return states.LEADER;
    case 'follower':
      return states.FOLLOWER;
    case 'read-only-replica':
      return states.READONLYREPLICA;
    case 'catching-up':
      return states.CATCHINGUP;
    case 'shut-down':
      return states.SHUTDOWN;
  }
}
