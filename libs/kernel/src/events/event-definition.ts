import type { Static, TObject } from '@sinclair/typebox';
import type { CivilDate } from '../time/civil-date.js';
import type { DomainEvent } from './domain-event.js';
import type { Classification, RetentionClass } from './envelope.js';

/** Turns the data of one stored version into the next. Pure: stored bytes never change. */
export type Upcaster = (data: Record<string, unknown>) => Record<string, unknown>;

/** When the fact holds in the municipality, as far as one event says; half-open. */
export interface ValidTime {
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
}

/** Everything the register knows about one type of event. The event catalogue in the docs is made from these. */
export interface EventDefinition<Type extends string = string, Schema extends TObject = TObject> {
  readonly type: Type;
  /** The version that is written today. */
  readonly version: number;
  readonly summary: { readonly sv: string; readonly en: string };
  /** JSON Schema of `data` in today's version; closed (`additionalProperties: false`). */
  readonly data: Schema;
  readonly classification: Classification;
  readonly retentionClass: RetentionClass;
  /** The civil period the event speaks of, copied into the envelope so that every reader finds it in one place. */
  validTime?(data: Static<Schema>): ValidTime;
  /** Does it say that the register was wrong, rather than that something happened? See {@link EventKind}. */
  readonly corrects: 'never' | 'always' | 'at-times';
  /** Whether this one does. */
  isCorrection(data: Static<Schema>): boolean;
  /** `upcasters[n]` turns version n into n + 1; every version below today's must have one. */
  readonly upcasters: Readonly<Record<number, Upcaster>>;
}

/** `reality`: something happened in the municipality. `knowledge`: only what the register knows of it changed. */
export type EventKind = 'reality' | 'knowledge';

export interface EventOptions<Schema extends TObject> {
  readonly version?: number;
  readonly sv: string;
  readonly en: string;
  readonly data: Schema;
  readonly classification?: Classification;
  readonly retentionClass?: RetentionClass;
  readonly validTime?: (data: Static<Schema>) => ValidTime;
  /** True for corrections of our own registration; a function when it depends on the event. */
  readonly corrects?: boolean | ((data: Static<Schema>) => boolean);
  readonly upcasters?: Readonly<Record<number, Upcaster>>;
}

/** Defines a type of event. Defaults: version 1, public, kept for ever, no period of its own, corrects nothing. */
export function defineEvent<Type extends string, Schema extends TObject>(
  type: Type,
  options: EventOptions<Schema>,
): EventDefinition<Type, Schema> {
  const { corrects = false } = options;
  const atTimes = typeof corrects === 'function';
  return {
    type,
    version: options.version ?? 1,
    summary: { sv: options.sv, en: options.en },
    data: { ...options.data, additionalProperties: false },
    classification: options.classification ?? 'public',
    retentionClass: options.retentionClass ?? 'permanent',
    ...(options.validTime ? { validTime: options.validTime } : {}),
    corrects: atTimes ? 'at-times' : corrects ? 'always' : 'never',
    isCorrection: atTimes ? corrects : () => corrects,
    upcasters: options.upcasters ?? {},
  };
}

/** The event type a definition describes: `EventOf<typeof GroupEstablished>`. */
export type EventOf<Definition> =
  Definition extends EventDefinition<infer Type, infer Schema> ? DomainEvent<Type, Static<Schema>> : never;
