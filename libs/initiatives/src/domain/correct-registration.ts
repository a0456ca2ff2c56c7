import { Refusal, withoutUndefined, type Personal } from '@liggare/kernel';
import type { CorrectInitiativeRegistration, Description } from './initiative-commands.js';
import type { InitiativeEvent } from './initiative-events.js';
import type { InitiativeKind } from './initiative-vocabulary.js';
import type { InitiativeState } from './initiative.js';

type Fields = Partial<Omit<Description, 'kinds' | 'areas'>> & { kinds?: InitiativeKind[]; areas?: string[] };

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
  if (withdrawn && fact === 'registration') {
    throw new Refusal('registration-stands', 'the registration itself cannot be withdrawn', '/withdrawn');
  }
  if (!withdrawn) {
    const described = fact === 'registration' || fact === 'revision';
    if (!described) refuseAny(fields);
    if (fact !== 'registration') refuseAny(about);
    if (fact !== 'milestone') refuseAny(withoutUndefined({ on }));
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
  ];
  if (!others.includes(id)) throw new Refusal('unknown-fact', 'the initiative has no such fact', '/corrects');
  return 'other';
}

function refuseAny(fields: object): void {
  const [first] = Object.keys(fields);
  if (first === undefined) return;
  throw new Refusal('no-such-field', 'the fact that is corrected has no such field', `/${first}`);
}
