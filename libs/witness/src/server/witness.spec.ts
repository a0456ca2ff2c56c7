import { cosignedAt, parseNote, parseSignatureLine, signNote, formatNote, signerKey } from '@liggare/evidence';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askWitness } from '../client/ask-witness.js';
import { SampleLog } from '../testing/sample-log.js';
import { openCosignerKey } from './cosigner-key.js';
import { serveWitness, type RunningWitness } from './serve-witness.js';
import { Witness } from './witness.js';
import { originHash, WitnessState } from './witness-state.js';

const NOW = 1_795_500_000;
const program = fileURLToPath(new URL('../../dist/testing/dying-witness.js', import.meta.url));

describe('a witness over HTTP', () => {
  const log = new SampleLog(20);
  const other = new SampleLog(20, 'other');
  const origin = log.key.verifier.name;
  let folder: string;
  let witness: Witness;
  let server: RunningWitness;
  let url: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liggare-witness-'));
    const key = await openCosignerKey(join(folder, 'keys', 'key'), 'witness.example/w1');
    const state = await WitnessState.open(join(folder, 'state'));
    witness = new Witness({ key, state, logs: [log.key.verifier], now: () => NOW });
    server = await serveWitness({ witness, origins: [origin], port: 0, prefix: '/w1' });
    url = `http://127.0.0.1:${server.port}/w1`;
  });

  afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const post = async (body: string) => {
    const response = await fetch(`${url}/add-checkpoint`, { method: 'POST', body });
    return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
  };
  const keyOf = () => openCosignerKey(join(folder, 'keys', 'key'));

  it('holds the conversation of tlog-witness: each request has the status the specification says', async () => {
    const stranger = signerKey('log.example/unknown', 1, Buffer.alloc(32, 8));
    const signedBy = async (size: number, signer: typeof stranger, name?: string) => {
      const text = parseNote(await log.checkpoint(size)).text.replace(origin, name ?? origin);
      return `old 0\n\n${formatNote(text, [signNote(text, signer)])}`;
    };
    const steps: readonly (readonly [string, string, number])[] = [
      ['the first checkpoint', await log.request(0, 1), 200],
      ['a signature of another key', await signedBy(3, stranger), 403],
      ['an unknown log', await signedBy(3, stranger, stranger.verifier.name), 404],
      ['no proof', `old 1\n\n${await log.checkpoint(3)}`, 422],
      ['a proof of another history', await other.request(1, 3), 422],
      ['a proof', await log.request(1, 3), 200],
      ['an old size that is past', await log.request(1, 5), 409],
      ['an old size beyond the checkpoint', await log.request(7, 5), 400],
      ['the same size again', await log.request(3, 3), 200],
      ['the same size, another root', await other.request(3, 3), 422],
      ['from what it holds', await log.request(3, 5), 200],
      ['an old size of nothing', await log.request(0, 5), 409],
      ['no request', 'old x\n\n', 400],
      ['a leading zero', (await log.request(5, 6)).replace('old 5', 'old 05'), 400],
    ];
    for (const [what, body, status] of steps) expect([what, (await post(body)).status]).toEqual([what, status]);
    expect(await post(await log.request(0, 5))).toEqual({ status: 409, type: 'text/x.tlog.size', body: '5\n' });
  });

  it('a signature that is altered counts as none', async () => {
    const body = await log.request(0, 4);
    const at = body.lastIndexOf(' ') + 20;
    const changed = body.slice(0, at) + (body[at] === 'A' ? 'B' : 'A') + body.slice(at + 1);
    expect((await post(changed)).status).toBe(403);
    expect((await post(body)).status).toBe(200);
  });

  it('gives a cosignature that holds, and shows monitors the checkpoint with it', async () => {
    const { body } = await post(await log.request(0, 7));
    const { verifier } = await keyOf();
    const text = parseNote(await log.checkpoint(7)).text;
    expect(cosignedAt(verifier, parseSignatureLine(body.trimEnd()), text)).toBe(NOW);
    const shown = await fetch(`${url}/${originHash(origin)}/checkpoint`);
    expect(shown.status).toBe(200);
    expect(await shown.text()).toBe(`${await log.checkpoint(7)}${body}`);
    expect((await fetch(`${url}/${originHash('other')}/checkpoint`)).status).toBe(404);
  });

  it('answers nothing else: other methods, other paths, bodies larger than any request', async () => {
    expect((await fetch(`${url}/add-checkpoint`)).status).toBe(405);
    expect((await fetch(`${url}/else`)).status).toBe(404);
    expect((await fetch(url.replace('/w1', '/add-checkpoint'))).status).toBe(404);
    const large = await post('x'.repeat(70_000)).catch(() => ({ status: 413 }));
    expect(large.status).toBe(413);
  });

  it('its key is its owner’s only, and stays the same', async () => {
    const file = join(folder, 'keys', 'key');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await openCosignerKey(file, 'another.example/name')).verifier.text).toBe(witness.vkey);
    await expect(openCosignerKey(join(folder, 'none'))).rejects.toThrow('needs a name');
  });

  it('of two histories sent at once, many times, it cosigns one root for each size', async () => {
    const bodies = await Promise.all(
      [log, other].flatMap((one) => Array.from({ length: 10 }, (_, n) => one.request(0, n + 1))),
    );
    const answers = await Promise.all(bodies.map(post));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const kept = await witness.checkpointOf(origin);
    const { verifier } = await keyOf();
    const line = answers.find(({ status }) => status === 200)!.body.trimEnd();
    expect(cosignedAt(verifier, parseSignatureLine(line), parseNote(kept!).text)).toBe(NOW);
  });

  it('a state that was tampered with stops it: it says 500 and cosigns nothing', async () => {
    await post(await log.request(0, 7));
    await writeFile(join(folder, 'state', originHash(origin)), 'nothing');
    expect((await post(await log.request(7, 8))).status).toBe(500);
    expect(await readFile(join(folder, 'state', originHash(origin)), 'utf8')).toBe('nothing');
  });

  it('the client goes on from the size the witness holds', async () => {
    await post(await log.request(0, 7));
    const { verifier } = await keyOf();
    const ask = async (size: number, old: number, from = log) =>
      askWitness({
        ...{ url, witness: verifier, checkpoint: await from.checkpoint(size), size, old },
        proofFrom: (first) => from.proof(first, size),
      });
    expect(await ask(12, 0)).toMatchObject({ kind: 'cosigned', time: NOW });
    expect(await ask(9, 0)).toEqual({ kind: 'ahead', size: 12 });
    expect(await ask(15, 0, other)).toMatchObject({ kind: 'refused', status: 422 });
    expect(await ask(15, 12)).toMatchObject({ kind: 'cosigned' });
    const stranger = signerKey('witness.example/w2', 4, Buffer.alloc(32, 9)).verifier;
    const answer = await askWitness({
      ...{ url, witness: stranger, checkpoint: await log.checkpoint(16), size: 16, old: 15 },
      proofFrom: (first) => log.proof(first, 16),
    });
    expect(answer.kind).toBe('unavailable');
  });
});

