import pg from 'pg';

const LONGEST_MESSAGE = 200;

/**
 * SQLSTATE classes that say nothing about the event: connection (08), transaction state and read-only standby (25),
 * rollback by serialisation or deadlock (40), resources (53), operator and time limits (55, 57), system (58, XX);
 * and 42501, a missing privilege.
 */
const TRANSIENT = /^(08|25|40|53|55|57|58|XX)|^42501$/;

/** Would the same statement possibly succeed later, with the same event? */
export function isTransient(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code !== undefined && TRANSIENT.test(error.code);
}

/**
 * What went wrong, for people to read, without the values it went wrong with: the error's name, SQLSTATE and
 * constraint or column, and its message without whatever stands between quotation marks.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is not an error was thrown';
  const parts: string[] = [error.name];
  if (error instanceof pg.DatabaseError) {
    parts[0] = `SQLSTATE ${error.code ?? 'unknown'}`;
    const place = [error.schema, error.table, error.column].filter((name) => name !== undefined).join('.');
    if (place !== '') parts.push(`in ${place}`);
    if (error.constraint !== undefined) parts.push(`constraint ${error.constraint}`);
  }
  return `${parts.join(' ')}: ${withoutValues(error.message)}`;
}

/** Greedy from the first quotation mark to the last, since a value may hold some itself; a lone one cuts the rest. */
function withoutValues(message: string): string {
  const marks = /["'`«»„“”‘’]/;
  const first = message.search(marks);
  if (first === -1) return message.slice(0, LONGEST_MESSAGE);
  const tail = message.slice(first + 1);
  const last = [...tail].findLastIndex((character) => marks.test(character));
  const rest = last === -1 ? '' : [...tail].slice(last + 1).join('');
  return `${message.slice(0, first)}…${rest}`.slice(0, LONGEST_MESSAGE);
}
