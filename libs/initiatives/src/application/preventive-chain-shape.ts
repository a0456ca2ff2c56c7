/** Name and version of the read model that all parts of the chain share. */
export const PREVENTIVE_CHAIN = { name: 'preventive-chain', version: 2 } as const;

/** SQL: the recorded axis, as positions of the log. */
export const RECORDED = 'recorded_from numeric not null, recorded_to numeric';

/** SQL: of one thing at most one row holds on a day, at every known position. */
export function rowsHold(key: string): string {
  return `exclude using gist (${key} with =, valid with &&, numrange(recorded_from, recorded_to) with &&)`;
}
