import { Refusal, sealedText, tidied, withoutUndefined } from '@liggare/kernel';
import type { CorrectIndicatorRegistration } from './indicator-commands.js';
import type { IndicatorEvent } from './indicator-events.js';
import type { IndicatorState } from './indicator.js';
import { refuseFields, refuseToWithdrawRegistration, refuseUnknownFact } from './refuse-fields.js';

/** @throws Refusal a fact there is not, a field that the fact does not have, or a version that values rest on */
export function correctIndicator(
  state: IndicatorState,
  command: CorrectIndicatorRegistration,
): readonly IndicatorEvent[] {
  const { corrects, withdrawn, direction, frequency, breaksSeries, value } = command;
  const fact = factOf(state, corrects);
  const { name, definition, unit, source, method } = command;
  const about = withoutUndefined({ name: tidied(name), direction, frequency });
  const texts = { definition: tidied(definition), unit: tidied(unit), source: tidied(source), method: tidied(method) };
  const version = withoutUndefined({ ...texts, breaksSeries });
  const right = withoutUndefined({ value });
  if (withdrawn && fact === 'registration') refuseToWithdrawRegistration();
  if (withdrawn && fact === 'version') checkUnused(state, corrects);
  if (!withdrawn) {
    if (fact !== 'registration') refuseFields(about);
    if (fact !== 'version') refuseFields(version);
    if (fact !== 'value') refuseFields(right);
  }
  const changes = withdrawn ? { withdrawn } : { ...about, ...version, ...right };
  if (Object.keys(changes).length === 0) return [];
  const why = withoutUndefined({ reason: sealedText(state.id, command.reason) });
  return [{ type: 'IndicatorRegistrationCorrected', data: { indicatorId: state.id, corrects, ...changes, ...why } }];
}

function factOf(state: IndicatorState, id: string): 'registration' | 'version' | 'value' | 'link' {
  if (state.registrationId === id) return 'registration';
  if (state.versions.some(({ versionId }) => versionId === id)) return 'version';
  if (state.links.some(({ linkId }) => linkId === id)) return 'link';
  const values = [
    ...state.baselines.map(({ baselineId }) => baselineId),
    ...state.targets.map(({ targetId }) => targetId),
    ...state.measurements.map(({ measurementId }) => measurementId),
  ];
  return values.includes(id) ? 'value' : refuseUnknownFact('indicator');
}

function checkUnused(state: IndicatorState, id: string): void {
  const values = [...state.baselines, ...state.targets, ...state.measurements];
  if (state.versions.length === 1) throw new Refusal('last-version', 'an indicator has a version', '/withdrawn');
  if (values.every(({ versionId }) => versionId !== id)) return;
  throw new Refusal('version-in-use', 'there are values by this version: withdraw them first', '/withdrawn');
}
