import { sealedText } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { POINT_STATUSES, type PointStatus } from '../domain/decision-view.js';
import { POINT_KINDS, type PointKind } from '../domain/decision-vocabulary.js';
import { DecisionPointRefDto } from './decision-point-ref.dto.js';
import { LegalForceView } from './legal-force-views.dto.js';

export class PointCorrectionView {
  @ApiProperty(sealedText('Texten före rättelsen · The text before it', 'nio ledamöter och nio ersättare'))
  former!: unknown;

  @ApiProperty({ description: 'Rättad (EDTF) · Corrected', example: '2023-03-02' })
  correctedOn!: string;

  @ApiPropertyOptional(sealedText('Vem som rättade · Who corrected it', 'Kommunfullmäktiges ordförande'))
  correctedBy?: unknown;

  @ApiPropertyOptional(sealedText('Varför, enligt handlingen · Why, as the paper has it', 'Skrivfel'))
  reason?: unknown;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutet om rättelse · The correcting decision' })
  basis?: DecisionPointRefDto;
}

export class SupersessionView {
  @ApiPropertyOptional({
    description: 'Utan verkan från; saknas om den aldrig fick verkan · Without effect from',
    example: '2024-05-01',
    format: 'date',
  })
  from?: string;

  @ApiPropertyOptional({
    type: DecisionPointRefDto,
    description: 'Punkten som trädde i stället · The point that took its place',
  })
  basis?: DecisionPointRefDto;
}

export class PointView {
  @ApiProperty({ description: 'Punktens nummer · Number of the point', example: 1 })
  number!: number;

  @ApiProperty({ enum: POINT_KINDS, description: 'Vad den gör · What it does', example: 'elects' })
  kind!: PointKind;

  @ApiProperty(sealedText('Punktens text · Its text', 'Nio ledamöter och fem ersättare väljs.'))
  text!: unknown;

  @ApiPropertyOptional({ description: 'Gäller från · First day of effect', example: '2023-02-13', format: 'date' })
  effectiveFrom?: string;

  @ApiPropertyOptional({ description: 'Första dag utan · First day without', example: '2027-01-01', format: 'date' })
  effectiveTo?: string;

  @ApiProperty({ type: [PointCorrectionView], description: 'Rättelser, äldst först · Corrections, oldest first' })
  corrections!: PointCorrectionView[];

  @ApiPropertyOptional({ type: SupersessionView, description: 'Att något trätt i stället · That it was superseded' })
  superseded?: SupersessionView;

  @ApiProperty({
    enum: POINT_STATUSES,
    description: 'Läge den dagen; inte laga kraft · Where it stands on the day; not legal force',
    example: 'in-effect',
  })
  status!: PointStatus;

  @ApiProperty({ type: LegalForceView, description: 'Laga kraft, härledd · Legal force, derived' })
  legalForce!: LegalForceView;
}
