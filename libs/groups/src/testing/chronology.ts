import { civilDate, derivedId, type DecisionPointRef, type PartialDate } from '@liggare/kernel';
import type { GroupCommand } from '../domain/commands.js';
import type { EndCause, Role } from '../domain/vocabulary.js';

/**
 * The fictional history of a political reference group, 2023–2026: nine members become eleven, one leaves his party,
 * one dies, an election is annulled by a court and held again. Persons and decisions are invented.
 */
export const REFERENCE_GROUP = derivedId('chronology', 'group', 'RG');

export const personOf = (key: string): string => derivedId('chronology', 'person', key);
export const partyOf = (key: string): string => derivedId('chronology', 'party', key);
export const decisionOf = (key: string): string => derivedId('chronology', 'decision', key);
const appointmentOf = (key: string): string => derivedId('chronology', 'appointment', key);

/** What was registered on one day. */
export interface Registered {
  readonly on: string;
  readonly commands: readonly GroupCommand[];
  /** Ends of affiliations, in the person's own stream. */
  readonly leavesParty?: { readonly person: string; readonly party: string; readonly on: string };
}

export const CHRONOLOGY: readonly Registered[] = [
  {
    on: '2023-02-13',
    commands: [
      {
        type: 'EstablishGroup',
        name: 'Politiska referensgruppen för preventionsarbetet',
        legalForm: 'council-preparatory-committee',
        from: date('2023-02-13'),
        to: date('2027-01-01'),
        appointingBody: 'Kommunfullmäktige',
        basis: point('B01', 1),
      },
      {
        type: 'AdoptInstruction',
        effectiveFrom: date('2023-02-13'),
        memberSeats: 9,
        // The minutes said nine substitutes by mistake; B03 puts it right.
        substituteSeats: 9,
        basis: point('B01', 2),
      },
      ...(['P01', 'P02', 'P03'] as const).map((person) => member(person, 'S', '2023-02-13', point('B02', 1))),
      member('P04', 'C', '2023-02-13', point('B02', 1)),
      member('P08', 'V', '2023-02-13', point('B02', 1)),
      member('P05', 'M', '2023-02-13', point('B02', 1)),
      member('P06', 'M', '2023-02-13', point('B02', 1)),
      member('P09', 'L', '2023-02-13', point('B02', 1)),
      member('P07', 'SD', '2023-02-13', point('B02', 1)),
      substitute('P24', 'S', 1, '2023-02-13', point('B02', 2)),
      substitute('P10', 'MP', 2, '2023-02-13', point('B02', 2)),
      substitute('P25', 'M', 3, '2023-02-13', point('B02', 2)),
      substitute('P11', 'KD', 4, '2023-02-13', point('B02', 2)),
      substitute('P14', 'SD', 5, '2023-02-13', point('B02', 2)),
      role('P01', 'chair', '2023-02-13', point('B02', 3)),
      role('P04', 'first-vice-chair', '2023-02-13', point('B02', 3)),
      role('P05', 'second-vice-chair', '2023-02-13', point('B02', 3)),
    ],
  },
  {
    on: '2023-03-02',
    commands: [
      { type: 'CorrectInstruction', version: 1, origin: 'decision', substituteSeats: 5, basis: point('B03', 1) },
    ],
  },
  {
    on: '2023-08-28',
    commands: [
      {
        type: 'RequestResignation',
        appointmentId: appointmentOf('P09 2023-02-13 member'),
        receivedOn: civilDate('2023-08-28'),
      },
    ],
  },
  {
    on: '2023-09-25',
    commands: [
      end('P09', '2023-02-13', 'member', '2023-10-01', 'released', point('B06', 1)),
      member('P22', 'L', '2023-10-01', point('B06', 2)),
    ],
  },
  { on: '2023-11-06', commands: [], leavesParty: { person: 'P07', party: 'SD', on: '2023-10-20' } },
  {
    on: '2024-01-22',
    commands: [{ type: 'EndAppointmentsOfDeceased', personId: personOf('P02'), on: date('2024-01-19') }],
  },
  { on: '2024-02-12', commands: [member('P12', 'S', '2024-02-12', point('B09', 2))] },
  {
    on: '2024-04-15',
    commands: [
      {
        type: 'AdoptInstruction',
        effectiveFrom: date('2024-05-01'),
        memberSeats: 11,
        substituteSeats: 5,
        basis: point('B10', 1),
      },
      end('P10', '2023-02-13', 'substitute', '2024-05-01', 'released', point('B11', 1)),
      member('P10', 'MP', '2024-05-01', point('B11', 2)),
      member('P18', 'HP', '2024-05-01', point('B11', 2)),
      substitute('P26', 'MP', 2, '2024-05-01', point('B11', 3)),
    ],
  },
  {
    on: '2024-11-11',
    commands: [
      // B13, the judgment of 18 October, was final on this day.
      { type: 'AnnulBasis', ...point('B11', 2), finalOn: civilDate('2024-11-11') },
    ],
  },
  {
    on: '2024-12-09',
    commands: [
      member('P10', 'MP', '2024-12-09', point('B14', 2)),
      member('P11', 'KD', '2024-12-09', point('B14', 2)),
      end('P11', '2023-02-13', 'substitute', '2024-12-09', 'released', point('B14', 3)),
    ],
  },
  {
    on: '2025-02-10',
    commands: [
      end('P06', '2023-02-13', 'member', '2025-02-10', 'not-eligible', point('B15', 1)),
      member('P13', 'M', '2025-02-10', point('B15', 2)),
      {
        type: 'EndRole',
        appointmentId: appointmentOf('P01 2023-02-13 member'),
        role: 'chair',
        on: civilDate('2025-03-01'),
        basis: point('B15', 3),
      },
      role('P03', 'chair', '2025-03-01', point('B15', 3)),
    ],
  },
  {
    on: '2025-06-09',
    commands: [
      { type: 'ChangeSeats', kind: 'substitute', seats: 6, from: civilDate('2025-06-09'), basis: point('B18', 1) },
      substitute('P21', 'S', 6, '2025-06-09', point('B18', 2)),
    ],
  },
  {
    on: '2025-10-13',
    commands: [
      end('P22', '2023-10-01', 'member', '2025-10-13', 'released', point('B20', 1)),
      member('P09', 'L', '2025-10-13', point('B20', 2)),
    ],
  },
  {
    on: '2025-12-08',
    commands: [
      end('P25', '2023-02-13', 'substitute', '2025-11-01', 'released', point('B21', 1)),
      substitute('P19', 'M', 3, '2025-12-08', point('B21', 2)),
    ],
  },
  {
    on: '2026-06-08',
    commands: [
      {
        type: 'EndRole',
        appointmentId: appointmentOf('P05 2023-02-13 member'),
        role: 'second-vice-chair',
        on: civilDate('2026-06-08'),
        basis: point('B24', 1),
      },
      role('P13', 'second-vice-chair', '2026-06-08', point('B24', 1), '2025-02-10'),
    ],
  },
];

