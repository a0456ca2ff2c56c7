import type { Transaction } from '@liggare/database';
import type { Projection } from '@liggare/kernel';

/** One read model of several kinds of aggregates: each part takes the events that it handles, and keeps its own tables. */
export function foldTogether(
  name: string,
  version: number,
  parts: readonly Projection<Transaction>[],
): Projection<Transaction> {
  return {
    name,
    version,
    handles: parts.flatMap(({ handles }) => handles),
    schema: parts.map(({ schema }) => schema).join('\n'),
    publishes: parts.flatMap(({ publishes }) => publishes),
    async apply(events, tx, past) {
      for (const part of parts) {
        const own = events.filter(({ type }) => part.handles.includes(type));
        if (own.length > 0) await part.apply(own, tx, past);
      }
    },
  };
}
