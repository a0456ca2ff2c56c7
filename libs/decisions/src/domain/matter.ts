import { personal, Refusal, withoutUndefined, type Aggregate, type PartialDate, type Personal } from '@liggare/kernel';
import { matterEvents, type MatterEvent, type MatterRelation } from './matter-events.js';

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
  | ({ readonly type: 'CorrectMatterRegistration'; readonly reason?: string } & MatterTexts);

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
      return state.closedOn === command.on ? [] : [{ type: 'MatterClosed', data: { matterId, on: command.on } }];
    case 'LinkMatter': {
      const { otherId, relation } = command;
      if (otherId === matterId)
        throw new Refusal('linked-to-itself', 'a matter cannot be linked to itself', '/otherId');
      if (state.links.some((link) => link.otherId === otherId && link.relation === relation)) return [];
      return [{ type: 'MatterLinked', data: { matterId, otherId, relation } }];
    }
    case 'CorrectMatterRegistration': {
      const { registryNumber, openedOn } = command;
      const title = command.title === undefined ? undefined : personal(matterId, command.title);
      const reason = command.reason === undefined ? undefined : personal(matterId, command.reason);
      const data = { matterId, ...withoutUndefined({ registryNumber, title, openedOn, reason }) };
      return [{ type: 'MatterRegistrationCorrected', data }];
    }
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
      const { matterId: _, reason: _why, ...corrected } = event.data;
      return { ...state, ...corrected };
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
