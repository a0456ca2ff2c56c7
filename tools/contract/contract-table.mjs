/** What a describe block of the contract is called: the store it is about. */
const SUITE = /^the event store (.+)$/;

/**
 * Contract cases and how they went on each store, from what `jest --json` reports.
 * @returns {{ stores: string[], cases: Map<string, Map<string, string>> }} stores and cases in the order they were met
 */
export function contractResults(report) {
  const stores = [];
  const cases = new Map();
  for (const { assertionResults } of report.testResults) {
    for (const { ancestorTitles, title, status } of assertionResults) {
      const [, store] = SUITE.exec(ancestorTitles[0] ?? '') ?? [];
      if (store === undefined) continue;
      if (!stores.includes(store)) stores.push(store);
      const name = [...ancestorTitles.slice(1), title].join(' › ');
      cases.set(name, (cases.get(name) ?? new Map()).set(store, status));
    }
  }
  return { stores, cases };
}

/** The results as a Markdown page. A case that a store was not put to shows as `–`. */
export function contractPage({ stores, cases }) {
  const count = (store) => [...cases.values()].filter((results) => results.get(store) === 'passed').length;
  const row = (cells) => `| ${cells.join(' | ')} |`;
  const sign = { passed: '✓', failed: '**fails**', pending: 'skipped', todo: 'skipped' };
  return [
    '# The contract of the event store, case by case',
    '',
    'Printed by `npm run contract:table`. What a store cannot know, and is therefore not asked (`blindTo`), is said in',
    '[the contract](../../libs/event-store/contract/README.md).',
    '',
    row(['case', ...stores]),
    row(['---', ...stores.map(() => '---')]),
    ...[...cases].map(([name, results]) =>
      row([name.replaceAll('|', '\\|'), ...stores.map((store) => sign[results.get(store)] ?? '–')]),
    ),
    row([`**${cases.size} cases**`, ...stores.map((store) => `**${count(store)} pass**`)]),
    '',
  ].join('\n');
}

/** Did every store pass every case? */
export function allPass({ stores, cases }) {
  return cases.size > 0 && [...cases.values()].every((results) => stores.every((s) => results.get(s) === 'passed'));
}
