import { DecisionPointRefDto } from '@liggare/decisions';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SEAT_KINDS, VACANCY_REASONS, type SeatKind, type VacancyReason } from '../domain/vocabulary.js';
import { FACT, PARTY, PERSON, SHA256 } from './example-ids.js';

export class GroupNameView {
  @ApiProperty({ description: 'Namnet · The name', example: 'Preventionsberedningen' })
  name!: string;

  @ApiPropertyOptional({
    description: 'Första dagen; saknas för det första namnet · First day; the first name has none',
    example: '2025-01-01',
    format: 'date',
  })
  from?: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;
}

export class InstructionView {
  @ApiProperty({
    description: 'Registreringsordning bland allt som sätter platser · Order of registration among what sets seats',
    example: 1,
  })
  sequence!: number;

  @ApiProperty({ description: 'Version', example: 1 })
  version!: number;

  @ApiProperty({ description: 'Gäller från (EDTF) · In force from', example: '2023-02-13' })
  effectiveFrom!: string;

  @ApiProperty({ description: 'Antal ledamöter · Member seats', example: 9 })
  memberSeats!: number;

  @ApiProperty({ description: 'Antal ersättare · Substitute seats', example: 5 })
  substituteSeats!: number;

  @ApiPropertyOptional({ description: 'Syfte · Purpose', example: 'Följa kommunens förebyggande arbete' })
  purpose?: string;

  @ApiPropertyOptional({ type: [String], description: 'Uppgifter · Tasks', example: ['Bereda åtgärdsplanen'] })
  tasks?: string[];

  @ApiPropertyOptional({ description: 'Regler i övrigt · Other rules', example: 'Minst fyra sammanträden per år' })
  rules?: string;

  @ApiPropertyOptional({ description: 'Handlingens SHA-256, hex · SHA-256 of the document, hex', example: SHA256 })
  documentHash?: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;

  @ApiProperty({
    type: [DecisionPointRefDto],
    description: 'Beslut om rättelse, äldst först · Correcting decisions, oldest first',
  })
  correctedBy!: DecisionPointRefDto[];
}

export class SeatChangeView {
  @ApiProperty({
    description: 'Registreringsordning bland allt som sätter platser · Order of registration among what sets seats',
    example: 2,
  })
  sequence!: number;

  @ApiProperty({ enum: SEAT_KINDS, description: 'Slag av platser · Kind of seats', example: 'substitute' })
  kind!: SeatKind;

  @ApiProperty({ description: 'Antal från den dagen · Number from that day', example: 6 })
  seats!: number;

  @ApiProperty({ description: 'Första dagen · First day', example: '2025-06-09', format: 'date' })
  from!: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;
}

export class FunctionSeatView {
  @ApiProperty({ description: 'Funktionsplatsens id · Id of the seat of a function', example: FACT, format: 'uuid' })
  functionSeatId!: string;

  @ApiProperty({ description: 'Platsens nummer · Number of the seat', example: 1 })
  seat!: number;

  @ApiProperty({ description: 'Funktionen · The function', example: 'Lokalpolisområdeschef' })
  function!: string;

  @ApiPropertyOptional({ description: 'Organisationen · The organisation', example: 'Polisen' })
  organisation?: string;

  @ApiPropertyOptional({ description: 'Den som innehar funktionen · Who holds it', example: PERSON, format: 'uuid' })
  personId?: string;

  @ApiPropertyOptional({ description: 'Första dagen · First day', example: '2023-10-15', format: 'date' })
  from?: string;

  @ApiPropertyOptional({ description: 'Första dag utan · First day without', example: '2027-01-01', format: 'date' })
  to?: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;
}

export class VacancyExplanationView {
  @ApiProperty({ enum: SEAT_KINDS, description: 'Slag av plats · Kind of seat', example: 'member' })
  kind!: SeatKind;

  @ApiProperty({ description: 'Platsens nummer · Number of the seat', example: 2 })
  seat!: number;

  @ApiProperty({ enum: VACANCY_REASONS, description: 'Varför den är tom · Why it is vacant', example: 'pending' })
  reason!: VacancyReason;

  @ApiPropertyOptional({
    description: 'Partiet med nomineringsrätt · The party with the right to nominate',
    example: PARTY,
    format: 'uuid',
  })
  partyId?: string;

  @ApiProperty({ description: 'Första dagen · First day', example: '2024-01-19', format: 'date' })
  from!: string;

  @ApiPropertyOptional({ description: 'Första dag utan · First day without', example: '2024-02-12', format: 'date' })
  to?: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;
}
