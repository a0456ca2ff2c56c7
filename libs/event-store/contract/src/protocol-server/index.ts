export type { User } from './access-control.js';
export type { Method, Misbehaviour, Misdeed, Scope } from './misbehaviour.js';
export { ProtocolServer } from './protocol-server.js';
export type { ProtocolServerOptions, TlsOptions } from './protocol-server-options.js';
export type { Member, NodeState } from './rpc/gossip.js';
