/** What somebody may do here. The role comes from the token; who may have which is the issuer's business. */
export const ROLES = ['registrar', 'coordinator', 'auditor', 'bi', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that see names. Figures for BI never need one. */
export const MAY_SEE_NAMES: ReadonlySet<Role> = new Set(['registrar', 'coordinator', 'auditor', 'admin']);

/** Roles that see a protected identity, when they say for which matter. */
export const MAY_UNMASK: ReadonlySet<Role> = new Set(['admin']);

/** Who sends a request: pseudonymous id and roles. */
export interface Principal {
  readonly id: string;
  readonly roles: readonly Role[];
}
