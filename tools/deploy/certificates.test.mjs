import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { root } from '../projects.mjs';
import { readDeployment, servicesOf } from './deployment.mjs';

const { compose, profiles } = readDeployment(root);
const [script] = compose.services.certificates.command;
const DAY = 24 * 60 * 60;

/** As es-gencert-cli: certificates that say how they were asked for, and nothing over what is there. */
const GENERATOR = `#!/bin/sh -e
kind=$1
all="$*"
while [ $# -gt 0 ]; do
  if [ "$1" = -out ]; then out=$2; fi
  shift
done
mkdir "$out"
echo "$all" > "$out/\${kind#create-}.crt"
echo key > "$out/\${kind#create-}.key"
`;

/** The service's script in a place of its own, with a generator that makes no real certificates. */
function installation() {
  const directory = mkdtempSync(join(tmpdir(), 'liggare-certificates-'));
  const programs = join(directory, 'bin');
  mkdirSync(programs);
  for (const [name, text] of [
    ['es-gencert-cli', GENERATOR],
    ['chown', '#!/bin/sh\n'],
  ]) {
    writeFileSync(join(programs, name), text);
    chmodSync(join(programs, name), 0o755);
  }
  const certificates = join(directory, 'certificates');
  mkdirSync(certificates);
  return {
    run: () =>
      execFileSync('/bin/sh', ['-ceu', script.replaceAll('/certificates', certificates)], {
        env: { PATH: [programs, process.env.PATH].join(delimiter) },
        stdio: 'pipe',
      }),
    age: (name, days) => {
      const then = Math.floor(Date.now() / 1_000) - days * DAY;
      utimesSync(join(certificates, name), then, then);
    },
    mark: (name) => writeFileSync(join(certificates, name), 'the first one'),
    marked: (name) => readFileSync(join(certificates, name), 'utf8') === 'the first one',
    text: (name) => readFileSync(join(certificates, name), 'utf8'),
    drop: (name) => rmSync(join(certificates, name), { recursive: true }),
    breakGenerator: () => writeFileSync(join(programs, 'es-gencert-cli'), '#!/bin/sh\nexit 0\n'),
    has: (name) => existsSync(join(certificates, name)),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

function scenario(name, body) {
  test(name, { skip: process.platform === 'win32' && 'the script runs in a container' }, () => {
    const place = installation();
    try {
      body(place);
    } finally {
      place.remove();
    }
  });
}

scenario('the first start makes an authority and a certificate that names every node', ({ run, text }) => {
  run();
  const names = / -dns-names (\S+)/.exec(text('node/node.crt'))[1].split(',');
  const nodes = ['secure', 'cluster'].flatMap((profile) =>
    servicesOf(compose, profile).flatMap(([name, { environment }]) =>
      environment?.EVENTSTORE_CERTIFICATE_FILE ? [name] : [],
    ),
  );
  assert.equal(nodes.length, 4);
  for (const node of [...nodes, 'localhost']) assert.ok(names.includes(node), `${node} is not named`);
  for (const profile of ['secure', 'cluster']) {
    const [, authority] = /tlsCAFile=\/certificates\/(\S+)$/.exec(profiles[profile].EVENTSTOREDB_URL);
    assert.match(text(authority), /create-ca/);
  }
});

scenario('a later start leaves both as they are', ({ run, mark, marked, age }) => {
  run();
  mark('ca/ca.crt');
  mark('node/node.crt');
  age('node/node.crt', 299);
  run();
  assert.ok(marked('ca/ca.crt') && marked('node/node.crt'));
});

scenario('a certificate that soon expires is made anew, by the same authority', ({ run, mark, marked, age }) => {
  run();
  mark('ca/ca.crt');
  mark('node/node.crt');
  age('ca/ca.crt', 302);
  age('node/node.crt', 302);
  run();
  assert.deepEqual([marked('ca/ca.crt'), marked('node/node.crt')], [true, false]);
});

scenario('a start that was cut off after the authority is continued', ({ run, mark, marked, has, drop }) => {
  run();
  mark('ca/ca.crt');
  drop('node');
  run();
  assert.ok(marked('ca/ca.crt') && has('node/node.crt'));
});

scenario('a generator that fails stops the start', ({ run, breakGenerator }) => {
  breakGenerator();
  assert.throws(run);
});
