import type { Aggregate, CivilDate, DecisionPointRef, PartialDate, Personal } from '@liggare/kernel';
import type { Description, InitiativeCommand, ResponsibleBody } from './initiative-commands.js';
import { decideInitiative } from './initiative-decide.js';
import { evolveInitiative } from './initiative-evolve.js';
import { UNREGISTERED } from './unregistered.js';
import type { Work } from './work.js';
import { initiativeEvents, type InitiativeEvent } from './initiative-events.js';
import type {
  InitiativeConfidence,
  InitiativeStatus,
  InitiativeSuccession,
  LinkRelation,
  ResponsibilityRole,
} from './initiative-vocabulary.js';

/** The description as it is stored: the details behind a commitment. */
export type StoredDescription = Omit<Description, 'details'> & { readonly details?: Personal };

/** A dated step of the initiative's life. */
export interface Milestone {
  readonly milestoneId: string;
  readonly status: Extract<InitiativeStatus, 'decided' | 'ongoing' | 'paused' | 'completed' | 'discontinued'>;
  readonly on: PartialDate;
  readonly reason?: Personal;
  readonly basis?: DecisionPointRef;
}

export interface Revision extends Partial<StoredDescription> {
  readonly revisionId: string;
  readonly from: CivilDate;
  readonly basis?: DecisionPointRef;
}

export interface Responsibility {
  readonly responsibilityId: string;
  readonly body: ResponsibleBody;
  readonly role: ResponsibilityRole;
  readonly from: PartialDate;
  readonly to?: PartialDate;
  readonly basis?: DecisionPointRef;
}

export interface Partner {
  readonly partnerId: string;
  readonly name: string;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  readonly basis?: DecisionPointRef;
}

export interface DecisionLink {
  readonly linkId: string;
  readonly relation: LinkRelation;
  readonly basis: DecisionPointRef;
}

export interface InitiativeSuccessor {
  readonly successionId: string;
  readonly successorId: string;
  readonly kind: InitiativeSuccession;
  readonly on: CivilDate;
  readonly continues?: string;
  readonly indicatorIds?: readonly string[];
  readonly basis?: DecisionPointRef;
}

/** All lists are in the order of registration. */
export interface InitiativeState extends Work {
  /** The entry was a mistake. Nothing but its description is left of it then. */
  readonly registeredInError?: true;
  /** Empty until the initiative is registered. */
  readonly id: string;
  readonly registrationId: string;
  readonly registered: StoredDescription;
  readonly registeredFor?: PartialDate;
  readonly confidence: InitiativeConfidence;
  readonly revisions: readonly Revision[];
  readonly milestones: readonly Milestone[];
  readonly responsibilities: readonly Responsibility[];
  readonly partners: readonly Partner[];
  readonly links: readonly DecisionLink[];
  readonly successors: readonly InitiativeSuccessor[];
}

/** An initiative (åtgärd): what it is, how far it has come, who answers for it, and what came after it. */
export const initiativeAggregate: Aggregate<InitiativeState, InitiativeCommand, InitiativeEvent> = {
  category: 'initiative',
  catalogue: initiativeEvents,
  initialState: UNREGISTERED,
  decide: decideInitiative,
  evolve: evolveInitiative,
};
