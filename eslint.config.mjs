import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { ambientRules } from './tools/lint/ambient-rules.mjs';
import { layerRules } from './tools/lint/layers.mjs';
import { noPersonalIdentityNumber } from './tools/lint/no-personal-identity-number.mjs';
import { sliceRules } from './tools/lint/slice-rules.mjs';

/** What Node gives a script without an import; TypeScript knows by itself. */
const nodeGlobals = Object.fromEntries(
  Object.getOwnPropertyNames(globalThis).map((name) => [name, /** @type {const} */ ('readonly')]),
);

const house = { rules: { 'no-personal-identity-number': noPersonalIdentityNumber } };

export default defineConfig(
  globalIgnores(['**/dist', '**/out-tsc', '**/coverage', '.nx', '.data']),
  {
    name: 'liggare/everywhere',
    files: ['**/*.ts', '**/*.mjs'],
    plugins: { liggare: house, '@nx': nx },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    extends: [js.configs.recommended],
    rules: {
      'liggare/no-personal-identity-number': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    name: 'liggare/typescript',
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      // One program for all sources: type-aware linting of many small packages in the time of one.
      parserOptions: { project: 'tools/lint/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // A Nest module and a message of the command bus are classes with nothing in them.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowConstructorOnly: true }],
      // Views and DTOs are classes for the sake of their decorators; what is put together by hand is as good.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Takes what a closure or another task changes meanwhile for constant.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
      '@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 220, skipBlankLines: true, skipComments: true }],
    },
  },
  ...layerRules,
  ...ambientRules,
  ...sliceRules,
  {
    name: 'liggare/specs',
    files: ['**/*.spec.ts', '**/testing/**/*.ts'],
    rules: {
      // jest's matchers (`expect.any`, `expect.objectContaining`) are of type any.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'max-lines': 'off',
    },
  },
  {
    name: 'liggare/scripts',
    files: ['**/*.mjs'],
    languageOptions: { globals: nodeGlobals },
    rules: {
      'no-console': 'off',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  { name: 'liggare/command-line', files: ['apps/cli/**/*.ts'], rules: { 'no-console': 'off' } },
);
