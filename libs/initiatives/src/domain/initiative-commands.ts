import type { CivilDate, DecisionPointRef, PartialDate } from '@liggare/kernel';
import type {
  InitiativeConfidence,
  InitiativeKind,
  InitiativeSuccession,
  LinkRelation,
  PreventionLevel,
  ResponsibilityRole,
} from './initiative-vocabulary.js';
import type { WorkCommand } from './work-commands.js';

/** What the initiative is, apart from when. No field but `details` may name a person. */
export interface Description {
  readonly title: string;
  readonly problem?: string;
  readonly cause?: string;
  readonly kinds: readonly InitiativeKind[];
  readonly level: PreventionLevel;
  /** Codes or names. */
  readonly areas: readonly string[];
  /** A group, never a person. */
  readonly targetGroup?: string;
  /** How it is carried out; sealed when stored. */
  readonly details?: string;
  /** What anybody may read. */
  readonly publicSummary?: string;
  /** Statute by which the details are secret. */
  readonly secrecy?: string;
}

/** A body of the register, or the name of one outside it. */
export interface ResponsibleBody {
  readonly groupId?: string;
  readonly name?: string;
}

interface Based {
  readonly basis?: DecisionPointRef;
}

export interface RegisterInitiative extends Description {
  readonly type: 'RegisterInitiative';
  readonly initiativeId: string;
  readonly registeredFor?: PartialDate;
  readonly confidence: InitiativeConfidence;
}

export interface MarkPartial extends Based {
  readonly type: 'DecideInitiative' | 'StartInitiative' | 'CompleteInitiative';
  readonly on: PartialDate;
}

export interface MarkDay extends Based {
  readonly type: 'PauseInitiative' | 'ResumeInitiative';
  readonly on: CivilDate;
}

export interface DiscontinueInitiative extends Based {
  readonly type: 'DiscontinueInitiative';
  readonly on: PartialDate;
  readonly reason?: string;
}

export interface ReviseInitiative extends Partial<Description>, Based {
  readonly type: 'ReviseInitiative';
  readonly from: CivilDate;
}

export interface AssignResponsibility extends Based {
  readonly type: 'AssignResponsibility';
  readonly body: ResponsibleBody;
  readonly role: ResponsibilityRole;
  readonly from: PartialDate;
  readonly to?: PartialDate;
}

export interface EndResponsibility extends Based {
  readonly type: 'EndResponsibility';
  readonly responsibilityId: string;
  readonly to: PartialDate;
}

export interface AddPartner extends Based {
  readonly type: 'AddPartner';
  readonly name: string;
  readonly from?: PartialDate;
}

export interface PartnerLeaves extends Based {
  readonly type: 'PartnerLeaves';
  readonly partnerId: string;
  readonly to: PartialDate;
}

export interface LinkDecision {
  readonly type: 'LinkDecision';
  readonly basis: DecisionPointRef;
  readonly relation: LinkRelation;
}

export interface SucceedInitiative extends Based {
  readonly type: 'SucceedInitiative';
  readonly successorId: string;
  readonly kind: InitiativeSuccession;
  readonly on: CivilDate;
  /** What of the work goes on there. */
  readonly continues?: string;
  /** Indicators that go on following the work there. */
  readonly indicatorIds?: readonly string[];
}

/** Our own entry was wrong. `withdrawn`: what it says never was; it may then be registered anew. */
export interface CorrectInitiativeRegistration extends Partial<Description> {
  readonly type: 'CorrectInitiativeRegistration';
  readonly corrects: string;
  readonly registeredFor?: PartialDate;
  readonly confidence?: InitiativeConfidence;
  readonly on?: PartialDate;
  readonly withdrawn?: true;
  readonly reason?: string;
}

/** Details, evidence and reasons are plain here and only here. */
export type InitiativeCommand =
  | RegisterInitiative
  | MarkPartial
  | MarkDay
  | DiscontinueInitiative
  | ReviseInitiative
  | AssignResponsibility
  | EndResponsibility
  | AddPartner
  | PartnerLeaves
  | LinkDecision
  | SucceedInitiative
  | WorkCommand
  | CorrectInitiativeRegistration
  | { readonly type: 'DiscardInitiative'; readonly reason?: string };
