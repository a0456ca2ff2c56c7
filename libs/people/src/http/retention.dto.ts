import type { CivilDate } from '@liggare/kernel';
import { IsCivilDate, IsLine, MayBeAbsent, PageMeta } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, Max, Min, ValidateNested } from 'class-validator';
import { COUNTED_FROM, DISPOSABLE, type CountedFrom, type Disposable } from '../domain/retention-rule.js';
import { DecisionPointDto } from './erasure.dto.js';

const day = (description: string, example: string) => ({ type: String, description, example, format: 'date' });
const WHAT = { enum: DISPOSABLE, description: 'Vilka uppgifter · Which data', example: 'contact-details' };
const COUNTED = {
  enum: COUNTED_FROM,
  description: 'Varifrån åren räknas · From when the years are counted',
  example: 'end-of-last-assignment',
};
const id = (description: string) => ({ description, example: '5b3e1b0e-0d1a-5b4e-9f60-7f3b2a1c4d5e', format: 'uuid' });

export class AdoptRetentionRuleDto {
  @ApiProperty(WHAT)
  @IsIn(DISPOSABLE)
  what!: Disposable;

  @ApiProperty({ type: 'integer', description: 'Hela år · Whole years', example: 2, minimum: 0, maximum: 200 })
  @IsInt()
  @Min(0)
  @Max(200)
  years!: number;

  @ApiProperty(COUNTED)
  @IsIn(COUNTED_FROM)
  countedFrom!: CountedFrom;

  @ApiProperty(day('Första dagen regeln gäller · First day of the rule', '2026-01-01'))
  @IsCivilDate()
  from!: CivilDate;

  @ApiProperty({ description: 'Organet som beslutat · The body that decided', example: 'Kommunstyrelsen' })
  @IsLine(200)
  authority!: string;

  @ApiProperty({
    description: 'Plan eller bestämmelse · Plan or provision',
    example: 'Informationshanteringsplan § 4.2',
  })
  @IsLine(200)
  legalBasis!: string;

  @ApiPropertyOptional({ type: DecisionPointDto, description: 'Beslutspunkten, om den finns här · The decision point' })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => DecisionPointDto)
  decision?: DecisionPointDto;
}

export class EndRetentionRuleDto {
  @ApiProperty(day('Första dagen utan regeln · First day without it', '2027-01-01'))
  @IsCivilDate()
  on!: CivilDate;
}

export class RetentionRuleBody extends AdoptRetentionRuleDto {
  @ApiProperty(id('Regeln · The rule'))
  id!: string;

  @ApiPropertyOptional(day('Första dagen utan regeln · First day without it', '2027-01-01'))
  to?: string;
}

export class RetentionRuleList {
  @ApiProperty({ type: [RetentionRuleBody] })
  items!: RetentionRuleBody[];
}

export class DueDisposalView {
  @ApiProperty(id('Det som radering begärs för · What an erasure is requested for'))
  subjectId!: string;

  @ApiProperty(id('Personen · The person'))
  personId!: string;

  @ApiProperty(WHAT)
  what!: string;

  @ApiProperty(id('Regeln · The rule'))
  ruleId!: string;

  @ApiProperty(COUNTED)
  countedFrom!: string;

  @ApiProperty(day('Dagen åren räknas från · Day the years are counted from', '2022-10-17'))
  since!: string;

  @ApiProperty(day('Dagen då fristen gick ut · Day on which the time was up', '2024-10-17'))
  dueOn!: string;

  @ApiPropertyOptional(id('En radering som är begärd och inte avgjord · An erasure that is requested and undecided'))
  erasureId?: string;
}

export class DueDisposalPage {
  @ApiProperty({ type: [DueDisposalView] })
  items!: DueDisposalView[];

  @ApiProperty({ type: PageMeta })
  _meta!: PageMeta;
}
