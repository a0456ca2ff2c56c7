import { specificationOf } from '@liggare/kernel';
import { BASIS, date, day, established, id, instruction, partyId } from '../testing/given-events.js';
import { compositionOf } from './composition-of-state.js';
import type { GroupEvent } from './events.js';
import { presentGroup } from './group-view.js';
import { groupAggregate } from './group.js';
import type { GroupState } from './state.js';

const given = specificationOf(groupAggregate);
const seatsOn = (state: GroupState, text: string) => {
  const { members, substitutes } = compositionOf('', state, day(text))!;
  return [members.seats, substitutes.seats];
};

describe('a group', () => {
  it('is established once, for a period', () => {
    const command = {
      type: 'EstablishGroup',
      name: 'Referensgruppen',
      legalForm: 'council-preparatory-committee',
      from: date('2023-02-13'),
      to: date('2027-01-01'),
      appointingBody: 'Kommunfullmäktige',
      predecessorId: id(8),
      basis: BASIS,
    } as const;
    const { type: _, ...data } = command;
    given().when(command).then({ type: 'GroupEstablished', data });
    given(established()).when(command).thenRefused('already-established');
    given()
      .when({ ...command, to: date('2023-02-13') })
      .thenRefused('from-not-before-to', '/to');
  });

  it('may be a legacy of which little is known, edge case 58', () => {
    const legacy = {
      name: 'Referensgruppen',
      legalForm: 'unknown',
      from: date('unknown'),
      to: date('../2022-12-31'),
    } as const;
    given()
      .when({ type: 'EstablishGroup', ...legacy })
      .then({ type: 'GroupEstablished', data: legacy });
    const { state } = given(established(legacy));
    const statusOn = (text: string) => compositionOf('', state, day(text))!.term.status;
    expect(statusOn('2010-01-01')).toBe('current');
    expect(statusOn('2022-12-30')).toBe('current');
    expect(statusOn('2022-12-31')).toBe('expired-no-successor');
  });

  it('is another group when it is renewed; nobody is carried over, edge case 41', () => {
    const { state } = given(established({ predecessorId: id(8) }));
    expect(state.appointments).toEqual([]);
    expect(state.term?.predecessorId).toBe(id(8));
  });

  it('bears the name of the day, edge case 54', () => {
    const renamed = (name: string, from: string): GroupEvent => ({
      type: 'GroupRenamed',
      data: { name, from: day(from) },
    });
    const { state } = given(established(), renamed('Tredje', '2025-01-01'), renamed('Andra', '2024-01-01'));
    const nameOn = (text: string) => presentGroup(state, day(text)).name;
    expect(['2022-01-01', '2023-12-31', '2024-06-01', '2025-01-01'].map(nameOn)).toEqual([
      'Referensgruppen',
      'Referensgruppen',
      'Andra',
      'Tredje',
    ]);
    given(established())
      .when({ type: 'RenameGroup', name: 'Referensgruppen', from: day('2024-01-01') })
      .thenNothing();
  });

  it('is dissolved once, and not before it began, edge case 40', () => {
    const dissolve = { type: 'DissolveGroup', on: day('2025-06-01'), successorId: id(9), basis: BASIS } as const;
    const dissolved: GroupEvent = {
      type: 'GroupDissolved',
      data: { on: day('2025-06-01'), successorId: id(9), basis: BASIS },
    };
    given(established()).when(dissolve).then(dissolved);
    given(established(), dissolved).when(dissolve).thenNothing();
    given(established(), dissolved)
      .when({ ...dissolve, on: day('2025-07-01') })
      .thenRefused('already-dissolved');
    given(established())
      .when({ ...dissolve, on: day('2023-01-01') })
      .thenRefused('from-not-before-to', '/on');
  });

  it('names its successor once', () => {
    const named = { type: 'SuccessorNamed', data: { successorId: id(9) } } as const;
    given(established())
      .when({ type: 'NameSuccessor', successorId: id(9) })
      .then(named);
    given(established(), named)
      .when({ type: 'NameSuccessor', successorId: id(9) })
      .thenNothing();
  });

  it('must be there before anything can happen to it', () => {
    given()
      .when({ type: 'DissolveGroup', on: day('2025-06-01') })
      .thenRefused('not-established');
  });
});

