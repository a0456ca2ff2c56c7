import { type DecideContext, Refusal, tidied, tidy, withoutUndefined } from '@liggare/kernel';
import { checkOrder } from './check-order.js';
import { correctIndicator } from './correct-indicator.js';
import { recordMeasurement } from './record-measurement.js';
import type { IndicatorCommand, IndicatorDefinition, LinkIndicator } from './indicator-commands.js';
import type { IndicatorEvent } from './indicator-events.js';
import type { IndicatorState } from './indicator.js';

/**
 * Refuses little: values may come late, out of order, and about periods before the indicator was thought of.
 * @throws Refusal an unknown version, link or fact; a period without days; a link to nothing or to two things
 */
export function decideIndicator(
  state: IndicatorState,
  command: IndicatorCommand,
  context: DecideContext,
): readonly IndicatorEvent[] {
  if (command.type === 'RegisterIndicator') {
    if (state.id !== '') throw new Refusal('already-exists', 'the indicator is already registered');
    const { indicatorId, name, direction, frequency, from } = command;
    const ids = { indicatorId, registrationId: context.id(0), versionId: context.id(1) };
    const data = { ...ids, name: tidy(name), direction, frequency, ...tidyDefinition(command), from };
    return [{ type: 'IndicatorRegistered', data }];
  }
  if (state.id === '') throw new Refusal('not-registered', 'the indicator is not registered');
  const indicatorId = state.id;
  switch (command.type) {
    case 'RedefineIndicator': {
      const { from, breaksSeries, basis } = command;
      const defined = { indicatorId, versionId: context.id(0), ...tidyDefinition(command), from, breaksSeries };
      return [{ type: 'IndicatorRedefined', data: { ...defined, ...withoutUndefined({ basis }) } }];
    }
    case 'SetBaseline': {
      const { value, on, basis } = command;
      const data = { indicatorId, baselineId: context.id(0), versionId: version(state, command.versionId), value, on };
      return [{ type: 'BaselineSet', data: { ...data, ...withoutUndefined({ basis }) } }];
    }
    case 'SetTarget': {
      const { value, by, basis } = command;
      const data = { indicatorId, targetId: context.id(0), versionId: version(state, command.versionId), value, by };
      return [{ type: 'TargetSet', data: { ...data, ...withoutUndefined({ basis }) } }];
    }
    case 'RecordMeasurement':
      return recordMeasurement(state, command, context);
    case 'LinkIndicator':
      return link(state, command, context);
    case 'UnlinkIndicator': {
      const { linkId, to, basis } = command;
      const found = state.links.find((one) => one.linkId === linkId);
      if (!found) throw new Refusal('unknown-link', 'the indicator has no such link', '/linkId');
      if (found.to === to) return [];
      checkOrder(found.from, to);
      return [{ type: 'IndicatorUnlinked', data: { indicatorId, linkId, to, ...withoutUndefined({ basis }) } }];
    }
    case 'CorrectIndicatorRegistration':
      return correctIndicator(state, command);
  }
}

function link(state: IndicatorState, command: LinkIndicator, context: DecideContext): readonly IndicatorEvent[] {
  const { from, to, basis } = command;
  const { initiativeId, problemId } = command.subject;
  if ((initiativeId === undefined) === (problemId === undefined)) {
    throw new Refusal('one-subject', 'an indicator follows an initiative or a problem, one per link', '/subject');
  }
  checkOrder(from, to);
  const subject = withoutUndefined({ initiativeId, problemId });
  const data = { indicatorId: state.id, linkId: context.id(0), subject, ...withoutUndefined({ from, to, basis }) };
  return [{ type: 'IndicatorLinked', data }];
}

function version(state: IndicatorState, versionId: string | undefined): string {
  const found =
    versionId === undefined ? state.versions.at(-1) : state.versions.find((one) => one.versionId === versionId);
  if (!found) throw new Refusal('unknown-version', 'the indicator has no such version', '/versionId');
  return found.versionId;
}

function tidyDefinition({ definition, unit, source, method }: IndicatorDefinition) {
  const texts = { definition: tidy(definition), unit: tidy(unit), source: tidy(source) };
  return { ...texts, ...withoutUndefined({ method: tidied(method) }) };
}
