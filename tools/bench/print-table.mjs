/**
 * @param {string} title
 * @param {readonly Record<string, string | number>[]} rows all with the same keys, which become the heading
 */
export function printTable(title, rows) {
  if (rows.length === 0) return;
  const heading = Object.keys(rows[0]);
  const cells = [heading, ...rows.map((row) => heading.map((key) => format(row[key])))];
  const widths = heading.map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  console.log(`\n${title}`);
  for (const line of cells)
    console.log(
      line
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    );
}

function format(value) {
  if (typeof value !== 'number') return String(value ?? '');
  return Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(2);
}
