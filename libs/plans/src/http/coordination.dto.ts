import { BasedDto } from '@liggare/decisions';
import type { PartialDate } from '@liggare/kernel';
import { AsOfQuery, IsLine, IsLines, IsPartialDate, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID, Matches } from 'class-validator';
import {
  COUNTINGS,
  DUTIES,
  REPORTED_SUBJECTS,
  type Counting,
  type Duty,
  type ReportedSubject,
} from '../domain/plans-vocabulary.js';
import { dateField, idField, SHA256, SHA256_EXAMPLE, textField } from './fields.js';
import { CorrectionDto } from './registration.dto.js';

export class DesignateDutyDto extends BasedDto {
  @ApiProperty({
    enum: DUTIES,
    description: 'Uppgiften (lag 2023:196 10, 11, 13 §§) · The duty',
    example: 'coordination-function',
  })
  @IsIn(DUTIES)
  duty!: Duty;

  @ApiPropertyOptional(idField('Organet i registret · A body of the register'))
  @MayBeAbsent()
  @IsUUID()
  groupId?: string;

  @ApiPropertyOptional(
    textField(
      'Annars funktionens eller organets namn, aldrig en person · Else the function’s or body’s name',
      'Trygghetssamordnare',
      200,
    ),
  )
  @MayBeAbsent()
  @IsLine(200)
  name?: string;

  @ApiProperty(dateField('Första dagen · First day', '2023-07-01'))
  @IsPartialDate()
  from!: PartialDate;
}

export class EndDutyDto extends BasedDto {
  @ApiProperty(dateField('Första dagen utan uppgiften · First day without the duty', '2026-01-01'))
  @IsPartialDate()
  on!: PartialDate;
}

export class InformCouncilDto extends BasedDto {
  @ApiProperty(dateField('När · When', '2025-05-19'))
  @IsPartialDate()
  on!: PartialDate;

  @ApiProperty({ enum: REPORTED_SUBJECTS, description: 'Om vad · On what', example: 'work' })
  @IsIn(REPORTED_SUBJECTS)
  about!: ReportedSubject;

  @ApiPropertyOptional(textField('Vad som rapporterades · What was reported', 'Årsrapport', 10_000))
  @MayBeAbsent()
  @IsLines(10_000)
  publicSummary?: string;

  @ApiPropertyOptional({ description: 'SHA-256 av handlingen · of the document', example: SHA256_EXAMPLE })
  @MayBeAbsent()
  @Matches(SHA256)
  documentHash?: string;
}

export class CorrectCoordinationDto extends CorrectionDto {
  @ApiPropertyOptional(idField('Rätt organ · The right body'))
  @MayBeAbsent()
  @IsUUID()
  groupId?: string;

  @ApiPropertyOptional(textField('Rätt namn · The right name', 'Trygghetschef', 200))
  @MayBeAbsent()
  @IsLine(200)
  name?: string;

  @ApiPropertyOptional(dateField('Rätt första dag · The right first day', '2023-08-01'))
  @MayBeAbsent()
  @IsPartialDate()
  from?: PartialDate;

  @ApiPropertyOptional(dateField('Rätt dag för slut eller rapport · The right date of an end or report', '2025-05-20'))
  @MayBeAbsent()
  @IsPartialDate()
  on?: PartialDate;
}

export class ComplianceQuery extends AsOfQuery {
  @ApiPropertyOptional({
    enum: COUNTINGS,
    default: 'anniversary',
    description: 'Hur ”vartannat år” räknas: från dagen eller per kalenderår · How “every second year” is counted',
    example: 'anniversary',
  })
  @IsIn(COUNTINGS)
  counting: Counting = 'anniversary';
}
