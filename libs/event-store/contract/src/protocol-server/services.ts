import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { UsersService } from '@eventstore/db-client/generated/users_grpc_pb.js';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { TlsOptions } from './protocol-server-options.js';
import { append } from './rpc/append.js';
import { batchAppend } from './rpc/batch-append.js';
import { deleteStream, tombstoneStream } from './rpc/delete-stream.js';
import { gossip, type Member } from './rpc/gossip.js';
import { read } from './rpc/read.js';
import type { RpcContext } from './rpc/rpc-context.js';
import { supportedMethods } from './rpc/server-features.js';
import { userDetails } from './rpc/users.js';

/** In bytes. Above the largest append, so that it is the append that is refused and not the message. */
const LARGEST_MESSAGE = 17 * 1024 * 1024;

/** Every service the double has. What is missing answers UNIMPLEMENTED, as a server does that is too old. */
export function services(context: RpcContext, members: () => readonly Member[]): Server {
  const grpc = new Server({ 'grpc.max_receive_message_length': LARGEST_MESSAGE });
  grpc.addService(StreamsService, {
    read: read(context),
    append: append(context),
    batchAppend: batchAppend(context),
    delete: deleteStream(context),
    tombstone: tombstoneStream(context),
  });
  grpc.addService(ServerFeaturesService, { getSupportedMethods: supportedMethods(context) });
  grpc.addService(GossipService, { read: gossip(context, members) });
  grpc.addService(UsersService, { details: userDetails(context) });
  return grpc;
}

export function credentials(tls: TlsOptions | undefined): ServerCredentials {
  if (tls === undefined) return ServerCredentials.createInsecure();
  const authority = tls.authority === undefined ? null : Buffer.from(tls.authority);
  const pair = { cert_chain: Buffer.from(tls.certificate), private_key: Buffer.from(tls.privateKey) };
  return ServerCredentials.createSsl(authority, [pair], tls.userCertificates ?? false);
}
