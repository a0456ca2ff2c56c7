import { DecisionPointRefDto } from '@liggare/decisions';
import { sealedText } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import {
  INITIATIVE_KINDS,
  INITIATIVE_SUCCESSIONS,
  LINK_RELATIONS,
  PREVENTION_LEVELS,
  RESPONSIBILITY_ROLES,
} from '../domain/initiative-vocabulary.js';
import { ResponsibleBodyDto } from './bodies.dto.js';
import { RegisteredWorkView } from './initiative-work-views.dto.js';
import { PeriodView } from './period-view.dto.js';

const ID = '5f0f2f3e-0d5c-5a53-8c3f-3b8a1c0f9a11';
const FACT = '2f7f9e57-0b6e-5b39-8a4c-5d9f1b6a7e02';

export class DescriptionView {
  @ApiProperty({ example: 'Trygga stråk' })
  title!: string;

  @ApiPropertyOptional({ example: 'Otrygga platser' })
  problem?: string;

  @ApiPropertyOptional({ example: 'Bristande belysning' })
  cause?: string;

  @ApiProperty({ enum: INITIATIVE_KINDS, isArray: true, example: ['situational'] })
  kinds!: string[];

  @ApiProperty({ enum: PREVENTION_LEVELS, example: 'universal' })
  level!: string;

  @ApiProperty({ type: [String], example: ['Flemingsberg'] })
  areas!: string[];

  @ApiPropertyOptional({ example: 'Boende i centrum' })
  targetGroup?: string;

  @ApiPropertyOptional(sealedText('Hur den utförs · How it is carried out', 'Kamera 3 täcker norra entrén'))
  details?: unknown;

  @ApiPropertyOptional({ example: 'Kameror på torget' })
  publicSummary?: string;

  @ApiPropertyOptional({ example: 'OSL 18 kap. 8 §' })
  secrecy?: string;
}

export class ResponsibilityView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  responsibilityId!: string;

  @ApiProperty({ type: ResponsibleBodyDto })
  body!: ResponsibleBodyDto;

  @ApiProperty({ enum: RESPONSIBILITY_ROLES, example: 'lead' })
  role!: string;

  @ApiProperty({ description: 'Som källan har det (EDTF) · As the source has it', example: '2023' })
  from!: string;

  @ApiPropertyOptional({ description: 'Som källan har det (EDTF) · As the source has it', example: '2025-06-01' })
  to?: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto })
  basis?: DecisionPointRefDto;

  @ApiPropertyOptional({ type: PeriodView })
  period?: PeriodView;
}

export class PartnerView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  partnerId!: string;

  @ApiProperty({ example: 'Polisen' })
  name!: string;

  @ApiPropertyOptional({ example: '2023' })
  from?: string;

  @ApiPropertyOptional({ example: '2025-01-01' })
  to?: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto })
  basis?: DecisionPointRefDto;

  @ApiPropertyOptional({ type: PeriodView })
  period?: PeriodView;
}

export class DecisionLinkView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  linkId!: string;

  @ApiProperty({ enum: LINK_RELATIONS, example: 'funds' })
  relation!: string;

  @ApiProperty({ type: DecisionPointRefDto })
  basis!: DecisionPointRefDto;
}

export class InitiativeSuccessorView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  successionId!: string;

  @ApiProperty({ example: ID, format: 'uuid' })
  successorId!: string;

  @ApiProperty({ enum: INITIATIVE_SUCCESSIONS, example: 'merged' })
  kind!: string;

  @ApiProperty({ example: '2026-04-13', format: 'date' })
  on!: string;

  @ApiPropertyOptional({ description: 'Vad som går vidare där · What goes on there', example: 'Fältarbetet' })
  continues?: string;

  @ApiPropertyOptional({ type: [String], description: 'Indikatorer som följer med · Indicators that go along' })
  indicatorIds?: string[];

  @ApiPropertyOptional({ type: DecisionPointRefDto })
  basis?: DecisionPointRefDto;
}

export class MilestoneView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  milestoneId!: string;

  @ApiProperty({ enum: ['decided', 'ongoing', 'paused', 'completed', 'discontinued'], example: 'ongoing' })
  status!: string;

  @ApiProperty({ description: 'Ofullständigt datum (EDTF) · Partial date (EDTF)', example: '2023' })
  on!: string;

  @ApiPropertyOptional(sealedText('Varför · Why', 'Statsbidraget upphörde'))
  reason?: unknown;

  @ApiPropertyOptional({ type: DecisionPointRefDto })
  basis?: DecisionPointRefDto;
}

export class RevisionView extends PartialType(DescriptionView) {
  @ApiProperty({ example: FACT, format: 'uuid' })
  revisionId!: string;

  @ApiProperty({ example: '2024-07-01', format: 'date' })
  from!: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto })
  basis?: DecisionPointRefDto;
}

export class RegisteredFactsView extends RegisteredWorkView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  registrationId!: string;

  @ApiProperty({ type: [RevisionView] })
  revisions!: RevisionView[];

  @ApiProperty({ type: [MilestoneView] })
  milestones!: MilestoneView[];

  @ApiProperty({ type: [ResponsibilityView] })
  responsibilities!: ResponsibilityView[];

  @ApiProperty({ type: [PartnerView] })
  partners!: PartnerView[];

  @ApiProperty({ type: [InitiativeSuccessorView] })
  successors!: InitiativeSuccessorView[];
}
