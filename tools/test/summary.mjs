/**
 * @typedef {object} Result
 * @property {number} passed
 * @property {{ name: string, message: string }[]} failures tests that failed, and files that could not be run
 * @property {number} skipped
 */

/**
 * @param {Result[]} results
 * @returns {{ text: string, ok: boolean }} the failures one by one; the last line is `N passed, M failed`
 */
export function summary(results) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const skipped = results.reduce((sum, result) => sum + result.skipped, 0);
  const failures = results.flatMap((result) => result.failures);
  const told = failures.map(({ name, message }) => `FAILED ${name}\n${indent(message)}\n`);
  const lines = [
    ...told,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(passed + failures.length === 0 ? ['No test was run.'] : []),
    `${passed} passed, ${failures.length} failed`,
  ];
  return { text: lines.join('\n'), ok: failures.length === 0 && passed > 0 };
}

function indent(message) {
  const lines = message.split('\n');
  const shown = lines.length > 40 ? [...lines.slice(0, 40), '…'] : lines;
  return shown.map((line) => `    ${line}`).join('\n');
}
