import { AsOfView, PageMeta } from '@liggare/platform';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { INDICATOR_DIRECTIONS, INDICATOR_FREQUENCIES } from '../domain/indicator-vocabulary.js';

const ID = '3c1d2f3e-0d5c-5a53-8c3f-3b8a1c0f9a41';
const FACT = '2f7f9e57-0b6e-5b39-8a4c-5d9f1b6a7e02';

export class LatestValueView {
  @ApiProperty({ example: 36.5 })
  value!: number;

  @ApiProperty({ example: '2025-01-01', format: 'date' })
  from!: string;

  @ApiProperty({ description: 'Första dagen efter · First day after', example: '2026-01-01', format: 'date' })
  to!: string;

  @ApiProperty({ example: FACT, format: 'uuid' })
  versionId!: string;

  @ApiProperty({
    description: 'Kan inte jämföras med värdet före · Not comparable with the one before',
    example: false,
  })
  breakBefore!: boolean;
}

export class NextTargetView {
  @ApiProperty({ example: 32 })
  value!: number;

  @ApiProperty({ example: '2027-01-01', format: 'date' })
  by!: string;
}

@ApiExtraModels(LatestValueView, NextTargetView)
export class IndicatorItemView {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Otrygghet sent på kvällen' })
  name!: string;

  @ApiProperty({ enum: INDICATOR_DIRECTIONS, description: 'Vilket håll som är bättre · Better', example: 'lower' })
  direction!: string;

  @ApiProperty({ enum: INDICATOR_FREQUENCIES, example: 'yearly' })
  frequency!: string;

  @ApiProperty({ example: '%', nullable: true, type: String })
  unit!: string | null;

  @ApiProperty({ example: 'NTU', nullable: true, type: String })
  source!: string | null;

  @ApiProperty({ example: 38, nullable: true, type: Number })
  baseline!: number | null;

  @ApiProperty({ oneOf: [{ $ref: getSchemaPath(LatestValueView) }, { type: 'null' }] })
  latest!: LatestValueView | null;

  @ApiProperty({ oneOf: [{ $ref: getSchemaPath(NextTargetView) }, { type: 'null' }] })
  target!: NextTargetView | null;
}

export class IndicatorPage {
  @ApiProperty({ type: [IndicatorItemView] })
  items!: IndicatorItemView[];

  @ApiProperty({ type: PageMeta })
  _meta!: PageMeta;

  @ApiProperty({ type: AsOfView })
  asOf!: AsOfView;
}
