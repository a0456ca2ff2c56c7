import type { DomainEvent } from '../events/domain-event.js';
import { START, type Position } from '../store/position.js';
import { NO_EVENTS } from '../store/event-store.js';

/** An aggregate as it was last seen, with what each command made of it. */
export interface Cached {
  readonly state: unknown;
  readonly revision: bigint;
  readonly position: Position;
  /** Where each command's events end, so that a command sent again is recognised wherever the stream is by now. */
  readonly commands: ReadonlyMap<string, CarriedOut>;
}

export interface CarriedOut {
  readonly revision: bigint;
  readonly position: Position;
  readonly events: readonly DomainEvent[];
}

/** Aggregates in memory; those used longest ago go first. Bounded by their number and by the commands they remember. */
export class AggregateCache {
  private readonly entries = new Map<string, Cached>();
  private commands = 0;

  constructor(
    private readonly maxEntries: number,
    private readonly maxCommands: number,
  ) {}

  /** What is known of a stream; before anything is, that of an aggregate that does not exist. */
  get(name: string, initialState: unknown): Cached {
    const nothing = { state: initialState, revision: NO_EVENTS, position: START, commands: new Map() };
    return this.entries.get(name) ?? nothing;
  }

  /** Keeps the newer of what is known and this. */
  remember(name: string, entry: Cached): void {
    const known = this.entries.get(name);
    if (known && known.revision > entry.revision) return;
    this.forget(name);
    this.entries.set(name, entry);
    this.commands += entry.commands.size;
    // The one at hand stays, however long it is.
    while (this.entries.size > 1 && (this.entries.size > this.maxEntries || this.commands > this.maxCommands)) {
      this.forget(this.entries.keys().next().value!);
    }
  }

  private forget(name: string): void {
    this.commands -= this.entries.get(name)?.commands.size ?? 0;
    this.entries.delete(name);
  }
}
