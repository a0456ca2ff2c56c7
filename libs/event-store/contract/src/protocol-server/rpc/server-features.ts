import type { handleUnaryCall } from '@grpc/grpc-js';
import { serverFeatures, type shared } from '../wire/messages.js';
import type { RpcContext } from './rpc-context.js';
import { unary } from './unary.js';

const SERVER_VERSION = '23.10.0';

/** Every method served here, with what its server says of it: `event_store.client.` before the service. */
const METHODS: readonly (readonly [service: string, method: string, features: readonly string[]])[] = [
  ['streams.streams', 'read', ['position', 'events']],
  ['streams.streams', 'append', []],
  ['streams.streams', 'delete', []],
  ['streams.streams', 'tombstone', []],
  ['streams.streams', 'batchappend', ['deadline_duration']],
  ['gossip.gossip', 'read', []],
  ['users.users', 'details', []],
  ['server_features.serverfeatures', 'getsupportedmethods', []],
];

/** ServerFeatures.GetSupportedMethods. */
export function supportedMethods(context: RpcContext): handleUnaryCall<shared.Empty, serverFeatures.SupportedMethods> {
  return unary(context, 'serverFeatures', () => {
    const answer = new serverFeatures.SupportedMethods().setEventStoreServerVersion(SERVER_VERSION);
    for (const [service, method, features] of METHODS) {
      if (method === 'batchappend' && !context.batchAppend) continue;
      const supported = new serverFeatures.SupportedMethod();
      supported.setServiceName(`event_store.client.${service}`).setMethodName(method);
      answer.addMethods(supported.setFeaturesList([...features]));
    }
    return answer;
  });
}
