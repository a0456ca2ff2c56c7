/**
 * `node tools/build-verifiers.mjs`: makes the verifiers that go with every evidence bundle, each one file that needs nothing
 * else: for Node, for a browser, and for a shell. Part of `npm run build`; runs on what `tsc` has made.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const app = new URL('../apps/offline-verifier/', import.meta.url);
const out = new URL('dist/tools/', app);
await mkdir(out, { recursive: true });

/** What may be in a verifier besides the platform's own. */
const NEEDED = /^(@liggare\/|@sinclair\/typebox|@noble\/|uuid$|buffer$|base64-js$|ieee754$|node:crypto$)/;

/** Rules of what events mean are pure: of the slices around them, nothing that is not used is needed. */
const onlyWhatIsUsed = {
  name: 'only-what-is-used',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[a-z@]/ }, ({ path, kind }) =>
      kind === 'entry-point' || NEEDED.test(path) ? undefined : { path, external: true, sideEffects: false },
    );
    onResolve({ filter: /^(@liggare\/|\.)/ }, async ({ path, pluginData, ...where }) => {
      if (pluginData === 'resolved') return undefined;
      const found = await resolve(path, { ...where, pluginData: 'resolved' });
      return { ...found, sideEffects: false };
    });
  },
};

const settings = {
  bundle: true,
  write: false,
  metafile: true,
  format: 'esm',
  charset: 'utf8',
  legalComments: 'none',
  plugins: [onlyWhatIsUsed],
  logLevel: 'warning',
};
const entry = (name) => fileURLToPath(new URL(`dist/${name}.js`, app));

/** @returns the text of a verifier that needs nothing but its platform. @throws Error it needs more */
async function verifier(name, platform) {
  const { outputFiles, metafile } = await build({ ...settings, ...platform, entryPoints: [entry(name)] });
  const strangers = Object.values(metafile.outputs)
    .flatMap(({ imports }) => imports.map(({ path }) => path))
    .filter((path) => platform.platform !== 'node' || !path.startsWith('node:'));
  if (strangers.length > 0) throw new Error(`${name} would need ${strangers.join(', ')}`);
  return outputFiles[0].text;
}

await writeFile(new URL('verify.mjs', out), await verifier('verify-in-node', { platform: 'node', target: 'node20' }));
const page = await verifier('verify-in-page', {
  platform: 'browser',
  target: 'es2022',
  minify: true,
  alias: { 'node:crypto': fileURLToPath(new URL('page/node-crypto.js', app)) },
  inject: [fileURLToPath(new URL('page/buffer.js', app))],
});
const html = await readFile(new URL('page/verify.html', app), 'utf8');
// As a function: what the verifier holds is no pattern. No script may end before its end.
await writeFile(
  new URL('verify.html', out),
  html.replace('/*VERIFIER*/', () => page.replaceAll('</script', '<\\/script')),
);
await copyFile(new URL('shell/verify.sh', app), new URL('verify.sh', out));
