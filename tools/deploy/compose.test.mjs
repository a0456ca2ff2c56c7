import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { environmentVariables } from '@liggare/platform';
import { root } from '../projects.mjs';
import { readCode, readDeployment } from './deployment.mjs';
import {
  codeProblems,
  imageProblems,
  profileProblems,
  schemaProblems,
  secretProblems,
  waitingProblems,
  watchingProblems,
} from './problems.mjs';

const help = (...words) =>
  execFileSync(process.execPath, [join(root, 'apps/cli/dist/main.js'), ...words, '--help'], { encoding: 'utf8' });
const code = readCode({ root, variables: environmentVariables(), help });
const deployment = () => readDeployment(root);

function withService(name, change) {
  const changed = deployment();
  changed.compose.services[name] = { ...changed.compose.services[name], ...change };
  return changed;
}

function withText(key, from, to) {
  const changed = deployment();
  assert.ok(changed[key].includes(from), `${key} holds no ${from}`);
  return { ...changed, [key]: changed[key].replace(from, to) };
}

const environmentOf = (name) => deployment().compose.services[name].environment;

/** Each rule holds of what is there, and is broken by a small change. */
const rules = [
  [
    'is a Compose file',
    schemaProblems,
    [withService('api', { comand: ['serve'] }), withService('api', { ports: 3000 })],
  ],
  [
    'pins every image',
    imageProblems,
    [withService('postgres', { image: 'postgres' }), withService('postgres', { image: 'postgres:latest' })],
  ],
  [
    'checks the health of what runs and waits for what it needs',
    waitingProblems,
    [
      withService('postgres', { healthcheck: undefined }),
      withText('dockerfile', 'HEALTHCHECK ', '# '),
      withService('api', { depends_on: ['migrate'] }),
      withService('api', { depends_on: { migrate: { condition: 'service_started' } } }),
      withService('api', { depends_on: { migrate: { condition: 'service_healthy' } } }),
      withService('api', { depends_on: { postgres: { condition: 'service_completed_successfully' } } }),
      withService('api', { depends_on: { nobody: { condition: 'service_healthy' } } }),
    ],
  ],
  [
    'starts with each profile what it speaks to',
    profileProblems,
    [
      withService('eventstoredb', { profiles: ['cluster'] }),
      withService('certificates', { profiles: ['cluster'] }),
      withService('eventstoredb-insecure', {
        environment: { ...environmentOf('eventstoredb-insecure'), EVENTSTORE_INSECURE: 'false' },
      }),
      withService('eventstoredb', { environment: { ...environmentOf('eventstoredb'), EVENTSTORE_NODE_PORT: '2114' } }),
      withService('eventstoredb-2', {
        environment: { ...environmentOf('eventstoredb-2'), EVENTSTORE_CLUSTER_SIZE: '1' },
      }),
      { ...deployment(), profiles: { 'postgres-only': { LIGGARE_EVENT_STORE: 'eventstoredb' } } },
    ],
  ],
  [
    'gives the code what it reads and asks of it what it can',
    (given) => codeProblems(given, code),
    [
      withService('api', { environment: { ...environmentOf('api'), LIGGARE_PORT: '1' } }),
      withService('worker', { command: ['work'] }),
      withService('api', { command: ['serve', '--without-worker'] }),
      withService('worker', { build: { context: '.', target: 'worker' } }),
      withService('api', { ports: ['127.0.0.1:3000:8080'] }),
      withText('dockerfile', '/healthz', '/health'),
      withText('dockerfile', 'EXPOSE 3000', 'EXPOSE 3001'),
      withText('dockerfile', `NODE=${code.node}`, 'NODE=22.0.0'),
      withText('dockerfile', 'USER liggare', 'USER root'),
    ],
  ],
  [
    'looks at the file that the worker keeps young',
    watchingProblems,
    [
      withService('worker', { command: ['worker'] }),
      withService('worker', { command: ['worker', '--alive-file', '/tmp/well'] }),
      withService('worker', { command: ['worker', '--alive-file', '/app/alive'] }),
      withService('worker', { healthcheck: undefined }),
      withService('worker', { tmpfs: undefined }),
    ],
  ],
  [
    'has every secret chosen by whoever installs it',
    secretProblems,
    [
      withText('composeText', '${LIGGARE_DB_PASSWORD:?choose a password in .env}', '${LIGGARE_DB_PASSWORD:-liggare}'),
      withService('postgres', { environment: { POSTGRES_PASSWORD: 'liggare' } }),
      withService('api', { environment: { DATABASE_URL: 'postgresql://liggare:liggare@postgres/liggare' } }),
      { ...deployment(), example: { ...deployment().example, LIGGARE_DB_PASSWORD: 'liggare' } },
      { ...deployment(), example: { COMPOSE_PROFILES: 'secure' } },
      { ...deployment(), example: { ...deployment().example, COMPOSE_PROFILES: 'default' } },
      { ...deployment(), example: { ...deployment().example, LIGGARE_COLOUR: 'blue' } },
    ],
  ],
];

for (const [name, problems, broken] of rules) {
  test(`the deployment ${name}`, () => assert.deepEqual(problems(deployment()), []));
  for (const [n, changed] of broken.entries()) {
    test(`the deployment ${name}: change ${n + 1} would be found`, () => assert.notDeepEqual(problems(changed), []));
  }
}

test('there is a profile for the laptop, the cluster and PostgreSQL alone', () => {
  assert.deepEqual(Object.keys(deployment().profiles).sort(), ['cluster', 'insecure', 'postgres-only', 'secure']);
});
