import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * The one jest configuration, used by every library and app.
 *
 * Sources are ES modules; inside jest, and only there, swc turns them into CommonJS, and Node loads the
 * ES-module-only packages (NestJS 12) through `--experimental-vm-modules`. The condition `@liggare/source`
 * makes workspace libraries resolve to their sources, so tests never run against a stale build.
 */
export function projectConfig(configUrl) {
  const rootDir = dirname(fileURLToPath(configUrl));
  return {
    displayName: basename(rootDir),
    rootDir,
    testEnvironment: 'node',
    testEnvironmentOptions: { customExportConditions: ['@liggare/source', 'node', 'node-addons'] },
    testMatch: ['<rootDir>/src/**/*.spec.ts'],
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
    transform: {
      '^.+\\.ts$': [
        '@swc/jest',
        {
          swcrc: false,
          jsc: {
            parser: { syntax: 'typescript', decorators: true },
            transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
            target: 'es2023',
            keepClassNames: true,
          },
          module: { type: 'commonjs' },
          sourceMaps: 'inline',
        },
      ],
    },
    globalSetup: join(root, 'tools/jest/start-postgres.mjs'),
    globalTeardown: join(root, 'tools/jest/stop-postgres.mjs'),
    testTimeout: 60_000,
    errorOnDeprecated: true,
  };
}
