import { registerReducers } from '@liggare/bundle/reducers';
import { FilesInDirectory, verdictLines, verifyBundle } from '@liggare/verifier';
import { readFileSync } from 'node:fs';

/** `node verify.mjs <directory> [--policy FILE] [--pinned FILE] [--level N] [--json] [--sv]` */
const [directory, ...words] = process.argv.slice(2);

function option(name: string): string | undefined {
  const at = words.indexOf(`--${name}`);
  return at === -1 ? undefined : words[at + 1];
}

function fileOf(name: string): string | undefined {
  const path = option(name);
  return path === undefined ? undefined : readFileSync(path, 'utf8');
}

if (directory === undefined || directory.startsWith('--')) {
  process.stderr.write(
    'usage: node verify.mjs <directory> [--policy FILE] [--pinned FILE] [--level 0-8] [--json] [--sv]\n',
  );
  process.exitCode = 1;
} else {
  const [policy, pinned, level] = [fileOf('policy'), fileOf('pinned'), option('level')];
  const verdict = await verifyBundle(new FilesInDirectory(directory), {
    reducers: registerReducers,
    ...(policy === undefined ? {} : { policy }),
    ...(pinned === undefined ? {} : { pinned }),
    ...(level === undefined ? {} : { level: Number(level) }),
  });
  const text = words.includes('--json')
    ? JSON.stringify(verdict, null, 2)
    : verdictLines(verdict, words.includes('--sv') ? 'sv' : 'en').join('\n');
  process.stdout.write(`${text}\n`);
  process.exitCode = verdict.exitCode;
}
