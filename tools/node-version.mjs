/**
 * Everything after the installation runs on Node 24.9 or newer: below it, jest cannot load NestJS 12, and says so in
 * words nobody understands. npm scripts find the right Node by themselves, because npm puts node_modules/.bin first.
 */
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 9)) {
  console.error(
    [
      `Liggare needs Node 24.9 or newer; this is ${process.versions.node}.`,
      `A Node of its own comes from npm (optional package node-${process.platform}-${process.arch}), but was not found.`,
      'Either it was left out of the installation: run "npm ci --include=optional".',
      'Or npm has none for this platform: install Node 24 yourself (see .nvmrc).',
      'Or the script was not started by npm: use "npm run …".',
    ].join('\n'),
  );
  process.exit(1);
}
