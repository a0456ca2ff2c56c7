import { DecisionPointRefDto } from '@liggare/decisions';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  END_CAUSES,
  ROLES,
  VACANCY_REASONS,
  type EndCause,
  type Role,
  type VacancyReason,
} from '../domain/vocabulary.js';
import { APPOINTMENT, PARTY, PERSON } from './example-ids.js';

export class HeldRoleView {
  @ApiProperty({ enum: ROLES, description: 'Rollen · The role', example: 'chair' })
  role!: Role;

  @ApiProperty({ description: 'Första dagen · First day', example: '2023-02-13', format: 'date' })
  from!: string;

  @ApiPropertyOptional({ description: 'Första dag utan · First day without', example: '2025-03-01', format: 'date' })
  to?: string;
}

export class HolderAffiliationView {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Partiet; null för partilös · The party; null when unaffiliated',
    example: PARTY,
    format: 'uuid',
  })
  partyId!: string | null;

  @ApiProperty({
    description: 'Antaget vara det nominerande, för att inget annat är registrerat · Assumed to be the nominating one',
    example: false,
  })
  assumed!: boolean;
}

export class HolderView {
  @ApiProperty({ description: 'Uppdragets id · Id of the appointment', example: APPOINTMENT, format: 'uuid' })
  appointmentId!: string;

  @ApiPropertyOptional({
    description:
      'Plats, för ersättare ordning; saknas när ett entledigande upphävts sedan platsen gått till en annan · Seat, for substitutes order; absent when a release was annulled after the seat went to another',
    example: 1,
  })
  seat?: number;

  @ApiProperty({ description: 'Personen · The person', example: PERSON, format: 'uuid' })
  personId!: string;

  @ApiPropertyOptional({ description: 'Nominerande parti · Nominating party', example: PARTY, format: 'uuid' })
  nominatingPartyId?: string;

  @ApiProperty({ type: HolderAffiliationView, description: 'Parti den dagen · Party on the day' })
  affiliation!: HolderAffiliationView;

  @ApiProperty({ type: [HeldRoleView], description: 'Roller den dagen · Roles on the day' })
  roles!: HeldRoleView[];

  @ApiPropertyOptional({ description: 'Första dagen · First day', example: '2023-02-13', format: 'date' })
  from?: string;

  @ApiPropertyOptional({ description: 'Första dag utan · First day without', example: '2027-01-01', format: 'date' })
  to?: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;
}

export class LastHolderView {
  @ApiProperty({ description: 'Personen · The person', example: PERSON, format: 'uuid' })
  personId!: string;

  @ApiProperty({ description: 'Första dag utan · First day without', example: '2024-01-19', format: 'date' })
  to!: string;

  @ApiPropertyOptional({ enum: END_CAUSES, description: 'Varför det upphörde · Why it ended', example: 'died' })
  cause?: EndCause;
}

export class VacancyView {
  @ApiProperty({ description: 'Platsens nummer · Number of the seat', example: 2 })
  seat!: number;

  @ApiPropertyOptional({ description: 'Tom sedan · Vacant since', example: '2024-01-19', format: 'date' })
  since?: string;

  @ApiPropertyOptional({ enum: VACANCY_REASONS, description: 'Varför den är tom · Why', example: 'pending' })
  reason?: VacancyReason;

  @ApiPropertyOptional({
    description: 'Parti som kan nominera · Party that may nominate',
    example: PARTY,
    format: 'uuid',
  })
  nominatingPartyId?: string;

  @ApiPropertyOptional({ type: LastHolderView, description: 'Den som lämnade den · Who left it' })
  lastHolder?: LastHolderView;
}

export class SeatingView {
  @ApiProperty({ description: 'Antal platser · Seats', example: 9 })
  seats!: number;

  @ApiProperty({ description: 'Tillsatta · Filled', example: 8 })
  filled!: number;

  @ApiProperty({ description: 'Tomma · Vacant', example: 1 })
  vacant!: number;

  @ApiProperty({ description: 'Innehavare utöver antalet platser · Holders beyond the seats', example: 0 })
  surplus!: number;

  @ApiProperty({ type: [HolderView], description: 'Innehavarna, efter plats · The holders, by seat' })
  holders!: HolderView[];

  @ApiProperty({ type: [VacancyView], description: 'De tomma platserna · The vacant seats' })
  vacancies!: VacancyView[];
}
