import { FormatRegistry } from '@sinclair/typebox';
import { TypeCompiler, type TypeCheck } from '@sinclair/typebox/compiler';
import { isCivilDate } from '../time/civil-date.js';
import { isPartialDate } from '../time/partial-date.js';
import type { DomainEvent } from './domain-event.js';
import type { EventDefinition, EventKind, ValidTime } from './event-definition.js';
import { InvalidEvent } from './invalid-event.js';

// Formats are named in event schemas by `fields.ts`; TypeBox asks this registry what they mean.
FormatRegistry.Set('civil-date', isCivilDate);
FormatRegistry.Set('partial-date', isPartialDate);

/** The event types of a slice: checks what is written, upcasts what is read. */
export class EventCatalogue<Definitions extends readonly EventDefinition[] = readonly EventDefinition[]> {
  private readonly byType = new Map<string, EventDefinition>();
  private readonly checks = new Map<string, TypeCheck<EventDefinition['data']>>();

  /** @throws Error when two definitions share a type or an upcaster is missing: a defect found at start-up. */
  constructor(readonly definitions: Definitions) {
    for (const definition of definitions) {
      if (this.byType.has(definition.type)) throw new Error(`event type defined twice: ${definition.type}`);
      for (let version = 1; version < definition.version; version++) {
        if (!definition.upcasters[version]) throw new Error(`${definition.type}: no upcaster from version ${version}`);
      }
      this.byType.set(definition.type, definition);
    }
  }

  get types(): readonly string[] {
    return [...this.byType.keys()];
  }

  /** @throws InvalidEvent for a type that is not in the catalogue. */
  definition(type: string): EventDefinition {
    const found = this.byType.get(type);
    if (!found) throw new InvalidEvent(type, '', 'not in the event catalogue');
    return found;
  }

  /** Checks an event that is about to be written. @throws InvalidEvent naming the field, never its value. */
  check(event: DomainEvent): EventDefinition {
    const definition = this.definition(event.type);
    let check = this.checks.get(event.type);
    if (!check) this.checks.set(event.type, (check = TypeCompiler.Compile(definition.data)));
    if (!check.Check(event.data)) {
      const first = check.Errors(event.data).First();
      throw new InvalidEvent(event.type, first?.path ?? '', first?.message ?? 'invalid');
    }
    return definition;
  }

  validTime(event: DomainEvent): ValidTime {
    return this.definition(event.type).validTime?.(event.data as never) ?? {};
  }

  /** Did reality change, or only what the register knows of it? */
  kindOf(event: DomainEvent): EventKind {
    return this.definition(event.type).isCorrection(event.data as never) ? 'knowledge' : 'reality';
  }

  /** Today's form of a stored event. @throws InvalidEvent when it was written by a newer version of the program. */
  upcast(type: string, storedVersion: number, data: unknown): DomainEvent {
    const definition = this.definition(type);
    if (storedVersion > definition.version) {
      throw new InvalidEvent(
        type,
        '',
        `written with version ${storedVersion}, this program knows ${definition.version}`,
      );
    }
    let current = data as Record<string, unknown>;
    for (let version = storedVersion; version < definition.version; version++) {
      current = definition.upcasters[version]!(current);
    }
    return { type, data: current };
  }
}
