/**
 * Who may know whom. Every package says its layer in `nx.tags` of its package.json; the reasons are in
 * docs/maintainers/architecture.md.
 */
export const LAYERS = {
  kernel: [],
  evidence: [],
  verifier: ['evidence'],
  witness: ['evidence'],
  database: [],
  'event-store': ['kernel', 'database'],
  contract: ['kernel'],
  projections: ['kernel', 'database'],
  platform: ['kernel', 'database', 'projections'],
  slice: ['kernel', 'evidence', 'database', 'projections', 'platform', 'slice'],
  audit: ['kernel', 'evidence', 'witness', 'database', 'projections', 'platform', 'slice', 'audit'],
  app: [
    'kernel',
    'evidence',
    'verifier',
    'witness',
    'database',
    'event-store',
    'projections',
    'platform',
    'slice',
    'audit',
    'app',
  ],
};

/** Which slice may read which other slice's events and ids. Never in a circle. */
export const SLICES = {
  people: [],
  decisions: [],
  groups: ['people', 'decisions'],
  initiatives: ['groups', 'decisions'],
  plans: ['decisions', 'groups', 'initiatives'],
  findings: ['people', 'decisions', 'groups', 'initiatives', 'plans'],
  imports: ['people', 'decisions', 'groups', 'initiatives', 'findings'],
};

/** Specs may try their event store against the contract suite. */
const MAY_TEST_AGAINST_CONTRACT = ['event-store', 'app'];

function boundaries(layers) {
  return [
    'error',
    {
      allow: [],
      depConstraints: Object.entries(layers).map(([layer, known]) => ({
        sourceTag: `layer:${layer}`,
        onlyDependOnLibsWithTags: known.map((name) => `layer:${name}`),
      })),
    },
  ];
}

const withContract = Object.fromEntries(
  Object.entries(LAYERS).map(([layer, known]) => [
    layer,
    MAY_TEST_AGAINST_CONTRACT.includes(layer) ? [...known, 'contract'] : known,
  ]),
);

export const layerRules = [
  {
    name: 'liggare/layers',
    files: ['**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { '@nx/enforce-module-boundaries': boundaries(LAYERS) },
  },
  {
    name: 'liggare/layers-in-specs',
    files: ['**/*.spec.ts'],
    rules: { '@nx/enforce-module-boundaries': boundaries(withContract) },
  },
];
