import { field, withoutUndefined } from '@liggare/kernel';

/**
 * Who decided, as well as it is known: a group of the register, the name of somebody else (a court), or one of several
 * candidates ("KF eller KS") when the source does not say. Nothing at all: unknown.
 */
export const Organ = field.object(
  {
    groupId: field.optional(field.uuid('The body, when it is in the register')),
    name: field.optional(field.text('Name of a body outside the register, e.g. a court')),
    candidates: field.optional(field.list(field.text('A possible body'), 'Bodies it may have been')),
  },
  { additionalProperties: false, description: 'The deciding body, as well as it is known' },
);

export interface Organ {
  readonly groupId?: string;
  readonly name?: string;
  readonly candidates?: readonly string[];
}

/** Event data are mutable types; commands are not. */
export function plainOrgan({ groupId, name, candidates }: Organ) {
  return withoutUndefined({ groupId, name, candidates: candidates === undefined ? undefined : [...candidates] });
}
