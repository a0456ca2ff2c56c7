import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Every library and app: where it is, what its package.json says, and the layers it claims (there should be one). */
export const projects = globSync(['apps/*/package.json', 'libs/*/package.json', 'libs/event-store/*/package.json'], {
  cwd: root,
})
  .map((file) => {
    const manifest = JSON.parse(readFileSync(join(root, file), 'utf8'));
    const layers = (manifest.nx?.tags ?? []).filter((tag) => tag.startsWith('layer:')).map((tag) => tag.slice(6));
    return { directory: dirname(file), name: manifest.name, manifest, layers };
  })
  .sort((a, b) => a.directory.localeCompare(b.directory));
