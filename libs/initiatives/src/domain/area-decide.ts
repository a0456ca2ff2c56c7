import { type DecideContext, Refusal, sealedText, tidied, tidy, withoutUndefined } from '@liggare/kernel';
import type { AreaCommand, CorrectAreaRegistration } from './area-commands.js';
import type { AreaEvent } from './area-events.js';
import type { AreaState } from './area.js';
import { refuseFields, refuseUnknownFact } from './refuse-fields.js';

/** @throws Refusal an unknown fact; an area that succeeds itself; an area left without a name or boundary */
export function decideArea(state: AreaState, command: AreaCommand, context: DecideContext): readonly AreaEvent[] {
  if (command.type === 'RegisterArea') {
    if (state.id !== '') throw new Refusal('already-exists', 'the area is already registered');
    const { areaId, name, code, boundary, geometry, from } = command;
    const ids = { areaId, nameId: context.id(0), boundaryId: context.id(1) };
    const more = withoutUndefined({ code: tidied(code), geometry: tidied(geometry) });
    return [{ type: 'AreaRegistered', data: { ...ids, name: tidy(name), boundary: tidy(boundary), ...more, from } }];
  }
  if (state.id === '') throw new Refusal('not-registered', 'the area is not registered');
  const areaId = state.id;
  switch (command.type) {
    case 'RenameArea': {
      const { name, from, basis } = command;
      const data = { areaId, nameId: context.id(0), name: tidy(name), from, ...withoutUndefined({ basis }) };
      return [{ type: 'AreaRenamed', data }];
    }
    case 'ChangeBoundary': {
      const { boundary, geometry, from, basis } = command;
      const more = withoutUndefined({ geometry: tidied(geometry), basis });
      const data = { areaId, boundaryId: context.id(0), boundary: tidy(boundary), from, ...more };
      return [{ type: 'AreaBoundaryChanged', data }];
    }
    case 'SucceedArea': {
      const { successorId, kind, on, basis } = command;
      if (successorId === areaId) throw new Refusal('succeeds-itself', 'an area cannot succeed itself', '/successorId');
      const data = { areaId, successionId: context.id(0), successorId, kind, on, ...withoutUndefined({ basis }) };
      return [{ type: 'AreaSucceeded', data }];
    }
    case 'CorrectAreaRegistration':
      return correct(state, command);
  }
}

function correct(state: AreaState, command: CorrectAreaRegistration): readonly AreaEvent[] {
  const { corrects, withdrawn } = command;
  const isName = state.names.some(({ nameId }) => nameId === corrects);
  const isBoundary = state.boundaries.some(({ boundaryId }) => boundaryId === corrects);
  const isSuccession = state.successors.some(({ successionId }) => successionId === corrects);
  if (!isName && !isBoundary && !isSuccession) refuseUnknownFact('area');
  const name = withoutUndefined({ name: tidied(command.name) });
  const where = withoutUndefined({ boundary: tidied(command.boundary), geometry: tidied(command.geometry) });
  if (withdrawn) {
    if ((isName && state.names.length === 1) || (isBoundary && state.boundaries.length === 1)) {
      throw new Refusal('last-version', 'an area has a name and a boundary: correct it instead', '/withdrawn');
    }
  } else {
    if (!isName) refuseFields(name);
    if (!isBoundary) refuseFields(where);
  }
  const changes = withdrawn ? { withdrawn } : { ...name, ...where };
  if (Object.keys(changes).length === 0) return [];
  const why = withoutUndefined({ reason: sealedText(state.id, command.reason) });
  return [{ type: 'AreaRegistrationCorrected', data: { areaId: state.id, corrects, ...changes, ...why } }];
}
