/**
 * `node tools/install/complete-lock.mjs`: adds to package-lock.json the optional packages for other platforms that npm
 * left out (https://github.com/npm/cli/issues/4828), so that `npm ci` accepts the lock everywhere. To be run after
 * `npm install`; `lock.test.mjs` tells when it is needed. An entry without a checksum gets its own on the platform that
 * installs it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { missingFromLock } from './missing-from-lock.mjs';

const file = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(file, 'utf8'));
for (const { name, version, optional, dev } of missingFromLock(lock)) {
  if (!optional) throw new Error(`${name} is missing and not optional: run "npm install"`);
  const platform = platformOf(name);
  if (!platform) throw new Error(`cannot tell from its name which platform ${name} is for`);
  lock.packages[`node_modules/${name}`] = { version, ...platform, ...(dev ? { dev } : {}), optional: true };
  console.log(`added ${name} ${version}`);
}
const { '': top, ...others } = lock.packages;
lock.packages = { '': top, ...Object.fromEntries(Object.entries(others).sort(([a], [b]) => a.localeCompare(b, 'en'))) };
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);

function platformOf(name) {
  const match = /-(aix|android|darwin|freebsd|linux|openbsd|openharmony|win32)-([a-z0-9]+)(?:-[a-z0-9]+)?$/.exec(name);
  return match && { cpu: [match[2]], os: [match[1]] };
}
