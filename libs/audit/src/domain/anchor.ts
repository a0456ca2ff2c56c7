import {
  defineEvent,
  derivedId,
  EventCatalogue,
  field,
  Refusal,
  withoutUndefined,
  type Aggregate,
  type EventOf,
} from '@liggare/kernel';
import { Type } from '@sinclair/typebox';

/** Where a checkpoint was left outside the register: a timestamp token, printed minutes, or something else. */
export const ANCHOR_KINDS = ['rfc3161', 'minutes', 'other'] as const;
export type AnchorKind = (typeof ANCHOR_KINDS)[number];

export const CheckpointAnchored = defineEvent('CheckpointAnchored', {
  sv: 'En kontrollpunkt är lämnad utanför registret: allt före den fanns då, allt efter den här händelsen kom senare',
  en: 'A checkpoint was left outside the register: all before it was there then, all after this event came later',
  data: field.object({
    anchorId: field.uuid('The anchor'),
    size: Type.Integer({ minimum: 1, description: 'Size of the checkpoint' }),
    root: Type.String({ minLength: 44, maxLength: 44, description: 'Its root, base64' }),
    kind: field.oneOf(ANCHOR_KINDS, 'Where it was left'),
    time: field.optional(field.text('RFC 3339 instant that whoever keeps it says it was there')),
    token: field.optional(Type.String({ description: 'The timestamp token (RFC 3161), DER in base64' })),
    authority: field.optional(field.text('Address of the timestamp authority, or who keeps it')),
    meetingId: field.optional(field.uuid('The meeting in whose minutes it is printed')),
    reference: field.optional(field.text('Where it can be found there; never a person’s name')),
  }),
});

export const anchorEvents = new EventCatalogue([CheckpointAnchored] as const);
export type CheckpointAnchored = EventOf<typeof CheckpointAnchored>;
export type Anchor = CheckpointAnchored['data'];

/** Undefined until it is recorded. */
export type AnchorState = { readonly anchor?: Anchor };

export interface RecordAnchor extends Omit<Anchor, 'anchorId'> {
  readonly type: 'RecordAnchor';
  readonly anchorId: string;
}

/** One authority stamps one checkpoint once, whoever asks. */
export function timestampAnchorId(authority: string, size: number): string {
  return derivedId('anchor', authority, size);
}

export const anchorAggregate: Aggregate<AnchorState, RecordAnchor, CheckpointAnchored> = {
  category: 'anchor',
  catalogue: anchorEvents,
  initialState: {},
  decide({ anchor }, { type: _, anchorId, size, root, kind, ...rest }) {
    if (anchor?.root === root && anchor.size === size) return [];
    if (anchor) throw new Refusal('already-exists', 'the anchor is recorded already');
    return [{ type: 'CheckpointAnchored', data: { anchorId, size, root, kind, ...withoutUndefined(rest) } }];
  },
  evolve: (_, { data }) => ({ anchor: data }),
};
