import { withoutUndefined, type Personal } from '@liggare/kernel';
import { workIds } from './evolve-work.js';
import type { CorrectInitiativeRegistration } from './initiative-commands.js';
import type { InitiativeEvent } from './initiative-events.js';
import type { InitiativeKind } from './initiative-vocabulary.js';
import type { InitiativeState, StoredDescription } from './initiative.js';
import { refuseFields, refuseToWithdrawRegistration, refuseUnknownFact } from './refuse-fields.js';

type Fields = Partial<Omit<StoredDescription, 'kinds' | 'areas'>> & { kinds?: InitiativeKind[]; areas?: string[] };

/** @throws Refusal a fact there is not, or a field that the fact does not have */
export function correctRegistration(
  state: InitiativeState,
  command: CorrectInitiativeRegistration,
  fields: Fields,
  reason: Personal | undefined,
): readonly InitiativeEvent[] {
  const { corrects, registeredFor, confidence, on, withdrawn } = command;
  const fact = factOf(state, corrects);
  const about = withoutUndefined({ registeredFor, confidence });
  if (withdrawn && fact === 'registration') refuseToWithdrawRegistration();
  if (!withdrawn) {
    const described = fact === 'registration' || fact === 'revision';
    if (!described) refuseFields(fields);
    if (fact !== 'registration') refuseFields(about);
    if (fact !== 'milestone') refuseFields(withoutUndefined({ on }));
  }
  const changes = withdrawn ? { withdrawn } : { ...fields, ...about, ...withoutUndefined({ on }) };
  if (Object.keys(changes).length === 0) return [];
  const data = { initiativeId: state.id, corrects, ...changes, ...withoutUndefined({ reason }) };
  return [{ type: 'InitiativeRegistrationCorrected', data }];
}

function factOf(state: InitiativeState, id: string): 'registration' | 'revision' | 'milestone' | 'other' {
  if (state.registrationId === id) return 'registration';
  if (state.revisions.some(({ revisionId }) => revisionId === id)) return 'revision';
  if (state.milestones.some(({ milestoneId }) => milestoneId === id)) return 'milestone';
  const others = [
    ...state.responsibilities.map(({ responsibilityId }) => responsibilityId),
    ...state.partners.map(({ partnerId }) => partnerId),
    ...state.links.map(({ linkId }) => linkId),
    ...state.successors.map(({ successionId }) => successionId),
    ...workIds(state),
  ];
  return others.includes(id) ? 'other' : refuseUnknownFact('initiative');
}
