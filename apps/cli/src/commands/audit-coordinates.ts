import type { Coordinate, EntityRef } from '@liggare/audit';
import type { Register } from '@liggare/assembly';
import { civilDate, civilDateAt, instant, isUuid, position, type Position } from '@liggare/kernel';
import { CommandFailed, EXIT } from '../exit-codes.js';

/** `YYYY-MM-DD`; today unless given. */
export function readDay(register: Register, text: string | undefined) {
  try {
    return text === undefined || text === '' ? civilDateAt(register.clock.now()) : civilDate(text);
  } catch {
    throw new CommandFailed('a day is written YYYY-MM-DD', EXIT.usage);
  }
}

/** An instant (RFC 3339) or a log position; everything unless given. */
export async function readKnownAt(register: Register, text: string | undefined): Promise<Position | undefined> {
  if (text === undefined || text === '' || text === 'now') return undefined;
  try {
    return /^\d+$/.test(text) ? position(text) : await register.store.positionAt(instant(text));
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError)
      throw new CommandFailed('a moment is an instant (RFC 3339), a log position, or now', EXIT.usage);
    throw error;
  }
}

/** `<day>,<moment>`, either left out: `2024-01-01,1204`, `2024-01-01`, `,1204`. */
export async function readCoordinate(register: Register, text: string): Promise<Coordinate> {
  const [day, moment] = text.split(',');
  const validAt = readDay(register, day);
  const knownAt = await readKnownAt(register, moment);
  return { validAt, ...(knownAt === undefined ? {} : { knownAt }) };
}

/** `group/<uuid>`. */
export function readEntity(text: string): EntityRef {
  const [type, id, ...more] = text.split('/');
  if (type === undefined || id === undefined || !isUuid(id) || more.length > 0)
    throw new CommandFailed('an entity is written <kind>/<uuid>', EXIT.usage);
  return { type, id };
}
