import type { CivilDate, PartialDate } from '@liggare/kernel';
import { IsCivilDate, IsPartialDate, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { CLEARABLE_OF_APPOINTMENT, type ClearableOfAppointment } from '../domain/appointment-events.js';
import { END_CAUSES, MISTAKES, ROLES, type EndCause, type Mistake, type Role } from '../domain/vocabulary.js';
import { APPOINTMENT, GROUP, PARTY, PERSON } from './example-ids.js';

export class MistakeDto {
  @ApiPropertyOptional({
    enum: MISTAKES,
    description: 'Vad som var fel i registreringen · What was wrong',
    example: 'typing-error',
  })
  @MayBeAbsent()
  @IsIn(MISTAKES)
  mistake?: Mistake;
}

export class CorrectAppointmentDto extends MistakeDto {
  @ApiPropertyOptional({ example: PERSON, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  personId?: string;

  @ApiPropertyOptional({ example: 3, minimum: 1 })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(500)
  seat?: number;

  @ApiPropertyOptional({ example: PARTY, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  nominatingPartyId?: string;

  @ApiPropertyOptional({ type: String, example: '2023-02-13' })
  @MayBeAbsent()
  @IsPartialDate()
  from?: PartialDate;

  @ApiPropertyOptional({ type: String, example: '2027-01-01' })
  @MayBeAbsent()
  @IsPartialDate()
  to?: PartialDate;

  @ApiPropertyOptional({
    enum: CLEARABLE_OF_APPOINTMENT,
    isArray: true,
    description: 'Det som registrerats och aldrig funnits · What was registered and never was',
    example: ['to'],
  })
  @MayBeAbsent()
  @IsArray()
  @IsIn(CLEARABLE_OF_APPOINTMENT, { each: true })
  clears?: ClearableOfAppointment[];
}

export class DiscardDto extends MistakeDto {}

export class DiscardAppointmentDto extends MistakeDto {
  @ApiPropertyOptional({
    description: 'Uppdraget som registrerades två gånger · The appointment that was registered a second time',
    example: APPOINTMENT,
    format: 'uuid',
  })
  @MayBeAbsent()
  @IsUUID()
  otherAppointmentId?: string;
}

export class MoveAppointmentDto {
  @ApiProperty({ description: 'Den rätta gruppen · The right group', example: GROUP, format: 'uuid' })
  @IsUUID()
  groupId!: string;

  @ApiPropertyOptional({ description: 'Plats där; första lediga om inget anges · Seat there', example: 3, minimum: 1 })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(500)
  seat?: number;
}

export class CorrectEndDto extends MistakeDto {
  @ApiPropertyOptional({ type: String, example: '2023-10-01' })
  @MayBeAbsent()
  @IsPartialDate()
  on?: PartialDate;

  @ApiPropertyOptional({ enum: END_CAUSES, example: 'released' })
  @MayBeAbsent()
  @IsIn(END_CAUSES)
  cause?: EndCause;
}

export class CorrectRoleDto extends MistakeDto {
  @ApiPropertyOptional({ enum: ROLES, description: 'Rätt roll · The right role', example: 'first-vice-chair' })
  @MayBeAbsent()
  @IsIn(ROLES)
  role?: Role;

  @ApiPropertyOptional({
    type: String,
    description: 'Rätt första dag · First day',
    example: '2023-02-13',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  from?: CivilDate;

  @ApiPropertyOptional({
    type: String,
    description: 'Rätt första dag utan · Until',
    example: '2025-03-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  to?: CivilDate;

  @ApiPropertyOptional({
    enum: ['to'],
    isArray: true,
    description: 'Det som registrerats och aldrig funnits · What was registered and never was',
    example: ['to'],
  })
  @MayBeAbsent()
  @IsArray()
  @IsIn(['to'], { each: true })
  clears?: 'to'[];
}
