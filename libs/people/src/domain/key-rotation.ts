import {
  defineEvent,
  derivedId,
  EventCatalogue,
  field,
  type Aggregate,
  type CivilDate,
  type EventOf,
} from '@liggare/kernel';
import { Type } from '@sinclair/typebox';

export const KeyEncryptionKeyRotated = defineEvent('KeyEncryptionKeyRotated', {
  sv: 'Alla nycklar är förslutna på nytt och den förra huvudnyckeln är förstörd: säkerhetskopiors nycklar öppnas inte mer',
  en: 'All keys are wrapped anew and the former key-encryption key is destroyed: keys in backups open no more',
  classification: 'internal',
  data: field.object({
    rotationId: field.uuid('The rotation'),
    from: field.list(field.text('Id of a key-encryption key'), 'Those that nothing is wrapped with any more'),
    to: field.text('Id of the key-encryption key that took its place'),
    keys: Type.Integer({ minimum: 0, description: 'How many subject keys are wrapped with the new one' }),
    on: field.day('Day on which the former key was destroyed'),
    reason: field.text('Why, in words of the operator; names nobody'),
  }),
  validTime: ({ on }) => ({ from: on }),
});

export const keyRotationEvents = new EventCatalogue([KeyEncryptionKeyRotated]);
export type KeyRotationEvent = EventOf<typeof KeyEncryptionKeyRotated>;

/** A key-encryption key takes the place of others once: the rotation is named after it. */
export function keyRotationId(to: string): string {
  return derivedId('key-rotation', to);
}

export interface RecordKeyRotation {
  readonly type: 'RecordKeyRotation';
  readonly from: readonly string[];
  readonly to: string;
  readonly keys: number;
  readonly on: CivilDate;
  readonly reason: string;
}

/** Undefined until it is recorded. */
export type KeyRotationState = { readonly rotation?: KeyRotationEvent['data'] };

export const keyRotationAggregate: Aggregate<KeyRotationState, RecordKeyRotation, KeyRotationEvent> = {
  category: 'key-rotation',
  catalogue: keyRotationEvents,
  initialState: {},
  decide({ rotation }, { type: _, from, to, keys, on, reason }) {
    if (rotation) return [];
    const data = { rotationId: keyRotationId(to), from: [...from], to, keys, on, reason };
    return [{ type: 'KeyEncryptionKeyRotated', data }];
  },
  evolve: (_, { data }) => ({ rotation: data }),
};
