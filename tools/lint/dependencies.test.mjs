import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { projects, root } from '../projects.mjs';

const development = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies);

function packageOf(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

for (const { directory, name, manifest } of projects) {
  // npm puts most packages at the root, where every library finds them: what is not declared works until it does not.
  test(`${name} declares every package it imports`, () => {
    const declared = [name, ...Object.keys(manifest.dependencies ?? {})];
    for (const path of globSync(`${directory}/src/**/*.ts`, { cwd: root })) {
      const forTests = /\.spec\.ts$|\/testing\//.test(path)
        ? [...development, ...Object.keys(manifest.devDependencies ?? {})]
        : [];
      const { importedFiles } = ts.preProcessFile(readFileSync(join(root, path), 'utf8'));
      for (const { fileName: specifier } of importedFiles) {
        if (specifier.startsWith('.') || isBuiltin(specifier)) continue;
        const imported = packageOf(specifier);
        assert.ok([...declared, ...forTests].includes(imported), `${path} imports ${imported}`);
      }
    }
  });
}
