import type { Sealer } from '../command/sealer.js';
import { isPlainPersonal } from '../personal.js';

/** A commitment per event and place, so that a read model sees what it sees in production. Nothing can be revealed. */
export const sealerWithoutKeys: Sealer = {
  seal: (eventId, { type, data }) => Promise.resolve({ event: { type, data: committed(data, eventId) as object } }),
};

function committed(value: unknown, place: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isPlainPersonal(value)) return { _sd: place };
  if (Array.isArray(value)) return value.map((item, index) => committed(item, `${place}/${index}`));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, committed(item, `${place}/${key}`)]));
}
