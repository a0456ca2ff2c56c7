import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { credentials } from '@grpc/grpc-js';
import { shared, streams } from '../wire/messages.js';
import { streamIdentifier } from '../wire/stream-identifier.js';
import type { ProtocolServer } from '../protocol-server.js';
import { collected } from './wired.js';

/** Reads what the client cannot ask for. */
export async function rawRead(server: ProtocolServer, request: streams.ReadReq): Promise<streams.ReadResp[]> {
  const client = new StreamsClient(`localhost:${server.endpoint.port}`, credentials.createInsecure());
  try {
    return await collected(client.read(request) as AsyncIterable<streams.ReadResp>);
  } finally {
    client.close();
  }
}

export function streamRead(stream: string, uuids: 'string' | 'structured'): streams.ReadReq {
  const from = new streams.ReadReq.Options.StreamOptions().setStreamIdentifier(streamIdentifier(stream));
  const options = readOptions(uuids).setStream(from.setStart(new shared.Empty())).setNoFilter(new shared.Empty());
  return new streams.ReadReq().setOptions(options);
}

export function allRead({ prefixes }: { readonly prefixes: string[] }): streams.ReadReq {
  const from = new streams.ReadReq.Options.AllOptions().setStart(new shared.Empty());
  const expression = new streams.ReadReq.Options.FilterOptions.Expression().setPrefixList(prefixes);
  const filter = new streams.ReadReq.Options.FilterOptions().setStreamIdentifier(expression);
  filter.setCount(new shared.Empty()).setCheckpointintervalmultiplier(1);
  return new streams.ReadReq().setOptions(readOptions('string').setAll(from).setFilter(filter));
}

function readOptions(uuids: 'string' | 'structured'): streams.ReadReq.Options {
  const form = new streams.ReadReq.Options.UUIDOption();
  if (uuids === 'string') form.setString(new shared.Empty());
  else form.setStructured(new shared.Empty());
  const options = new streams.ReadReq.Options().setUuidOption(form).setCount('100');
  return options.setControlOption(new streams.ReadReq.Options.ControlOption());
}
