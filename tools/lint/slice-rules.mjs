import { SLICES } from './layers.mjs';

const IMPURE = {
  group: [
    'node:*',
    '@nestjs/*',
    'class-transformer',
    'class-validator',
    'kysely',
    'pg',
    'reflect-metadata',
    'rxjs',
    'rxjs/*',
    '@liggare/database',
    '@liggare/event-store-*',
    '@liggare/platform',
    '@liggare/projections',
  ],
  message: 'A domain is pure: no framework, no I/O, no platform.',
};

const OUTER_ROOMS = {
  regex: '^\\.\\.?/(.*/)?(application|http)/|\\.(module|controller|projection|policy)\\.js$|/index\\.js$',
  message: 'A domain knows nothing of the rooms around it.',
};

const HTTP = { regex: '^\\.\\.?/(.*/)?http/', message: 'The application does not know how it is called.' };

/** Patterns of `no-restricted-imports` that keep a slice from slices it may not know; none when it may know all. */
function foreignSlices(slice) {
  const foreign = Object.keys(SLICES).filter((other) => other !== slice && !SLICES[slice].includes(other));
  if (foreign.length === 0) return [];
  return [{ group: foreign.map((other) => `@liggare/${other}`), message: `${slice} does not know this slice.` }];
}

export const sliceRules = Object.keys(SLICES).flatMap((slice) => {
  const restrict = (room, patterns) => ({
    name: `liggare/${slice}${room}`,
    files: [`libs/${slice}/src${room}/**/*.ts`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  });
  const foreign = foreignSlices(slice);
  return [
    ...(foreign.length === 0 ? [] : [restrict('', foreign)]),
    restrict('/application', [...foreign, HTTP]),
    restrict('/domain', [...foreign, IMPURE, OUTER_ROOMS]),
  ];
});
