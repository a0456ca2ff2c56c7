import { readFile } from 'node:fs/promises';
import { TABLES } from './tables.js';

it.each(TABLES.map((table) => [table.name, table] as const))(
  'the columns of %s stand in the user guide',
  async (name, { columns }) => {
    const guide = await readFile(new URL('../../../../docs/users/import.md', import.meta.url), 'utf8');
    const headers = columns.map(({ header, required }) => (required ? `**${header}**` : header)).join(', ');
    expect(guide).toContain(`- \`${name}\`: ${headers}`);
  },
);
