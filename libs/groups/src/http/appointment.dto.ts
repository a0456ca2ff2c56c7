import { BasedDto } from '@liggare/decisions';
import type { CivilDate, PartialDate } from '@liggare/kernel';
import { IsCivilDate, IsLine, IsPartialDate, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import {
  END_CAUSES,
  ROLES,
  SEAT_KINDS,
  type EndCause,
  type Role,
  type SeatKind,
  RECALL_GROUNDS,
  type RecallGround,
} from '../domain/vocabulary.js';
import { PARTY, PERSON } from './example-ids.js';

export class AppointDto extends BasedDto {
  @ApiProperty({ enum: SEAT_KINDS, description: 'Ledamot eller ersättare · Member or substitute', example: 'member' })
  @IsIn(SEAT_KINDS)
  kind!: SeatKind;

  @ApiProperty({ example: PERSON, format: 'uuid' })
  @IsUUID()
  personId!: string;

  @ApiPropertyOptional({
    description: 'Plats (för ersättare: ordning); första lediga om inget anges · Seat (for substitutes: order)',
    example: 1,
    minimum: 1,
  })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(500)
  seat?: number;

  @ApiPropertyOptional({ description: 'Nominerande parti · Nominating party', example: PARTY, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  nominatingPartyId?: string;

  @ApiProperty({ type: String, description: 'Från (EDTF) · From', example: '2023-02-13' })
  @IsPartialDate()
  from!: PartialDate;

  @ApiPropertyOptional({
    type: String,
    description: 'Till, exklusive (EDTF); gruppens slut om inget anges · Until, exclusive',
    example: '2027-01-01',
  })
  @MayBeAbsent()
  @IsPartialDate()
  to?: PartialDate;
}

export class AssignRoleDto extends BasedDto {
  @ApiProperty({ enum: ROLES, example: 'chair' })
  @IsIn(ROLES)
  role!: Role;

  @ApiProperty({ type: String, example: '2023-02-13', format: 'date' })
  @IsCivilDate()
  from!: CivilDate;

  @ApiPropertyOptional({ type: String, description: 'Exklusive · Exclusive', example: '2027-01-01', format: 'date' })
  @MayBeAbsent()
  @IsCivilDate()
  to?: CivilDate;
}

export class EndRoleDto extends BasedDto {
  @ApiProperty({ enum: ROLES, example: 'chair' })
  @IsIn(ROLES)
  role!: Role;

  @ApiProperty({
    type: String,
    description: 'Första dag utan rollen · First day without it',
    example: '2025-03-01',
    format: 'date',
  })
  @IsCivilDate()
  on!: CivilDate;
}

export class RequestResignationDto {
  @ApiProperty({
    type: String,
    description: 'Avsägelsen inkom · The request came in',
    example: '2023-08-28',
    format: 'date',
  })
  @IsCivilDate()
  receivedOn!: CivilDate;

  @ApiPropertyOptional({ type: String, description: 'Önskad dag · Wished day', example: '2023-10-01', format: 'date' })
  @MayBeAbsent()
  @IsCivilDate()
  wishedFrom?: CivilDate;

  @ApiPropertyOptional({ description: 'Diarienummer', example: 'KS-2023/118' })
  @MayBeAbsent()
  @IsLine(60)
  registryNumber?: string;
}

export class AnswerResignationDto extends BasedDto {
  @ApiProperty({ type: String, example: '2023-09-01', format: 'date' })
  @IsCivilDate()
  on!: CivilDate;
}

export class WithdrawResignationDto {
  @ApiProperty({ type: String, example: '2023-09-01', format: 'date' })
  @IsCivilDate()
  on!: CivilDate;
}

export class EndAppointmentDto extends BasedDto {
  @ApiProperty({
    type: String,
    description: 'Första dag utan uppdraget (EDTF) · First day without it',
    example: '2023-10-01',
  })
  @IsPartialDate()
  on!: PartialDate;

  @ApiProperty({ enum: END_CAUSES, example: 'released' })
  @IsIn(END_CAUSES)
  cause!: EndCause;

  @ApiPropertyOptional({
    enum: RECALL_GROUNDS,
    description: 'Grund, om det är ett återkallande (4 kap. 9 § KL) · Ground, when it is a recall',
    example: 'convicted',
  })
  @MayBeAbsent()
  @IsIn(RECALL_GROUNDS)
  ground?: RecallGround;
}
