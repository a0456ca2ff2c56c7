import {
  defineEvent,
  field,
  Refusal,
  withoutUndefined,
  type CivilDate,
  type DecideContext,
  type EventOf,
} from '@liggare/kernel';

/**
 * Protected personal data (skyddade personuppgifter): sekretessmarkering, skyddad folkbokföring, fingerade
 * personuppgifter.
 */
export const PROTECTION_KINDS = ['confidentiality-marking', 'protected-registration', 'assumed-identity'] as const;
export type ProtectionKind = (typeof PROTECTION_KINDS)[number];

/** In force from the moment it is recorded, whatever day the authority decided it. */
export interface Protection {
  readonly protectionId: string;
  readonly kind: ProtectionKind;
  readonly from?: CivilDate;
}

export interface ProtectIdentity {
  readonly type: 'ProtectIdentity';
  readonly kind: ProtectionKind;
  readonly from?: CivilDate;
}

export interface LiftProtection {
  readonly type: 'LiftProtection';
  readonly on?: CivilDate;
}

const personId = field.uuid('The person');
const protectionId = field.uuid('The protection, so that its end says which one');

export const IdentityProtected = defineEvent('IdentityProtected', {
  sv: 'Personen har skyddade personuppgifter: från och med nu visas de inte i något svar, inte heller i historiken',
  en: 'The identity of the person is protected: from now on it is shown in no answer, history included',
  classification: 'restricted',
  data: field.object({
    personId,
    protectionId,
    kind: field.oneOf(PROTECTION_KINDS, 'Which protection; one recorded later takes the place of this one'),
    from: field.optional(field.day('First day of it, as the authority says; masking does not wait for it')),
  }),
  validTime: ({ from }) => ({ from }),
});

export const IdentityProtectionLifted = defineEvent('IdentityProtectionLifted', {
  sv: 'Personens uppgifter är inte längre skyddade',
  en: 'The identity of the person is protected no longer',
  classification: 'restricted',
  data: field.object({
    personId,
    protectionId,
    on: field.optional(field.day('First day without it, as the authority says')),
  }),
  validTime: ({ on }) => ({ to: on }),
});

export type ProtectionEvent = EventOf<typeof IdentityProtected> | EventOf<typeof IdentityProtectionLifted>;

/** Of a person, also one that was entered by mistake: the name stands in history all the same. */
export function decideProtection(
  { id: personId, protection }: { readonly id: string; readonly protection?: Protection },
  command: ProtectIdentity | LiftProtection,
  context: DecideContext,
): readonly ProtectionEvent[] {
  if (command.type === 'ProtectIdentity') {
    const { kind, from } = command;
    if (protection?.kind === kind && protection.from === from) return [];
    const data = { personId, protectionId: context.id(0), kind, ...withoutUndefined({ from }) };
    return [{ type: 'IdentityProtected', data }];
  }
  const { on } = command;
  if (!protection) throw new Refusal('not-protected', 'the identity of the person is not protected');
  if (on !== undefined && on > context.today) {
    throw new Refusal('in-the-future', 'lifting takes effect at once: record it when the day has come', '/on');
  }
  const data = { personId, protectionId: protection.protectionId, ...withoutUndefined({ on }) };
  return [{ type: 'IdentityProtectionLifted', data }];
}
