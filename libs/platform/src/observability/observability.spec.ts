import 'reflect-metadata';
import { createLogger } from './logger.js';
import { TinyRegister } from '../testing/tiny-register.js';

describe('for those who watch', () => {
  let register: TinyRegister;
  beforeEach(async () => void (register = await TinyRegister.start()));
  afterEach(() => register.stop());

  it('says that it lives and is ready, and how far its read models are behind', async () => {
    expect((await register.send({ url: '/healthz', token: '' })).json()).toEqual({ status: 'up' });
    const ready = await register.send({ url: '/readyz', token: '' });
    expect(ready.statusCode).toBe(200);
    expect(ready.json()).toEqual({
      status: 'up',
      head: '0',
      readModels: [{ projection: 'notes', events: 3, seconds: 7 }],
    });
  });

  it('is alive but not ready without its log', async () => {
    register.store.head = () => Promise.reject(new Error('gone'));
    expect((await register.send({ url: '/readyz', token: '' })).statusCode).toBe(503);
    expect((await register.send({ url: '/healthz', token: '' })).statusCode).toBe(200);
  });

  it('counts commands, times requests and shows the lag, to admins only', async () => {
    const url = '/v1/notes';
    const id = '4bf92f35-77b3-4da6-a3ce-929d0e0e4736';
    await register.send({ method: 'POST', url, body: { text: 'Amanda', on: '2024-07-01' } });
    await register.send({ method: 'POST', url, body: { text: 'forbidden', on: '2024-07-01' } });
    await register.send({ url: `/v1/notes/${id}?validAt=2024-07-01` });
    expect((await register.send({ url: '/metrics' })).statusCode).toBe(403);
    const { body, headers } = await register.send({ url: '/metrics', as: 'admin' });
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toContain('liggare_commands_total{route="/v1/notes",outcome="done"} 1');
    expect(body).toContain('liggare_commands_total{route="/v1/notes",outcome="refused"} 1');
    expect(body).toContain('liggare_http_request_seconds_count{method="GET",route="/v1/notes/:id",status="404"} 1');
    expect(body).toContain('liggare_projection_lag_events{projection="notes"} 3');
    expect(body).toContain('liggare_projection_lag_seconds{projection="notes"} 7');
    expect(body).not.toContain(id);
  });

  it('logs the route, never the address', async () => {
    await register.send({ url: '/v1/notes?limit=Arne' });
    expect(register.logged).toContainEqual(expect.objectContaining({ route: '/v1/notes', status: 422 }));
    expect(JSON.stringify(register.logged)).not.toContain('Arne');
  });

  it('keeps tokens out of the log', () => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line) => void lines.push(line) });
    logger.info({ req: { headers: { authorization: 'Bearer secret', cookie: 'secret' } } }, 'seen');
    logger.debug('too quiet');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ msg: 'seen' });
    expect(lines[0]).not.toContain('secret');
  });
});

describe('every answer', () => {
  it('carries the headers that protect it', async () => {
    const register = await TinyRegister.start();
    const answers = [
      await register.send({ url: '/v1/notes' }),
      await register.send({ url: '/v1/notes', token: '' }),
      await register.send({ url: '/nowhere' }),
      await register.send({ url: '/healthz', token: '' }),
    ];
    await register.stop();
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'strict-transport-security': expect.stringContaining('max-age'),
        traceparent: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/),
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('liggare-origin');
    }
  });

  it('says so when the log was written under a demo clock', async () => {
    const register = await TinyRegister.start(undefined, 'demo');
    const answers = [await register.send({ url: '/v1/notes' }), await register.send({ url: '/nowhere' })];
    const info = await register.send({ url: '/v1/api-info', token: '' });
    await register.stop();
    for (const { headers } of answers) expect(headers['liggare-origin']).toBe('log.example/tiny; clock=demo');
    expect(info.json()).toMatchObject({
      ...{ apiName: 'Liggare', apiStatus: 'active', apiDocumentation: '/docs' },
      log: { name: 'log.example/tiny', clock: 'demo' },
    });
  });
});
