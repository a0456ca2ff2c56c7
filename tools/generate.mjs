/**
 * `npm run generate` writes the reference under docs/reference from the built code; `npm run drift` (`--check`) fails when
 * what is committed is not what the code says.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOpenApiDocument } from '@liggare/api';
import { catalogues, migrations, projections, slices } from '@liggare/assembly';
import { ruleDescriptions } from '@liggare/findings';
import { databaseSchema } from './generate/database-schema.mjs';
import { eventCatalogue, eventCataloguePage } from './generate/event-catalogue.mjs';
import { findingRulesPage } from './generate/finding-rules.mjs';
import { firstDifference } from './generate/first-difference.mjs';
import { root } from './projects.mjs';

const check = process.argv.includes('--check');
const directory = 'docs/reference';

const ofSlices = new Set(slices.flatMap((slice) => slice.catalogues));
const catalogue = eventCatalogue([
  ...slices,
  // What the register says about itself: events about its read models.
  { name: 'register', catalogues: catalogues.filter((one) => !ofSlices.has(one)) },
]);
const artefacts = {
  'events.md': eventCataloguePage(catalogue),
  'events.json': JSON.stringify(catalogue, null, 2),
  'findings.md': findingRulesPage([...ruleDescriptions.values()]),
  'openapi.json': JSON.stringify(await buildOpenApiDocument(), null, 2),
  'schema.sql': await databaseSchema({ migrations, projections }),
};

let stale = 0;
if (!check) await mkdir(join(root, directory), { recursive: true });
for (const [name, text] of Object.entries(artefacts)) {
  const path = `${directory}/${name}`;
  const generated = `${text.trimEnd()}\n`;
  const committed = await readFile(join(root, path), 'utf8').catch(() => '');
  if (committed === generated) continue;
  if (check) {
    stale++;
    console.error(`${path} is stale:\n${firstDifference(committed, generated)}\n`);
  } else {
    await writeFile(join(root, path), generated);
    console.log(`wrote ${path}`);
  }
}
if (stale > 0) {
  console.error('Run "npm run generate", look at the changes and commit them.');
  process.exitCode = 1;
}
