import { AsOfView } from '@liggare/platform';
import { DecisionPointRefDto } from '@liggare/decisions';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  INITIATIVE_CONFIDENCES,
  INITIATIVE_KINDS,
  INITIATIVE_STATUSES,
  INITIATIVE_SUCCESSIONS,
  LINK_RELATIONS,
  PREVENTION_LEVELS,
  RESPONSIBILITY_ROLES,
} from '../domain/initiative-vocabulary.js';
import { ResponsibleBodyDto } from './bodies.dto.js';

const ID = '5f0f2f3e-0d5c-5a53-8c3f-3b8a1c0f9a11';
const FACT = '2f7f9e57-0b6e-5b39-8a4c-5d9f1b6a7e02';

export class PeriodView {
  @ApiPropertyOptional({
    description: 'Första möjliga dag · First possible day',
    example: '2023-02-13',
    format: 'date',
  })
  from?: string;

  @ApiPropertyOptional({ description: 'Första dagen efter · First day after', example: '2025-06-01', format: 'date' })
  to?: string;
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

  @ApiPropertyOptional({ type: String, example: 'Statsbidraget upphörde' })
  reason?: unknown;

  @ApiPropertyOptional({ type: DecisionPointRefDto })
  basis?: DecisionPointRefDto;
}

class DescriptionView {
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
}

export class RevisionView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  revisionId!: string;

  @ApiProperty({ example: '2024-07-01', format: 'date' })
  from!: string;

  @ApiPropertyOptional({ example: 'Trygga stråk' })
  title?: string;

  @ApiPropertyOptional({ example: 'Otrygga platser' })
  problem?: string;

  @ApiPropertyOptional({ example: 'Bristande belysning' })
  cause?: string;

  @ApiPropertyOptional({ enum: INITIATIVE_KINDS, isArray: true, example: ['situational'] })
  kinds?: string[];

  @ApiPropertyOptional({ enum: PREVENTION_LEVELS, example: 'universal' })
  level?: string;

  @ApiPropertyOptional({ type: [String], example: ['Flemingsberg', 'Vårby'] })
  areas?: string[];

  @ApiPropertyOptional({ type: DecisionPointRefDto })
  basis?: DecisionPointRefDto;
}

export class RegisteredFactsView {
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

export class InitiativeBody extends DescriptionView {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: INITIATIVE_CONFIDENCES, example: 'certain' })
  confidence!: string;

  @ApiPropertyOptional({ description: 'Ofullständigt datum (EDTF) · Partial date (EDTF)', example: '2023' })
  registeredFor?: string;

  @ApiPropertyOptional({
    enum: INITIATIVE_STATUSES,
    description:
      'Hur långt arbetet kommit den dagen, inte vilken effekt det fått · How far the work had come, not its effect',
    example: 'ongoing',
  })
  status?: string;

  @ApiPropertyOptional({ description: 'Sedan när, som källan har det (EDTF) · Since when', example: '2023' })
  statusSince?: string;

  @ApiPropertyOptional({ type: String, example: 'Statsbidraget upphörde' })
  statusReason?: unknown;

  @ApiPropertyOptional({ type: DecisionPointRefDto })
  statusBasis?: DecisionPointRefDto;

  @ApiProperty({ type: [ResponsibilityView], description: 'Den dagen · On the day' })
  responsible!: ResponsibilityView[];

  @ApiProperty({ type: [PartnerView], description: 'Den dagen · On the day' })
  partners!: PartnerView[];

  @ApiProperty({ type: [DecisionLinkView] })
  links!: DecisionLinkView[];

  @ApiProperty({ type: [InitiativeSuccessorView], description: 'Så långt som den dagen · As far as by the day' })
  successors!: InitiativeSuccessorView[];

  @ApiProperty({
    type: RegisteredFactsView,
    description: 'Allt som registrerats, oavsett dag · All that is registered',
  })
  registered!: RegisteredFactsView;

  @ApiPropertyOptional({ type: AsOfView })
  asOf?: AsOfView;
}
