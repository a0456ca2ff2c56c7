import { civilDate, partialDate, personal, specificationId, specificationOf, type EventOf } from '@liggare/kernel';
import type { RegisterArea } from './area-commands.js';
import type { AreaBoundaryChanged, AreaRegistered, AreaRenamed, AreaSucceeded } from './area-events.js';
import { presentArea } from './area-view.js';
import { areaAggregate } from './area.js';

const given = specificationOf(areaAggregate);
const [day, partial, id] = [civilDate, partialDate, specificationId];
const [areaId, other] = [id(900), id(901)];
const basis = { decisionId: id(800), point: 1 };

const registered: EventOf<typeof AreaRegistered> = {
  type: 'AreaRegistered',
  data: {
    ...{ areaId, nameId: id(910), name: 'Stuvsta', code: 'ST', boundaryId: id(911), boundary: 'Kommundelen' },
    from: partial('2015'),
  },
};
const renamed: EventOf<typeof AreaRenamed> = {
  type: 'AreaRenamed',
  data: { areaId, nameId: id(912), name: 'Stuvsta-Snättringe', from: day('2020-01-01') },
};
const moved: EventOf<typeof AreaBoundaryChanged> = {
  type: 'AreaBoundaryChanged',
  data: { areaId, boundaryId: id(913), boundary: 'Med Snättringe', geometry: 'karta:12', from: day('2025-01-01') },
};
const succeeded: EventOf<typeof AreaSucceeded> = {
  type: 'AreaSucceeded',
  data: { areaId, successionId: id(914), successorId: other, kind: 'merged', on: day('2026-01-01') },
};

describe('an area', () => {
  const register: RegisterArea = {
    type: 'RegisterArea',
    ...{ areaId, name: ' Stuvsta ', code: 'ST', boundary: 'Kommundelen', from: partial('2015') },
  };

  it('is registered once, with a name and a boundary', () => {
    given()
      .when(register)
      .then({ ...registered, data: { ...registered.data, nameId: id(0), boundaryId: id(1) } });
    given(registered).when(register).thenRefused('already-exists');
    given()
      .when({ type: 'RenameArea', name: 'X', from: day('2020-01-01') })
      .thenRefused('not-registered');
  });

  it('has another name and another boundary from a day on: edge case 49', () => {
    given(registered)
      .when({ type: 'RenameArea', name: 'Stuvsta-Snättringe ', from: day('2020-01-01'), basis })
      .then({ ...renamed, data: { ...renamed.data, nameId: id(0), basis } });
    given(registered)
      .when({ type: 'ChangeBoundary', boundary: 'Med Snättringe', geometry: 'karta:12', from: day('2025-01-01') })
      .then({ ...moved, data: { ...moved.data, boundaryId: id(0) } });
    const { state } = given(registered, renamed, moved);
    const on = (text: string) => {
      const { name, boundary } = presentArea(state, day(text));
      return [name, boundary?.boundaryId];
    };
    expect(['2014-12-31', '2019-12-31', '2020-01-01', '2025-01-01'].map(on)).toEqual([
      [undefined, undefined],
      ['Stuvsta', id(911)],
      ['Stuvsta-Snättringe', id(911)],
      ['Stuvsta-Snättringe', id(913)],
    ]);
  });

  it('goes on in others when it is merged or split, and is none itself from that day: edge case 49', () => {
    given(registered)
      .when({ type: 'SucceedArea', successorId: other, kind: 'merged', on: day('2026-01-01') })
      .then({ ...succeeded, data: { ...succeeded.data, successionId: id(0) } });
    given(registered)
      .when({ type: 'SucceedArea', successorId: areaId, kind: 'split', on: day('2026-01-01') })
      .thenRefused('succeeds-itself', '/successorId');
    const { state } = given(registered, moved, succeeded);
    const [before, after] = ['2025-12-31', '2026-01-01'].map((text) => presentArea(state, day(text)));
    expect([before?.name, before?.successors.length]).toEqual(['Stuvsta', 0]);
    expect([after?.name, after?.boundary, after?.successors[0]?.successorId]).toEqual([undefined, undefined, other]);
  });

  it('is corrected fact by fact, each with its own fields', () => {
    const correct = (corrects: string) => ({ type: 'CorrectAreaRegistration', corrects }) as const;
    const corrected = (corrects: string, data: object) =>
      ({ type: 'AreaRegistrationCorrected', data: { areaId, corrects, ...data } }) as const;
    const all = given(registered, moved, succeeded);
    all
      .when({ ...correct(id(910)), name: 'Stufsta', reason: 'Fel' })
      .then(corrected(id(910), { name: 'Stufsta', reason: personal(areaId, 'Fel') }));
    all.when({ ...correct(id(913)), boundary: 'Rätt' }).then(corrected(id(913), { boundary: 'Rätt' }));
    all.when({ ...correct(id(914)), withdrawn: true }).then(corrected(id(914), { withdrawn: true }));
    all.when(correct(id(913))).thenNothing();
    all.when({ ...correct(id(910)), withdrawn: true }).thenRefused('last-version', '/withdrawn');
    given(registered)
      .when({ ...correct(id(911)), withdrawn: true })
      .thenRefused('last-version', '/withdrawn');
    all.when({ ...correct(id(913)), name: 'X' }).thenRefused('no-such-field', '/name');
    all.when({ ...correct(id(910)), boundary: 'X' }).thenRefused('no-such-field', '/boundary');
    all.when(correct(id(999))).thenRefused('unknown-fact', '/corrects');
    const after = given(
      ...[registered, moved, succeeded],
      ...[corrected(id(910), { name: 'Stufsta' }), corrected(id(913), { boundary: 'Rätt' })],
      corrected(id(914), { withdrawn: true }),
    ).state;
    expect([after.names[0]?.name, after.boundaries[1], after.successors]).toMatchObject([
      'Stufsta',
      { boundary: 'Rätt', geometry: 'karta:12' },
      [],
    ]);
  });
});
