import { DecisionPointRefDto } from '@liggare/decisions';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  END_CAUSES,
  RECALL_GROUNDS,
  ROLES,
  SEAT_KINDS,
  type EndCause,
  type RecallGround,
  type Role,
  type SeatKind,
} from '../domain/vocabulary.js';
import { APPOINTMENT, FACT, GROUP, PARTY, PERSON } from './example-ids.js';

export class AppointmentRefView {
  @ApiProperty({ description: 'Gruppen · The group', example: GROUP, format: 'uuid' })
  groupId!: string;

  @ApiProperty({ description: 'Uppdraget där · The appointment there', example: APPOINTMENT, format: 'uuid' })
  appointmentId!: string;
}

export class AppointmentEndView {
  @ApiProperty({ description: 'Slutets id · Id of the end', example: FACT, format: 'uuid' })
  endId!: string;

  @ApiProperty({ description: 'Första dag utan (EDTF) · First day without', example: '2023-10-01' })
  on!: string;

  @ApiProperty({ enum: END_CAUSES, description: 'Varför det upphörde · Why it ended', example: 'released' })
  cause!: EndCause;

  @ApiPropertyOptional({
    enum: RECALL_GROUNDS,
    description: 'Grund för ett återkallande · Ground of a recall',
    example: 'majority-shifted',
  })
  ground?: RecallGround;

  @ApiPropertyOptional({
    description: 'Avsägelsen som beviljades · The request granted',
    example: FACT,
    format: 'uuid',
  })
  resignationId?: string;

  @ApiPropertyOptional({
    type: AppointmentRefView,
    description:
      'Platsen i en annan grupp, vars slut detta följer av · The seat elsewhere whose loss this follows from',
  })
  restsOn?: AppointmentRefView;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;
}

export class RoleAssignmentView {
  @ApiProperty({ description: 'Rolltilldelningens id · Id of the assignment', example: FACT, format: 'uuid' })
  roleId!: string;

  @ApiProperty({ enum: ROLES, description: 'Rollen · The role', example: 'chair' })
  role!: Role;

  @ApiProperty({ description: 'Första dagen · First day', example: '2023-02-13', format: 'date' })
  from!: string;

  @ApiPropertyOptional({ description: 'Första dag utan · First day without', example: '2025-03-01', format: 'date' })
  to?: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;

  @ApiPropertyOptional({
    type: DecisionPointRefDto,
    description: 'Beslutet om att den upphör · The decision that it ends',
  })
  endBasis?: DecisionPointRefDto;
}

export class AppointmentView {
  @ApiProperty({ description: 'Uppdragets id · Id of the appointment', example: APPOINTMENT, format: 'uuid' })
  appointmentId!: string;

  @ApiProperty({ enum: SEAT_KINDS, description: 'Ledamot eller ersättare · Member or substitute', example: 'member' })
  kind!: SeatKind;

  @ApiProperty({ description: 'Personen · The person', example: PERSON, format: 'uuid' })
  personId!: string;

  @ApiProperty({ description: 'Plats, för ersättare ordning · Seat, for substitutes order', example: 1 })
  seat!: number;

  @ApiPropertyOptional({ description: 'Nominerande parti · Nominating party', example: PARTY, format: 'uuid' })
  nominatingPartyId?: string;

  @ApiProperty({ description: 'Från (EDTF) · From', example: '2023-02-13' })
  from!: string;

  @ApiPropertyOptional({ description: 'Till, exklusive (EDTF) · Until, exclusive', example: '2027-01-01' })
  to?: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;

  @ApiPropertyOptional({
    type: AppointmentRefView,
    description: 'Var det först registrerades, av misstag · Where it was registered first, by mistake',
  })
  movedFrom?: AppointmentRefView;

  @ApiProperty({ type: [AppointmentEndView], description: 'Registrerade slut; det tidigaste gäller · Registered ends' })
  ends!: AppointmentEndView[];

  @ApiProperty({ type: [RoleAssignmentView], description: 'Roller på platsen · Roles in the seat' })
  roles!: RoleAssignmentView[];
}

export class ResignationView {
  @ApiProperty({ description: 'Avsägelsens id · Id of the request', example: FACT, format: 'uuid' })
  resignationId!: string;

  @ApiProperty({ description: 'Uppdraget · The appointment', example: APPOINTMENT, format: 'uuid' })
  appointmentId!: string;

  @ApiProperty({ description: 'Inkom · Came in', example: '2023-08-28', format: 'date' })
  receivedOn!: string;

  @ApiPropertyOptional({ description: 'Önskad dag · Wished day', example: '2023-10-01', format: 'date' })
  wishedFrom?: string;

  @ApiPropertyOptional({ description: 'Diarienummer · Registry number', example: 'KS-2023/118' })
  registryNumber?: string;

  @ApiProperty({
    enum: ['open', 'withdrawn', 'declined', 'granted'],
    description: 'Vad som hänt med den · What became of it',
    example: 'granted',
  })
  status!: 'open' | 'withdrawn' | 'declined' | 'granted';
}