/** Who sat where from when to when, de facto, as known at the end: person, kind (L member, E substitute), order, from, to. */
export const MEMBERSHIPS: readonly string[] = [
  'P01 L - 2023-02-13 2027-01-01',
  'P02 L - 2023-02-13 2024-01-19',
  'P03 L - 2023-02-13 2027-01-01',
  'P04 L - 2023-02-13 2027-01-01',
  'P08 L - 2023-02-13 2027-01-01',
  'P05 L - 2023-02-13 2027-01-01',
  'P06 L - 2023-02-13 2025-02-10',
  'P09 L - 2023-02-13 2023-10-01',
  'P07 L - 2023-02-13 2027-01-01',
  'P24 E 1 2023-02-13 2027-01-01',
  'P10 E 2 2023-02-13 2024-05-01',
  'P25 E 3 2023-02-13 2025-11-01',
  'P11 E 4 2023-02-13 2024-12-09',
  'P14 E 5 2023-02-13 2027-01-01',
  'P22 L - 2023-10-01 2025-10-13',
  'P12 L - 2024-02-12 2027-01-01',
  'P10 L - 2024-05-01 2024-11-11',
  'P18 L - 2024-05-01 2024-11-11',
  'P26 E 2 2024-05-01 2027-01-01',
  'P10 L - 2024-12-09 2027-01-01',
  'P11 L - 2024-12-09 2027-01-01',
  'P13 L - 2025-02-10 2027-01-01',
  'P21 E 6 2025-06-09 2027-01-01',
  'P09 L - 2025-10-13 2027-01-01',
  'P19 E 3 2025-12-08 2027-01-01',
];

