/**
 * Where two texts first part, as a small unified diff: enough to see what has changed, not a page of it.
 * @param {string} committed @param {string} generated @returns {string}
 */
export function firstDifference(committed, generated, context = 2, shown = 6) {
  const [before, after] = [committed.split('\n'), generated.split('\n')];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let same = 0;
  const most = Math.min(before.length, after.length) - start;
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same++;
  const removed = before.slice(start, before.length - same);
  const added = after.slice(start, after.length - same);
  const from = Math.max(0, start - context);
  return [
    `@@ -${start + 1},${removed.length} +${start + 1},${added.length} @@`,
    ...before.slice(from, start).map((line) => ` ${line}`),
    ...some(removed, '-', shown),
    ...some(added, '+', shown),
  ].join('\n');
}

function some(lines, sign, shown) {
  const rest = lines.length - shown;
  return [...lines.slice(0, shown).map((line) => sign + line), ...(rest > 0 ? [`${sign}… ${rest} more`] : [])];
}
