import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');

/**
 * Runs jest over all projects.
 * @returns {Promise<import('./summary.mjs').Result>}
 */
export async function runSpecs(root, patterns) {
  const directory = await mkdtemp(join(tmpdir(), 'liggare-jest-'));
  const outputFile = join(directory, 'results.json');
  try {
    const code = await jestRun(root, ['--json', `--outputFile=${outputFile}`, '--maxWorkers=2', ...patterns]);
    const report = await readFile(outputFile, 'utf8').then(JSON.parse, () => undefined);
    if (!report)
      return { passed: 0, skipped: 0, failures: [{ name: 'jest', message: `ended (${code}) without results` }] };
    return resultOf(report, root, code);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** @param report what `jest --json` writes @param {number} code how jest ended */
export function resultOf(report, root, code) {
  const failures = report.testResults.flatMap((file) => {
    const name = relative(root, file.name);
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    // A file that does not load has no tests that could fail.
    if (failed.length === 0 && file.status === 'failed') return [{ name, message: plain(file.message) }];
    return failed.map((test) => ({
      name: `${name} › ${test.fullName}`,
      message: plain(test.failureMessages.join('\n')),
    }));
  });
  if (failures.length === 0 && code !== 0) failures.push({ name: 'jest', message: `ended with exit code ${code}` });
  return { passed: report.numPassedTests, skipped: report.numPendingTests + report.numTodoTests, failures };
}

/** Runs jest. @returns how it ended: its exit code, or the signal */
export function jestRun(root, words) {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [jest, ...words], {
    cwd: root,
    // The results go to the file; what is for people goes to stderr.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: [process.env.NODE_OPTIONS, ...flags].filter(Boolean).join(' ') },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
}

function plain(message) {
  // eslint-disable-next-line no-control-regex -- the colours of the terminal begin with the control character ESC
  return message.replaceAll(/\u001b\[\d+m/g, '').trim();
}
