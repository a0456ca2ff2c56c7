import { PARTS } from './catalogue-queries.mjs';

/**
 * A schema as SQL, read from PostgreSQL's catalogue in a fixed order. Made for reading and comparing, not for restoring.
 * @returns {Promise<string>}
 */
export async function describeSchema(database, schema) {
  const statements = [`create schema ${schema};`];
  for (const sql of PARTS) {
    const { rows } = await database.query({ text: sql, values: [schema], rowMode: 'array' });
    statements.push(...rows.map(([statement]) => statement.trimEnd()));
  }
  return `${statements.join('\n\n')}\n`;
}