it('a conflict about the size that was sent is a refusal: the witness holds another root of it', async () => {
  const log = new SampleLog(5);
  const conflicting = createServer((_, response) => response.writeHead(409).end('5\n')).listen(0, '127.0.0.1');
  await once(conflicting, 'listening');
  const answer = await askWitness({
    url: `http://127.0.0.1:${(conflicting.address() as AddressInfo).port}`,
    ...{ witness: log.key.verifier, checkpoint: await log.checkpoint(5), size: 5, old: 0 },
    proofFrom: (first) => log.proof(first, 5),
  });
  conflicting.close();
  expect(answer).toMatchObject({ kind: 'refused', status: 409 });
});

describe('a witness that is killed', () => {
  const log = new SampleLog(20);
  const other = new SampleLog(20, 'other');
  let folder: string;

  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'liggare-witness-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const start = async (...dies: readonly string[]) => {
    if (!existsSync(program)) throw new Error('libs/witness is not built: run "npm run build" first');
    const child = spawn(process.execPath, [program, folder, ...dies], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [port] = (await once(child.stdout, 'data')) as [Buffer];
    const exited = once(child, 'exit');
    const post = (body: string) =>
      fetch(`http://127.0.0.1:${String(port).trim()}/add-checkpoint`, { method: 'POST', body });
    const stop = async () => {
      child.kill('SIGKILL');
      await exited;
    };
    return { post, stop, exited };
  };

  it.each([
    ['before it has kept the checkpoint', 'cosigned', 4],
    ['between keeping and answering', 'kept', 6],
  ])('%s, has not answered, and never cosigns another root of a size it kept', async (_, step, holds) => {
    const first = await start();
    expect((await first.post(await log.request(0, 4))).status).toBe(200);
    await first.stop();

    const dying = await start(step);
    await expect(dying.post(await log.request(4, 6))).rejects.toThrow();
    await dying.exited;

    const again = await start();
    const conflict = await again.post(await log.request(0, 6));
    expect([conflict.status, await conflict.text()]).toEqual([409, `${holds}\n`]);
    expect((await again.post(await other.request(holds, 6))).status).toBe(422);
    expect((await again.post(await log.request(holds, 6))).status).toBe(200);
    await again.stop();
  });
});
