/**
 * What the surroundings could smuggle in: time, chance and environment each have one door, so that `decide` can be
 * replayed, tests are repeatable and settings are found in one place.
 */
const DATE = {
  selector: [
    'NewExpression[callee.name="Date"]',
    'CallExpression[callee.name="Date"]',
    'MemberExpression[object.name="Date"]',
  ].join(','),
  message: 'Time comes from a Clock and days from the kernel (libs/kernel/src/time).',
};
const PRESENT = {
  selector:
    'NewExpression[callee.name="Date"][arguments.length=0],MemberExpression[object.name="Date"][property.name="now"]',
  message: 'A test that asks for the present is another test tomorrow.',
};
const ENUM = { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' };
const DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };
const ENVIRONMENT = {
  object: 'process',
  property: 'env',
  message: 'Settings are read in libs/platform/src/configuration, and nowhere else.',
};
const CHANCE = { object: 'Math', property: 'random', message: 'Ids come from derivedId or freshId of the kernel.' };
const STOPWATCH = { object: 'performance', property: 'now', message: 'Time comes from a Clock.' };

/** @param {string[]} files @param {string[]} open the doors these files are: `date`, `present`, `environment`, `chance`, `stopwatch` */
function ambient(name, files, open = []) {
  const closed = (door, restriction) => (open.includes(door) ? [] : [restriction]);
  return {
    name: `liggare/${name}`,
    files,
    rules: {
      'no-restricted-syntax': ['error', ENUM, DEFAULT_EXPORT, ...closed('present', PRESENT), ...closed('date', DATE)],
      'no-restricted-properties': [
        'error',
        ...closed('environment', ENVIRONMENT),
        ...closed('chance', CHANCE),
        ...closed('stopwatch', STOPWATCH),
      ],
    },
  };
}

export const ambientRules = [
  ambient('ambient', ['**/*.ts']),
  // Where durations are measured and deadlines kept. A stopwatch tells no time of day.
  ambient(
    'stopwatch',
    ['libs/{database,platform,projections}/**/*.ts', 'libs/event-store/**/*.ts', 'apps/**/*.ts'],
    ['stopwatch'],
  ),
  ambient('tests', ['**/*.spec.ts', '**/testing/**/*.ts'], ['date', 'environment', 'stopwatch']),
  ambient('clock', ['libs/kernel/src/time/**/*.ts'], ['date', 'present']),
  // The verifier knows no kernel. It reads times that are written, never the present.
  ambient('written-times', ['libs/verifier/src/levels/moment.ts'], ['date']),
  ambient('configuration', ['libs/platform/src/configuration/**/*.ts'], ['environment']),
  ambient('test-server', ['libs/database/src/test-database.ts'], ['environment', 'chance']),
];
