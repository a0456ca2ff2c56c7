import { UsersClient } from '@eventstore/db-client/generated/users_grpc_pb.js';
import { CallCredentials, credentials, Metadata } from '@grpc/grpc-js';
import type { User } from './access-control.js';
import { certificates, type Certificates } from './testing/certificates.js';
import { collected, first, numbers, sampled, samples, Wired } from './testing/wired.js';
import { users as messages } from './wire/messages.js';

const users: readonly User[] = [
  { login: 'admin', password: 'changed-it', groups: ['$admins'] },
  { login: 'ada', password: 'ada: with a colon', groups: [] },
];
const admin = { username: 'admin', password: 'changed-it' };
const ada = { username: 'ada', password: 'ada: with a colon' };
const denied = { type: 'access-denied' };

let keys: Certificates;
let wired: Wired;

beforeAll(async () => {
  keys = await certificates('ada');
});

afterAll(() => keys[Symbol.asyncDispose]());

describe('with passwords', () => {
  beforeEach(async () => {
    wired = await Wired.start({ tls: keys.server, users }, keys.trusting);
  });

  afterEach(() => wired[Symbol.asyncDispose]());

  const append = (stream: string, who: typeof admin) =>
    wired.client.appendToStream(stream, sampled(1), { credentials: who });

  test('whoever says who they are may write and read', async () => {
    await append('s', ada);
    expect(numbers(await collected(wired.client.readStream('s', { credentials: ada })))).toEqual([1]);
  });

  test('whoever says nothing may not', async () => {
    await expect(wired.client.appendToStream('s', sampled(1))).rejects.toMatchObject(denied);
    await expect(collected(wired.client.readStream('s'))).rejects.toMatchObject(denied);
    await expect(collected(wired.client.subscribeToAll())).rejects.toMatchObject(denied);
    await expect(wired.client.deleteStream('s')).rejects.toMatchObject(denied);
    expect(wired.server.log.stream('s').lastRevision).toBe(-1);
  });

  test('a wrong password and an unknown name are no one', async () => {
    for (const who of [
      { ...admin, password: 'wrong' },
      { ...admin, username: 'nobody' },
    ])
      await expect(append('s', who)).rejects.toMatchObject({ ...denied, code: 16 });
  });

  test('the server’s own streams and $all are for administrators', async () => {
    await expect(append('$own', ada)).rejects.toMatchObject(denied);
    await append('$own', admin);
    await expect(collected(wired.client.readAll({ credentials: ada }))).rejects.toMatchObject(denied);
    expect(await first(1, wired.client.subscribeToAll({ credentials: admin }))).toHaveLength(1);
  });

  test('a stream says itself who may do what with it', async () => {
    await append('s', ada);
    const acl = {
      readRoles: ['ada'],
      writeRoles: ['$admins'],
      metaReadRoles: ['$admins'],
      metaWriteRoles: ['$admins'],
    };
    await wired.client.setStreamMetadata('s', { acl } as never, { credentials: admin });
    expect(await collected(wired.client.readStream('s', { credentials: ada }))).toHaveLength(1);
    await expect(append('s', ada)).rejects.toMatchObject(denied);
    await append('s', admin);
    await expect(wired.client.getStreamMetadata('s', { credentials: ada })).rejects.toMatchObject(denied);
  });

  test('names in the connection string go with batches', async () => {
    const client = connected('admin:changed-it');
    await client.appendToStream('$own', samples(2));
    expect(wired.server.traffic.answers('batchAppend')).toBe(1);
    const stranger = connected('admin:wrong');
    await expect(stranger.appendToStream('$own', samples(2))).rejects.toMatchObject(denied);
  });

  test('an encrypted connection can be cut like any other', async () => {
    await append('s', ada);
    wired.server.misbehave.dropAfter(0, { methods: ['append'] });
    await expect(append('s', ada)).rejects.toThrow();
    expect(wired.server.log.stream('s').lastRevision).toBe(0);
  });

  test('administrators see who there is, others themselves', async () => {
    const ask = (who: typeof admin, login: string) => {
      const metadata = new Metadata();
      metadata.set('authorization', `Basic ${Buffer.from(`${who.username}:${who.password}`).toString('base64')}`);
      const calls = CallCredentials.createFromMetadataGenerator((_, callback) => callback(null, metadata));
      const channel = credentials.createSsl(Buffer.from(keys.authority));
      const client = new UsersClient(
        `localhost:${wired.server.endpoint.port}`,
        credentials.combineChannelCredentials(channel, calls),
      );
      const options = new messages.DetailsReq.Options().setLoginName(login);
      return collected(
        client.details(new messages.DetailsReq().setOptions(options)) as AsyncIterable<messages.DetailsResp>,
      ).finally(() => client.close());
    };
    const logins = async (answers: Promise<messages.DetailsResp[]>) =>
      (await answers).map((answer) => answer.getUserDetails()?.getLoginName());
    expect(await logins(ask(admin, ''))).toEqual(['admin', 'ada']);
    expect(await logins(ask(ada, 'ada'))).toEqual(['ada']);
    await expect(ask(ada, 'admin')).rejects.toMatchObject({ code: 7 });
    await expect(ask(admin, 'nobody')).rejects.toMatchObject({ code: 5 });
  });

  function connected(who: string) {
    return wired.connect(wired.server.connectionString.replace('//', `//${who}@`) + keys.trusting);
  }
});

describe('with certificates', () => {
  beforeEach(async () => {
    const tls = { ...keys.server, authority: keys.authority, userCertificates: true };
    wired = await Wired.start({ tls, users }, keys.showingUser);
  });

  afterEach(() => wired[Symbol.asyncDispose]());

  test('the name in the certificate is the user', async () => {
    await wired.client.appendToStream('s', sampled(1));
    expect(await collected(wired.client.readStream('s'))).toHaveLength(1);
    await expect(collected(wired.client.readAll())).rejects.toMatchObject(denied);
  });

  test('without one nobody gets in', async () => {
    const stranger = wired.connect(wired.server.connectionString + keys.trusting);
    await expect(stranger.appendToStream('s', sampled(1))).rejects.toThrow('UNAVAILABLE');
  });
});
