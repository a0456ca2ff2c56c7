import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleDescriptions } from '../domain/all-rules.js';

const ROOM = join(__dirname, '../domain/rules');

describe('the rules', () => {
  it('are raised by a specification, but for the remarks that the decisions slice specifies', () => {
    const specifications = readdirSync(ROOM)
      .filter((file) => file.endsWith('.spec.ts'))
      .map((file) => readFileSync(join(ROOM, file), 'utf8'))
      .join('\n');
    const remark = /^(attendance|ballot|election|participant|statement|deferral)-/;
    const named = (id: string) => specifications.includes(`'${id}'`);
    const unspecified = [...ruleDescriptions.keys()].filter((id) => !remark.test(id) && !named(id));
    expect(unspecified).toEqual([]);
  });
});
