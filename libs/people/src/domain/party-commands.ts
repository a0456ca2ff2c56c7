import type { CivilDate, PartialDate } from '@liggare/kernel';
import type { SuccessionKind } from './party-events.js';
import type { DiscardEntry, Reasoned } from './person-commands.js';

/** Names of parties are not personal data. */
export interface PartyNaming {
  readonly name: string;
  readonly abbreviation?: string;
}

/** Everything that can be asked of one party in the register. */
export type PartyCommand =
  | ({ readonly type: 'RegisterParty'; readonly partyId: string; readonly from?: CivilDate } & PartyNaming)
  | ({ readonly type: 'RenameParty'; readonly from: CivilDate } & PartyNaming)
  | ({ readonly type: 'CorrectPartyName'; readonly nameId: string; readonly from?: CivilDate } & PartyNaming & Reasoned)
  | { readonly type: 'DissolveParty'; readonly on: PartialDate }
  | ({ readonly type: 'CorrectDissolution'; readonly dissolutionId: string; readonly on: PartialDate } & Reasoned)
  | ({ readonly type: 'RetractDissolution'; readonly dissolutionId: string } & Reasoned)
  | {
      readonly type: 'LinkSuccessor';
      readonly successorId: string;
      readonly kind: SuccessionKind;
      readonly from?: CivilDate;
    }
  | DiscardEntry<'DiscardParty'>
  | ({ readonly type: 'RetractSuccessor'; readonly successionId: string } & Reasoned);
