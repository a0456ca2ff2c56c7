import type { Slice } from '@liggare/platform';
import { anchorEvents } from './domain/anchor.js';
import { auditEvents } from './domain/audit-events.js';

/** What auditing itself brings to the register: digests that were published, and samples that were drawn. */
export const auditSlice: Slice = {
  name: 'audit',
  catalogues: [auditEvents, anchorEvents],
  projections: [],
  policies: [],
  migrations: [],
};
