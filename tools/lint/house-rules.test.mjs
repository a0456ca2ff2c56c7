import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintText } from './lint-text.mjs';

const domain = 'libs/groups/src/domain/idea.ts';
const application = 'libs/groups/src/application/idea.ts';
const http = 'libs/groups/src/http/idea.ts';
const command = 'apps/cli/src/idea.ts';
const server = 'libs/platform/src/http/idea.ts';

const refused = [
  ['a framework in a domain', domain, "import '@nestjs/common';"],
  ['a database driver in a domain', domain, "import 'pg';"],
  ['streams of rxjs in a domain', domain, "import 'rxjs';"],
  ['request validation in a domain', domain, "import 'class-validator';"],
  ['files in a domain', domain, "import 'node:fs';"],
  ['promises of files in a domain', domain, "import 'node:fs/promises';"],
  ['the network in a domain', domain, "import 'node:http';"],
  ['the platform in a domain', domain, "import '@liggare/platform';"],
  ['the application in a domain', domain, "import '../application/handlers.js';"],
  ['the application in a nested domain', 'libs/groups/src/domain/a/idea.ts', "import '../../application/handlers.js';"],
  ['HTTP in a domain', domain, "import '../http/dto.js';"],
  ['the module in a domain', domain, "import '../groups.module.js';"],
  ['the slice as a whole in its domain', domain, "import '../index.js';"],
  ['HTTP in the application', application, "import '../http/dto.js';"],
  ['a path into another library', application, "import '../../../kernel/src/identity.js';"],
  ['a clock of its own', domain, 'export const now = new Date();'],
  ['the present moment', application, 'export const now = Date.now();'],
  ['calendar arithmetic outside the kernel', http, "export const then = Date.parse('2023-02-13');"],
  ['a stopwatch in a slice', application, 'export const t = performance.now();'],
  ['chance', server, 'export const r = Math.random();'],
  ['the environment', server, "export const e = process.env['X'];"],
  ['the environment, taken apart', command, 'export const { env } = process;'],
  ['the present in a test', 'libs/groups/src/domain/idea.spec.ts', 'new Date();'],
  ['the console in a library', server, "console.log('x');"],
  ['an enum', domain, 'export enum E { A }'],
  ['a default export', domain, 'export default 1;'],
  ['any', domain, 'export const a: any = 1;'],
];

const accepted = [
  ['the kernel in a domain', domain, "import '@liggare/kernel';"],
  ['another file of the domain', domain, "import './group.js';"],
  ["another slice's index in a domain", domain, "import '@liggare/people';"],
  ['the domain in the application', application, "import '../domain/group.js';"],
  ['the application in HTTP', http, "import '../application/commands.js';"],
  ['a framework outside the domain', http, "import '@nestjs/common';"],
  ['a date where time is made', 'libs/kernel/src/time/idea.ts', 'export const now = new Date();'],
  ['the environment in the configuration', 'libs/platform/src/configuration/idea.ts', 'export const e = process.env;'],
  ['a stopwatch in the platform', server, 'export const t = performance.now();'],
  ['a given date in a test', 'libs/groups/src/domain/idea.spec.ts', "new Date('2023-02-13');"],
  ['the console in the command line', command, "console.log('x');"],
  ['the console in a tool', 'tools/idea.mjs', "console.log('x');"],
];

for (const [what, path, code] of refused) {
  test(`refuses ${what}`, async () => {
    assert.notDeepEqual(await lintText(path, `${code}\n`), []);
  });
}
for (const [what, path, code] of accepted) {
  test(`accepts ${what}`, async () => {
    assert.deepEqual(await lintText(path, `${code}\n`), []);
  });
}
