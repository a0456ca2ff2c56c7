import type { CivilDate, PartialDate } from '@liggare/kernel';
import type { LiftProtection, ProtectIdentity } from './protection.js';

/** Name and contact details are plain here and only here: `decide` marks them personal, and the sealer closes them. */
export interface PlainName {
  readonly givenName: string;
  readonly familyName: string;
}

export interface PlainContactDetails {
  readonly email?: string;
  readonly phone?: string;
  readonly postalAddress?: string;
}

/** Everything that can be asked of one person in the register. Days are first days; `to` is the first day after. */
export type PersonCommand =
  | ({ readonly type: 'RegisterPerson'; readonly personId: string; readonly contact?: PlainContactDetails } & PlainName)
  | ({ readonly type: 'ChangeName'; readonly from: CivilDate } & PlainName)
  | ({ readonly type: 'CorrectName'; readonly nameId: string; readonly from?: CivilDate } & PlainName & Reasoned)
  | ({ readonly type: 'ChangeContactDetails' } & PlainContactDetails)
  | { readonly type: 'StartAffiliation'; readonly partyId: string; readonly from?: CivilDate }
  | { readonly type: 'EndAffiliation'; readonly affiliationId: string; readonly to: CivilDate }
  | ({
      readonly type: 'CorrectAffiliation';
      readonly affiliationId: string;
      readonly partyId: string;
      readonly from?: CivilDate;
      readonly to?: CivilDate;
    } & Reasoned)
  | ({ readonly type: 'RetractAffiliation'; readonly affiliationId: string } & Reasoned)
  | { readonly type: 'RecordDeath'; readonly on: PartialDate }
  | ({ readonly type: 'CorrectDeath'; readonly deathId: string; readonly on: PartialDate } & Reasoned)
  | ({ readonly type: 'RetractDeath'; readonly deathId: string } & Reasoned)
  | DiscardEntry<'DiscardPerson'>
  | ProtectIdentity
  | LiftProtection
  | MergePersons
  | UndoMerge;

/** The entry as a whole was a mistake: there is no such thing, or it is entered elsewhere. */
export interface DiscardEntry<Type extends string> extends Reasoned {
  readonly type: Type;
}

export interface Reasoned {
  /** Why the registration was wrong; may name people, so it is sealed too. */
  readonly reason?: string;
}

/** Asked of both persons; `mergeId`: from the context unless given. */
export interface MergePersons extends Reasoned {
  readonly type: 'MergePersons';
  readonly survivorId: string;
  readonly mergedId: string;
  readonly mergeId?: string;
}

/** Asked of both persons. */
export interface UndoMerge extends Reasoned {
  readonly type: 'UndoMerge';
  readonly mergeId: string;
}
