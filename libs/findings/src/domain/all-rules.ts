import type { Rule, RuleDescription } from './rule.js';
import { appointmentRules } from './rules/appointment.rules.js';
import { doubleSeatRules } from './rules/double-seats.rules.js';
import { entryInErrorRules } from './rules/entry-in-error.rules.js';
import { chainRules } from './rules/chain.rules.js';
import { groupSeatRules } from './rules/group-seats.rules.js';
import { initiativeRules } from './rules/initiative.rules.js';
import { legalBasisRules } from './rules/legal-basis.rules.js';
import { meetingRules } from './rules/meeting.rules.js';
import { minutesRules } from './rules/minutes.rules.js';
import { minutesSetRules } from './rules/minutes-sets.rules.js';
import { noticeRules } from './rules/notice.rules.js';
import { personRules } from './rules/person.rules.js';
import { planRules } from './rules/plan.rules.js';
import { registrationRules } from './rules/registration.rules.js';
import { remarkRules } from './rules/remark.rules.js';

/** The rules about entities. A new one goes into a file in rules/, and raises the version of the projection. */
export const rules: readonly Rule[] = [
  ...groupSeatRules,
  ...doubleSeatRules,
  ...appointmentRules,
  ...legalBasisRules,
  ...minutesRules,
  ...minutesSetRules,
  ...noticeRules,
  ...meetingRules,
  ...remarkRules,
  ...personRules,
  ...initiativeRules,
  ...chainRules,
  ...planRules,
  ...entryInErrorRules,
];

export { registrationRules };

/** Every rule by its id, as it describes itself. */
export const ruleDescriptions: ReadonlyMap<string, RuleDescription & { readonly about?: string }> = new Map(
  [...rules, ...registrationRules].map((rule) => [rule.id, rule]),
);