describe('instructions and seats', () => {
  it('have versions that count up, edge case 43', () => {
    const adopt = {
      type: 'AdoptInstruction',
      effectiveFrom: date('2024-05-01'),
      memberSeats: 11,
      substituteSeats: 5,
      tasks: ['Följa arbetet'],
    } as const;
    const { type: _, ...data } = adopt;
    given(established(), instruction(1, '2023-01-01', 9))
      .when(adopt)
      .then({ type: 'InstructionAdopted', data: { ...data, tasks: ['Följa arbetet'], version: 2 } });
    given(established(), instruction(1, '2023-01-01', 9))
      .when({ ...adopt, version: 1 })
      .thenRefused('instruction-version-exists', '/version');
  });

  it('apply from their day, edge case 2 and 43', () => {
    const { state } = given(established(), instruction(1, '2023-01-01', 9, 5), instruction(2, '2024-05-01', 11, 5));
    expect(seatsOn(state, '2024-04-30')).toEqual([9, 5]);
    expect(seatsOn(state, '2024-05-01')).toEqual([11, 5]);
    expect(presentGroup(state, day('2024-04-30')).instruction).toMatchObject({ version: 1 });
    expect(presentGroup(state, day('2024-05-01')).instruction).toMatchObject({ version: 2 });
  });

  it('order by day, whatever the order of registration; on one day the later registered wins, edge case 44', () => {
    const { state } = given(established(), instruction(2, '2024-05-01', 11), instruction(1, 'unknown', 9), {
      type: 'SeatsChanged',
      data: { kind: 'member', seats: 12, from: day('2024-05-01') },
    });
    expect(['1990-01-01', '2024-04-30', '2024-05-01'].map((text) => seatsOn(state, text)[0])).toEqual([9, 9, 12]);
  });

  it('change by kind without a new instruction until the next one, edge case 13', () => {
    const { state } = given(
      established(),
      instruction(1, '2023-01-01', 9, 5),
      { type: 'SeatsChanged', data: { kind: 'substitute', seats: 6, from: day('2025-06-09') } },
      instruction(2, '2026-01-01', 7, 7),
    );
    expect(['2025-06-08', '2025-06-09', '2026-01-01'].map((text) => seatsOn(state, text))).toEqual([
      [9, 5],
      [9, 6],
      [7, 7],
    ]);
  });

  it('are corrected from the version’s own beginning, edge case 9', () => {
    const correct = {
      type: 'CorrectInstruction',
      version: 1,
      origin: 'decision',
      substituteSeats: 5,
      basis: BASIS,
    } as const;
    const { type: _, ...data } = correct;
    const corrected: GroupEvent = { type: 'InstructionCorrected', data };
    given(established(), instruction(1, '2023-01-01', 9, 9))
      .when(correct)
      .then(corrected);
    expect(seatsOn(given(established(), instruction(1, '2023-01-01', 9, 9), corrected).state, '2023-01-01')).toEqual([
      9, 5,
    ]);
    expect(given(established(), instruction(1, '2023-01-01', 9, 9), corrected).state.instructions).toMatchObject([
      { correctedBy: [BASIS] },
    ]);
    given(established()).when(correct).thenRefused('unknown-instruction', '/version');
    given(established(), instruction(1, '2023-01-01', 9, 9))
      .when({ type: 'CorrectInstruction', version: 1, origin: 'registration' })
      .thenNothing();
  });
});

describe('vacancies and functions', () => {
  it('say why a seat is empty, edge case 74', () => {
    given(established())
      .when({
        type: 'ExplainVacancy',
        kind: 'member',
        seat: 3,
        reason: 'declined',
        partyId: partyId(1),
        from: day('2024-01-01'),
      })
      .then({
        type: 'VacancyExplained',
        data: { kind: 'member', seat: 3, reason: 'declined', partyId: partyId(1), from: day('2024-01-01') },
      });
  });

  it('seat functions with or without a person, edge case 75', () => {
    const assign = {
      type: 'AssignFunctionSeat',
      function: 'lokalpolisområdeschef',
      organisation: 'Polisen',
      from: day('2023-10-15'),
    } as const;
    const { type: _, ...data } = assign;
    const assigned: GroupEvent = { type: 'SeatFunctionAssigned', data: { ...data, functionSeatId: id(0), seat: 1 } };
    given(established()).when(assign).then(assigned);
    given(established(), assigned)
      .when({ ...assign, functionSeatId: id(5), seat: 1 })
      .thenRefused('seat-taken', '/seat');
    given(established(), assigned).when(assign).thenRefused('already-exists');
    given(established(), assigned)
      .when({ ...assign, functionSeatId: id(5), personId: id(101) })
      .then({ type: 'SeatFunctionAssigned', data: { ...data, functionSeatId: id(5), seat: 2, personId: id(101) } });
  });

  it('let a function leave its seat once', () => {
    const assigned: GroupEvent = {
      type: 'SeatFunctionAssigned',
      data: { functionSeatId: id(5), seat: 1, function: 'rektor', from: day('2023-10-15') },
    };
    const end = (on: string) => ({ type: 'EndFunctionSeat', functionSeatId: id(5), on: day(on) }) as const;
    const ended: GroupEvent = { type: 'SeatFunctionEnded', data: { functionSeatId: id(5), on: day('2024-01-01') } };
    given(established(), assigned).when(end('2024-01-01')).then(ended);
    given(established(), assigned, ended).when(end('2024-01-01')).thenNothing();
    given(established(), assigned, ended).when(end('2024-06-01')).thenRefused('already-ended');
    given(established(), assigned).when(end('2023-10-14')).thenRefused('end-before-start');
    given(established()).when(end('2024-01-01')).thenRefused('unknown-function-seat');
  });
});
