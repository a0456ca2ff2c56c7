import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Compares what package-lock.json asks for with what npm says it has installed (node_modules/.package-lock.json, which
 * npm writes last). No state of our own is needed, and an interrupted installation is seen as one.
 * @param {string} root
 * @returns {string | undefined} why an installation is needed; undefined when everything is in place
 */
export function reasonToInstall(root) {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return 'nothing is installed yet';
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(installedFile);
  for (const [path, { version, link, resolved, optional, peer }] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) continue;
    const found = installed[path];
    // What npm leaves out on this platform is optional, or the optional peer of something.
    if (!found && (optional || peer)) continue;
    if (!found) return `${path} is missing`;
    if (found.version !== version || (link && found.resolved !== resolved)) return `${path} is another version`;
  }
  const superfluous = Object.keys(installed).find((path) => !(path in wanted));
  return superfluous && `${superfluous} is no longer wanted`;
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
