import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LAYERS, SLICES } from './layers.mjs';
import { lintText } from './lint-text.mjs';
import { projects } from '../projects.mjs';

test('every project belongs to exactly one layer that exists', () => {
  for (const { name, layers } of projects) {
    assert.equal(layers.length, 1, `${name}: nx.tags must have one "layer:…"`);
    assert.ok(layers[0] in LAYERS, `${name}: there is no layer ${layers[0]}`);
  }
  assert.ok(projects.length >= 15);
});

test('every slice says which slices it may know', () => {
  const slices = projects.filter(({ layers }) => layers.includes('slice')).map(({ name }) => name.slice(9));
  assert.deepEqual(slices, Object.keys(SLICES).sort());
});

const short = (name) => name.replace('@liggare/', '');

function mayKnow(from, to, { inSpec }) {
  if (from.layers[0] === 'slice' && to.layers[0] === 'slice') return SLICES[short(from.name)].includes(short(to.name));
  if (inSpec && to.layers[0] === 'contract') return ['event-store', 'app'].includes(from.layers[0]);
  return LAYERS[from.layers[0]].includes(to.layers[0]);
}

for (const from of projects) {
  for (const inSpec of [false, true]) {
    const others = projects.filter((to) => to.name !== from.name);
    const path = `${from.directory}/src/some-idea${inSpec ? '.spec' : ''}.ts`;
    test(`${path} may import what its layer may know, and nothing else`, async () => {
      const code = others.map(({ name }, index) => `import * as it${index} from '${name}';\n`).join('');
      const messages = await lintText(path, code);
      for (const [index, to] of others.entries()) {
        const allowed = mayKnow(from, to, { inSpec });
        const complaints = messages
          .filter(({ line }) => line === index + 1)
          // Of two that may know each other's layer, the one that is known already cannot be tried the other way round.
          .filter(({ message }) => !(allowed && message.startsWith('Circular dependency')));
        const told = complaints.map(({ rule, message }) => `${rule}: ${message}`).join('\n');
        assert.equal(complaints.length === 0, allowed, `${from.name} → ${to.name}\n${told}`);
      }
    });
  }
}
