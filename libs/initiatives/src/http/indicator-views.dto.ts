import { DecisionPointRefDto } from '@liggare/decisions';
import { AsOfView } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { INDICATOR_DIRECTIONS, INDICATOR_FREQUENCIES } from '../domain/indicator-vocabulary.js';
import { DayPeriodDto } from './day-period.dto.js';
import { IndicatorSubjectDto } from './indicator.dto.js';
import { PeriodView } from './period-view.dto.js';

const ID = '3c1d2f3e-0d5c-5a53-8c3f-3b8a1c0f9a41';
const FACT = '2f7f9e57-0b6e-5b39-8a4c-5d9f1b6a7e02';

export class IndicatorVersionView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  versionId!: string;

  @ApiProperty({ example: 'Andel som är otrygga sent på kvällen' })
  definition!: string;

  @ApiProperty({ example: '%' })
  unit!: string;

  @ApiProperty({ example: 'NTU' })
  source!: string;

  @ApiPropertyOptional({ example: 'Postal enkät' })
  method?: string;

  @ApiProperty({ description: 'Ofullständigt datum (EDTF) · Partial date (EDTF)', example: '2017' })
  from!: string;

  @ApiProperty({ description: 'Bryter serien · Breaks the series', example: false })
  breaksSeries!: boolean;

  @ApiPropertyOptional({ type: DecisionPointRefDto })
  basis?: DecisionPointRefDto;
}

/** The version of the day. */
export class IndicatorVersionPeriodView extends OmitType(IndicatorVersionView, ['from']) {
  @ApiProperty({ type: PeriodView })
  period!: PeriodView;
}

export class BaselineView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  baselineId!: string;

  @ApiProperty({ example: FACT, format: 'uuid' })
  versionId!: string;

  @ApiProperty({ example: 38 })
  value!: number;

  @ApiProperty({ description: 'Ofullständigt datum (EDTF) · Partial date (EDTF)', example: '2023' })
  on!: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto })
  basis?: DecisionPointRefDto;
}

export class TargetView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  targetId!: string;

  @ApiProperty({ example: FACT, format: 'uuid' })
  versionId!: string;

  @ApiProperty({ example: 32 })
  value!: number;

  @ApiProperty({ example: '2027-01-01', format: 'date' })
  by!: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto })
  basis?: DecisionPointRefDto;
}

export class MeasurementView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  measurementId!: string;

  @ApiProperty({ example: FACT, format: 'uuid' })
  versionId!: string;

  @ApiProperty({ type: DayPeriodDto })
  period!: DayPeriodDto;

  @ApiProperty({ example: 36.5 })
  value!: number;

  @ApiPropertyOptional({ example: 'NTU 2025' })
  source?: string;

  @ApiPropertyOptional({ description: 'Ofullständigt datum (EDTF) · Partial date (EDTF)', example: '2025-10' })
  publishedOn?: string;

  @ApiPropertyOptional({ description: 'Värdet det avlöser · The value it takes over from', format: 'uuid' })
  recalculates?: string;
}

export class SeriesPointView extends MeasurementView {
  @ApiProperty({
    description: 'Kan inte jämföras med värdet före · Not comparable with the one before',
    example: false,
  })
  breakBefore!: boolean;

  @ApiProperty({ type: [MeasurementView], description: 'Vad källan sagt tidigare · What the source said before' })
  earlier!: MeasurementView[];
}

export class IndicatorLinkView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  linkId!: string;

  @ApiProperty({ type: IndicatorSubjectDto })
  subject!: IndicatorSubjectDto;

  @ApiPropertyOptional({ description: 'Ofullständigt datum (EDTF) · Partial date (EDTF)', example: '2023' })
  from?: string;

  @ApiPropertyOptional({ description: 'Ofullständigt datum (EDTF) · Partial date (EDTF)', example: '2026' })
  to?: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto })
  basis?: DecisionPointRefDto;

  @ApiPropertyOptional({ type: PeriodView })
  period?: PeriodView;
}

export class IndicatorRegisteredView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  registrationId!: string;

  @ApiProperty({ type: [IndicatorVersionView] })
  versions!: IndicatorVersionView[];

  @ApiProperty({ type: [BaselineView] })
  baselines!: BaselineView[];

  @ApiProperty({ type: [TargetView] })
  targets!: TargetView[];

  @ApiProperty({ type: [IndicatorLinkView] })
  links!: IndicatorLinkView[];
}

export class IndicatorBody {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Otrygghet sent på kvällen' })
  name!: string;

  @ApiProperty({ enum: INDICATOR_DIRECTIONS, example: 'lower' })
  direction!: string;

  @ApiProperty({ enum: INDICATOR_FREQUENCIES, example: 'yearly' })
  frequency!: string;

  @ApiPropertyOptional({ type: IndicatorVersionPeriodView, description: 'Den dagen · On the day' })
  version?: IndicatorVersionPeriodView;

  @ApiPropertyOptional({ type: BaselineView })
  baseline?: BaselineView;

  @ApiProperty({ type: [TargetView] })
  targets!: TargetView[];

  @ApiProperty({ type: [SeriesPointView], description: 'Perioder som var slut den dagen · Periods that had ended' })
  series!: SeriesPointView[];

  @ApiPropertyOptional({ type: SeriesPointView })
  latest?: SeriesPointView;

  @ApiProperty({ type: [IndicatorLinkView], description: 'Den dagen · On the day' })
  links!: IndicatorLinkView[];

  @ApiProperty({ type: IndicatorRegisteredView, description: 'Allt som registrerats, oavsett dag · All registered' })
  registered!: IndicatorRegisteredView;

  @ApiPropertyOptional({ type: AsOfView })
  asOf?: AsOfView;
}
