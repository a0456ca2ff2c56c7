import {
  type Aggregate,
  certainlyBefore,
  type PartialDate,
  personal,
  type Personal,
  Refusal,
  withoutUndefined,
} from '@liggare/kernel';
import { changedFields, withoutFields } from './changed-fields.js';
import { checkSetOrCleared } from './clearing.js';
import { matterEvents, type MatterClearable, type MatterEvent, type MatterRelation } from './matter-events.js';
import { sealedUnder } from './sealed-under.js';

export interface MatterState {
  /** Empty until the matter is registered. */
  readonly id: string;
  readonly registryNumber?: string;
  readonly title?: Personal;
  readonly openedOn?: PartialDate;
  readonly closedOn?: PartialDate;
  readonly links: readonly { readonly otherId: string; readonly relation: MatterRelation }[];
}

interface MatterTexts {
  readonly registryNumber?: string;
  readonly title?: string;
  readonly openedOn?: PartialDate;
}

export type MatterCommand =
  | ({
      readonly type: 'OpenMatter';
      readonly matterId: string;
      readonly title: string;
      readonly openedOn: PartialDate;
    } & MatterTexts)
  | { readonly type: 'CloseMatter'; readonly on: PartialDate }
  | { readonly type: 'LinkMatter'; readonly otherId: string; readonly relation: MatterRelation }
  | CorrectMatterRegistration;

/** The register was wrong about the matter. */
export interface CorrectMatterRegistration extends MatterTexts {
  readonly type: 'CorrectMatterRegistration';
  readonly closedOn?: PartialDate;
  readonly clears?: readonly MatterClearable[];
  /** Matters it had been linked to by mistake. */
  readonly unlinks?: readonly string[];
  readonly reason?: string;
}

function decide(state: MatterState, command: MatterCommand): readonly MatterEvent[] {
  if (command.type === 'OpenMatter') {
    const { matterId, registryNumber, title, openedOn } = command;
    if (state.id !== '') throw new Refusal('already-exists', 'the matter is already registered');
    const opened = { matterId, ...withoutUndefined({ registryNumber }), title: personal(matterId, title), openedOn };
    return [{ type: 'MatterOpened', data: opened }];
  }
  if (state.id === '') throw new Refusal('not-registered', 'the matter is not registered');
  const matterId = state.id;
  switch (command.type) {
    case 'CloseMatter':
      checkOrder(state.openedOn, command.on, '/on');
      return state.closedOn === command.on ? [] : [{ type: 'MatterClosed', data: { matterId, on: command.on } }];
    case 'LinkMatter': {
      const { otherId, relation } = command;
      if (otherId === matterId)
        throw new Refusal('linked-to-itself', 'a matter cannot be linked to itself', '/otherId');
      if (state.links.some((link) => link.otherId === otherId && link.relation === relation)) return [];
      return [{ type: 'MatterLinked', data: { matterId, otherId, relation } }];
    }
    case 'CorrectMatterRegistration':
      return correct(state, command);
  }
}

function correct(state: MatterState, command: CorrectMatterRegistration): readonly MatterEvent[] {
  const { registryNumber, openedOn, closedOn, clears = [] } = command;
  const sealed = sealedUnder(state.id);
  const set = withoutUndefined({ registryNumber, title: sealed(command.title), openedOn, closedOn });
  checkSetOrCleared(set, clears);
  const changed = changedFields(state, set);
  const cleared = clears.filter((name) => state[name] !== undefined);
  const unlinks = (command.unlinks ?? []).filter((id) => state.links.some(({ otherId }) => otherId === id));
  if (Object.keys(changed).length + cleared.length + unlinks.length === 0) return [];
  const after = { ...withoutFields(state, cleared), ...changed };
  checkOrder(after.openedOn, after.closedOn, '/closedOn');
  const data = {
    matterId: state.id,
    ...changed,
    ...(cleared.length === 0 ? {} : { clears: cleared }),
    ...(unlinks.length === 0 ? {} : { unlinks }),
    ...withoutUndefined({ reason: sealed(command.reason) }),
  };
  return [{ type: 'MatterRegistrationCorrected', data }];
}

function checkOrder(opened: PartialDate | undefined, closed: PartialDate | undefined, field: string): void {
  if (opened !== undefined && closed !== undefined && certainlyBefore(closed, opened)) {
    throw new Refusal('from-after-to', 'a matter cannot be closed before it is opened', field);
  }
}

function evolve(state: MatterState, event: MatterEvent): MatterState {
  switch (event.type) {
    case 'MatterOpened': {
      const { matterId: id, ...opened } = event.data;
      return { ...state, id, ...opened };
    }
    case 'MatterClosed':
      return { ...state, closedOn: event.data.on };
    case 'MatterLinked': {
      const { otherId, relation } = event.data;
      return { ...state, links: [...state.links, { otherId, relation }] };
    }
    case 'MatterRegistrationCorrected': {
      const { matterId: _, reason: _why, clears = [], unlinks = [], ...corrected } = event.data;
      const links = state.links.filter(({ otherId }) => !unlinks.includes(otherId));
      return { ...withoutFields(state, clears), ...corrected, links };
    }
    default:
      return state;
  }
}

/** A matter (ärende): what decisions are about, under its registry number. */
export const matterAggregate: Aggregate<MatterState, MatterCommand, MatterEvent> = {
  category: 'matter',
  catalogue: matterEvents,
  initialState: { id: '', links: [] },
  decide,
  evolve,
};
