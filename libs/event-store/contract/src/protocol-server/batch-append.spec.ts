import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { credentials, type ClientDuplexStream } from '@grpc/grpc-js';
import { freshId, millisOf, systemClock } from '@liggare/kernel';
import { once } from 'node:events';
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { ProtocolServer } from './protocol-server.js';
import { googleEmpty, shared, streams } from './wire/messages.js';
import { streamIdentifier } from './wire/stream-identifier.js';

// What the client never sends, and the server answers nevertheless.

let server: ProtocolServer;
let client: StreamsClient;
let call: ClientDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;

beforeEach(async () => {
  server = await ProtocolServer.start();
  client = new StreamsClient(`localhost:${server.endpoint.port}`, credentials.createInsecure());
  call = client.batchAppend();
});

afterEach(async () => {
  call.on('error', () => undefined);
  await server.stop({ kill: true });
  client.close();
});

function part(correlationId: string, final: boolean): streams.BatchAppendReq {
  const message = new streams.BatchAppendReq.ProposedMessage().setId(new shared.UUID().setString(freshId()));
  message.getMetadataMap().set('type', 'Sampled').set('content-type', 'application/json');
  const request = new streams.BatchAppendReq().setCorrelationId(new shared.UUID().setString(correlationId));
  return request.setProposedMessagesList([message]).setIsFinal(final);
}

function options(milliseconds: number | undefined): streams.BatchAppendReq.Options {
  const all = new streams.BatchAppendReq.Options().setStreamIdentifier(streamIdentifier('s'));
  if (milliseconds !== undefined) {
    const deadline = new timestamp.Timestamp();
    deadline.fromDate(new Date(millisOf(systemClock.now()) + milliseconds));
    all.setDeadline(deadline);
  }
  return all.setAny(new googleEmpty.Empty());
}

async function answer(): Promise<streams.BatchAppendResp> {
  const [response] = (await once(call, 'data')) as [streams.BatchAppendResp];
  return response;
}

test('an append whose deadline has passed is not done', async () => {
  const id = freshId();
  call.write(part(id, true).setOptions(options(-1000)));
  const response = await answer();
  expect(response.getCorrelationId()?.getString()).toBe(id);
  expect(response.getError()?.getDetails()?.getTypeName()).toBe('event_store.client.Timeout');
  expect(server.log.stream('s').lastRevision).toBe(-1);
});

test('an append that is not finished before its deadline is not done', async () => {
  const id = freshId();
  call.write(part(id, false).setOptions(options(50)));
  expect((await answer()).getError()?.getDetails()?.getTypeName()).toBe('event_store.client.Timeout');
  call.write(part(id, true));
  call.write(part(freshId(), true).setOptions(options(undefined)));
  expect((await answer()).getSuccess()?.getCurrentRevision()).toBe('0');
});

test('the parts of several appends may come mixed', async () => {
  const [a, b] = [freshId(), freshId()];
  call.write(part(a, false).setOptions(options(undefined)));
  call.write(part(b, false).setOptions(options(undefined)));
  call.write(part(b, true));
  expect((await answer()).getCorrelationId()?.getString()).toBe(b);
  call.write(part(a, true));
  const second = await answer();
  expect([second.getCorrelationId()?.getString(), second.getSuccess()?.getCurrentRevision()]).toEqual([a, '3']);
});

test('an event without a type is refused', async () => {
  const request = part(freshId(), true).setOptions(options(undefined));
  request.getProposedMessagesList()[0]!.getMetadataMap().del('type');
  call.write(request);
  expect((await answer()).getError()?.getDetails()?.getTypeName()).toBe('event_store.client.BadRequest');
});

test('a client that ends is answered with OK', async () => {
  call.resume();
  call.end();
  const [status] = (await once(call, 'status')) as [{ code: number }];
  expect(status.code).toBe(0);
});

// The client throws where nobody catches when it gets such answers; here they are only looked at.
describe('misbehaviour', () => {
  test('an answer under a correlation id that no one asked with', async () => {
    server.misbehave.unknownCorrelationId({ times: 1 });
    const [first, second] = [freshId(), freshId()];
    call.write(part(first, true).setOptions(options(undefined)));
    expect((await answer()).getCorrelationId()?.getString()).not.toBe(first);
    call.write(part(second, true).setOptions(options(undefined)));
    expect((await answer()).getCorrelationId()?.getString()).toBe(second);
    expect(server.log.stream('s').lastRevision).toBe(1);
  });

  test('every answer twice', async () => {
    server.misbehave.duplicateResponses();
    const id = freshId();
    const seen: (string | undefined)[] = [];
    call.on('data', (response: streams.BatchAppendResp) => seen.push(response.getCorrelationId()?.getString()));
    call.write(part(id, true).setOptions(options(undefined)));
    await once(call, 'data');
    if (seen.length < 2) await once(call, 'data');
    expect(seen).toEqual([id, id]);
    expect(server.log.stream('s').lastRevision).toBe(0);
  });
});
