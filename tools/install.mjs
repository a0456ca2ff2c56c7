/**
 * Installs what package-lock.json says, if that is not done already. Runs on any Node that npm runs on, before there is
 * anything else to use.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { reasonToInstall } from './install/missing-packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reason = reasonToInstall(root);
if (reason) {
  console.log(`Installing packages with "npm ci": ${reason}.`);
  const started = process.hrtime.bigint();
  const { status, error } = npm('ci', '--no-audit', '--no-fund', '--include=optional', '--loglevel=error');
  if (error || status !== 0) {
    console.error(error ? `npm could not be started: ${error.message}` : `"npm ci" failed (${status}); see above.`);
    process.exit(1);
  }
  const left = reasonToInstall(root);
  if (left) console.warn(`After the installation ${left}; going on.`);
  console.log(`Installed in ${Number((process.hrtime.bigint() - started) / 1_000_000_000n)} s.`);
}

/** The npm that runs us, on the Node that runs it: ours may be the one in node_modules, which is about to be replaced. */
function npm(...words) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const [command, before, shell] = script
    ? [node ?? process.execPath, [script], false]
    : ['npm', [], process.platform === 'win32'];
  return spawnSync(command, [...before, ...words], {
    cwd: root,
    stdio: 'inherit',
    shell,
    env: { ...process.env, SCARF_ANALYTICS: 'false' },
  });
}
