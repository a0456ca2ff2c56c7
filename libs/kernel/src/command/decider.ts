import type { DomainEvent } from '../events/domain-event.js';
import type { EventCatalogue } from '../events/event-catalogue.js';
import { isUuid } from '../identity.js';
import type { CivilDate } from '../time/civil-date.js';

/** All that `decide` may know besides state and command. */
export interface DecideContext {
  /** The day it is in the municipality, for rules that speak of today. */
  readonly today: CivilDate;
  /** The nth id this command may hand out; the same command always gets the same ids. */
  id(n: number): string;
}

/**
 * The pure heart of an aggregate: no I/O, no clock, no randomness.
 * After Chassaing's Decider: state × command → events, state × event → state.
 */
export interface Decider<State, Command, Event extends DomainEvent> {
  readonly initialState: State;
  /** The events that the command causes; none when there is nothing to do. @throws Refusal */
  decide(state: State, command: Command, context: DecideContext): readonly Event[];
  /** Total: an event that no longer means anything leaves the state as it is. */
  evolve(state: State, event: Event): State;
}

/** A decider that is stored: one stream per id, named `<category>-<id>`. */
export interface Aggregate<State, Command, Event extends DomainEvent> extends Decider<State, Command, Event> {
  readonly category: string;
  readonly catalogue: EventCatalogue;
}

export function streamName(category: string, id: string): string {
  return `${category}-${id}`;
}

/** Category and id of a stream name, e.g. `action-plan` and a UUID: the id is what stands last, a UUID or one word. */
export function parseStreamName(stream: string): { readonly category: string; readonly id: string } {
  const dash = isUuid(stream.slice(-UUID_LENGTH)) ? stream.length - UUID_LENGTH - 1 : stream.indexOf('-');
  return dash < 0 ? { category: stream, id: '' } : { category: stream.slice(0, dash), id: stream.slice(dash + 1) };
}

const UUID_LENGTH = 36;
