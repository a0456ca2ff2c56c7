import { BasedDto } from '@liggare/decisions';
import type { CivilDate, PartialDate } from '@liggare/kernel';
import { IsCivilDate, IsLine, IsLines, IsPartialDate, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, IntersectionType, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsUUID } from 'class-validator';
import { CAUSE_FACTORS, PROBLEM_LEVELS, type CauseFactor, type ProblemLevel } from '../domain/problem-vocabulary.js';

const FACT = '2f7f9e57-0b6e-5b39-8a4c-5d9f1b6a7e02';

export class ProblemContentDto {
  @ApiProperty({ description: 'Benämning, utan personnamn · Title; names no person', example: 'Öppen drogförsäljning' })
  @IsLine(200)
  title!: string;

  @ApiPropertyOptional({
    description: 'Vad man vet; förseglas · What is known; sealed',
    example: 'Försäljningen sker vid torgets norra entré',
  })
  @MayBeAbsent()
  @IsLines(10_000)
  description?: string;

  @ApiPropertyOptional({
    description: 'Vad alla får läsa, utan personnamn · What anybody may read; names no person',
    example: 'Droger säljs öppet på torget',
  })
  @MayBeAbsent()
  @IsLines(4_000)
  publicSummary?: string;

  @ApiPropertyOptional({
    description: 'Bestämmelsen som gör beskrivningen hemlig · Statute that makes the description secret',
    example: 'OSL 18 kap. 1 §',
  })
  @MayBeAbsent()
  @IsLine(200)
  secrecy?: string;

  @ApiProperty({ type: [String], description: 'Områden, kod eller namn · Areas', example: ['Skogås'] })
  @IsArray()
  @ArrayMaxSize(50)
  @IsLine(100, { each: true })
  areas!: string[];

  @ApiPropertyOptional({ description: 'Målgrupp, aldrig en person · Target group', example: 'Unga 15–20 år' })
  @MayBeAbsent()
  @IsLine(200)
  targetGroup?: string;

  @ApiPropertyOptional({ enum: PROBLEM_LEVELS, description: 'Var det märks · Where it shows', example: 'place' })
  @MayBeAbsent()
  @IsIn(PROBLEM_LEVELS)
  level?: ProblemLevel;
}

export class RegisterProblemDto extends ProblemContentDto {
  @ApiPropertyOptional({
    type: String,
    description: 'När det först märktes (EDTF) · When it was first noticed',
    example: '2022',
  })
  @MayBeAbsent()
  @IsPartialDate()
  firstNoticed?: PartialDate;
}

export class ReviseProblemDto extends IntersectionType(
  PartialType(ProblemContentDto, { skipNullProperties: false }),
  BasedDto,
) {
  @ApiProperty({
    type: String,
    description: 'Första dagen för den nya bilden · First day of the new picture',
    example: '2024-07-01',
    format: 'date',
  })
  @IsCivilDate()
  from!: CivilDate;
}

export class IdentifyCauseDto extends BasedDto {
  @ApiProperty({ description: 'Orsaken, utan personnamn · The cause; names no person', example: 'Dålig belysning' })
  @IsLines(2_000)
  text!: string;

  @ApiProperty({ enum: CAUSE_FACTORS, description: 'Risk- eller skyddsfaktor · Factor', example: 'risk' })
  @IsIn(CAUSE_FACTORS)
  factor!: CauseFactor;

  @ApiPropertyOptional({ type: String, description: 'Sedan när (EDTF) · Since when', example: '2023' })
  @MayBeAbsent()
  @IsPartialDate()
  from?: PartialDate;
}

export class WithdrawCauseDto extends BasedDto {
  @ApiProperty({
    type: String,
    description: 'Första dagen den inte längre hålls för en orsak (EDTF) · First day it is no longer held to be one',
    example: '2025-01-01',
  })
  @IsPartialDate()
  to!: PartialDate;

  @ApiPropertyOptional({ description: 'Varför; förseglas · Why; sealed', example: 'Ny kartläggning' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}

export class ProblemStepDto extends BasedDto {
  @ApiProperty({ type: String, description: 'Från vilken dag (EDTF) · From which day', example: '2025-06-01' })
  @IsPartialDate()
  on!: PartialDate;

  @ApiPropertyOptional({ description: 'Varför; förseglas · Why; sealed', example: 'Ingen försäljning på ett år' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}

export class CorrectProblemRegistrationDto extends PartialType(RegisterProblemDto, { skipNullProperties: false }) {
  @ApiProperty({
    description: 'Uppgiften som var fel; se `registered` · The fact that was wrong; see `registered`',
    example: FACT,
    format: 'uuid',
  })
  @IsUUID()
  corrects!: string;

  @ApiPropertyOptional({
    description: 'Orsakens rätta ordalydelse · The right words of a cause',
    example: 'Mörka stråk',
  })
  @MayBeAbsent()
  @IsLines(2_000)
  text?: string;

  @ApiPropertyOptional({ enum: CAUSE_FACTORS, description: 'För en orsak · Of a cause', example: 'risk' })
  @MayBeAbsent()
  @IsIn(CAUSE_FACTORS)
  factor?: CauseFactor;

  @ApiPropertyOptional({
    type: String,
    description: 'Rätt datum för ett avslut eller återupptagande (EDTF) · The right date of a step',
    example: '2025',
  })
  @MayBeAbsent()
  @IsPartialDate()
  on?: PartialDate;

  @ApiPropertyOptional({ enum: [true], description: 'Registrerades av misstag · Registered by mistake', example: true })
  @MayBeAbsent()
  @IsIn([true])
  withdrawn?: true;

  @ApiPropertyOptional({ description: 'Varför; förseglas · Why; sealed', example: 'Avläst fel' })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}