/** The expected answers: the composition on a day, and for one of them as it was known then. */
export interface GoldenRow {
  readonly day: string;
  readonly knownThen: boolean;
  readonly seats: number;
  readonly filled: number;
  readonly vacant: number;
  readonly members: string;
  readonly parties: string;
  readonly substitutes: string;
  readonly substituteSeats: number;
}

export const GOLDEN: readonly GoldenRow[] = [
  {
    day: '2023-03-01',
    knownThen: false,
    seats: 9,
    filled: 9,
    vacant: 0,
    members: 'P01 P02 P03 P04 P05 P06 P07 P08 P09',
    parties: 'S3 M2 C1 SD1 V1 L1',
    substitutes: '1:P24 2:P10 3:P25 4:P11 5:P14',
    substituteSeats: 5,
  },
  {
    day: '2023-12-01',
    knownThen: false,
    seats: 9,
    filled: 9,
    vacant: 0,
    members: 'P01 P02 P03 P04 P05 P06 P07 P08 P22',
    parties: 'S3 M2 C1 partilös1 V1 L1',
    substitutes: '1:P24 2:P10 3:P25 4:P11 5:P14',
    substituteSeats: 5,
  },
  {
    day: '2024-02-01',
    knownThen: false,
    seats: 9,
    filled: 8,
    vacant: 1,
    members: 'P01 P03 P04 P05 P06 P07 P08 P22',
    parties: 'S2 M2 C1 partilös1 V1 L1',
    substitutes: '1:P24 2:P10 3:P25 4:P11 5:P14',
    substituteSeats: 5,
  },
  {
    day: '2024-07-01',
    knownThen: true,
    seats: 11,
    filled: 11,
    vacant: 0,
    members: 'P01 P03 P04 P05 P06 P07 P08 P10 P12 P18 P22',
    parties: 'S3 M2 C1 partilös1 V1 MP1 HP1 L1',
    substitutes: '1:P24 2:P26 3:P25 4:P11 5:P14',
    substituteSeats: 5,
  },
  {
    day: '2025-01-01',
    knownThen: false,
    seats: 11,
    filled: 11,
    vacant: 0,
    members: 'P01 P03 P04 P05 P06 P07 P08 P10 P11 P12 P22',
    parties: 'S3 M2 C1 partilös1 V1 MP1 KD1 L1',
    substitutes: '1:P24 2:P26 3:P25 5:P14',
    substituteSeats: 5,
  },
  {
    day: '2026-11-23',
    knownThen: false,
    seats: 11,
    filled: 11,
    vacant: 0,
    members: 'P01 P03 P04 P05 P07 P08 P09 P10 P11 P12 P13',
    parties: 'S3 M2 C1 partilös1 V1 L1 MP1 KD1',
    substitutes: '1:P24 2:P26 3:P19 5:P14 6:P21',
    substituteSeats: 6,
  },
];

function date(text: string): PartialDate {
  return civilDate(text) as string as PartialDate;
}

function point(decision: string, n: number): DecisionPointRef {
  return { decisionId: decisionOf(decision), point: n };
}

function member(person: string, party: string, from: string, basis: DecisionPointRef): GroupCommand {
  return {
    type: 'AppointMember',
    appointmentId: appointmentOf(`${person} ${from} member`),
    personId: personOf(person),
    nominatingPartyId: partyOf(party),
    from: date(from),
    basis,
  };
}

function substitute(person: string, party: string, seat: number, from: string, basis: DecisionPointRef): GroupCommand {
  return {
    type: 'AppointSubstitute',
    appointmentId: appointmentOf(`${person} ${from} substitute`),
    personId: personOf(person),
    nominatingPartyId: partyOf(party),
    seat,
    from: date(from),
    basis,
  };
}

function role(person: string, held: Role, from: string, basis: DecisionPointRef, elected = '2023-02-13'): GroupCommand {
  const appointmentId = appointmentOf(`${person} ${elected} member`);
  return { type: 'AssignRole', appointmentId, role: held, from: civilDate(from), basis };
}

function end(
  person: string,
  from: string,
  kind: 'member' | 'substitute',
  on: string,
  cause: EndCause,
  basis: DecisionPointRef,
): GroupCommand {
  const appointmentId = appointmentOf(`${person} ${from} ${kind}`);
  return { type: 'EndAppointment', appointmentId, on: date(on), cause, basis };
}
