import { DecisionPointRefDto } from '@liggare/decisions';
import { sealedText } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  DUTIES,
  REPORTED_SUBJECTS,
  REPORT_PARTS,
  type Duty,
  type ReportedSubject,
  type ReportPart,
} from '../domain/plans-vocabulary.js';
import { AgreementPartyDto } from './agreement.dto.js';
import { PlanItemDto, RestsOnDto } from './action-plan.dto.js';
import { dateField, FACT, ID, idField, SHA256_EXAMPLE } from './fields.js';

class BasedView {
  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;
}

class DocumentView extends BasedView {
  @ApiProperty({ example: 'Lägesbild 2025' })
  title!: string;

  @ApiPropertyOptional({ example: SHA256_EXAMPLE })
  documentHash?: string;
}

class ReportPartView {
  @ApiProperty({ enum: REPORT_PARTS, example: 'survey' })
  part!: ReportPart;

  @ApiPropertyOptional({ example: 'Skadegörelsen ökar i centrum' })
  publicSummary?: string;

  @ApiPropertyOptional(sealedText('Delen i sin helhet · The part itself', 'Kartläggning per kvarter'))
  details?: unknown;

  @ApiPropertyOptional({ example: 'OSL 18:2' })
  secrecy?: string;
}

export class SituationReportVersionView extends DocumentView {
  @ApiProperty(idField('Versionen · The version'))
  versionId!: string;

  @ApiProperty({ example: 2 })
  version!: number;

  @ApiProperty(dateField('Antagen · Adopted', '2025-10-01'))
  adoptedOn!: string;

  @ApiPropertyOptional(dateField('Beskriver från · Describes from', '2023'))
  describesFrom?: string;

  @ApiPropertyOptional(dateField('Beskriver till · Describes to', '2025'))
  describesTo?: string;

  @ApiProperty({ type: [String], example: ['Skogås'] })
  areas!: string[];

  @ApiProperty({ type: [ReportPartView] })
  parts!: ReportPartView[];

  @ApiProperty({ type: [String], format: 'uuid', example: [FACT] })
  problemIds!: string[];
}

export class SituationReportView {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiPropertyOptional({ type: SituationReportVersionView, description: 'Den som gäller dagen · That of the day' })
  current?: SituationReportVersionView;

  @ApiProperty({ type: [SituationReportVersionView], description: 'Alla versioner · All versions' })
  versions!: SituationReportVersionView[];
}

export class ActionPlanVersionView extends DocumentView {
  @ApiProperty(idField('Versionen · The version'))
  versionId!: string;

  @ApiProperty({ example: 1 })
  version!: number;

  @ApiProperty(dateField('Beslutad · Decided', '2025-06-09'))
  adoptedOn!: string;

  @ApiPropertyOptional(dateField('Första dagen · First day', '2025-07-01'))
  from?: string;

  @ApiPropertyOptional(dateField('Första dagen den inte gäller · First day it no longer applies', '2027-07-01'))
  to?: string;

  @ApiPropertyOptional({ type: RestsOnDto })
  restsOn?: RestsOnDto;

  @ApiProperty({ type: [PlanItemDto] })
  items!: PlanItemDto[];
}

class PlanFollowUpView extends BasedView {
  @ApiProperty(idField('Uppföljningen · The follow-up'))
  followUpId!: string;

  @ApiProperty(dateField('När · When', '2026-05'))
  on!: string;

  @ApiPropertyOptional(dateField('Tiden från · Time from', '2025-07-01'))
  periodFrom?: string;

  @ApiPropertyOptional(dateField('Tiden till · Time to', '2026-05-01'))
  periodTo?: string;

  @ApiPropertyOptional({ example: 'Två av tre punkter är gjorda' })
  publicSummary?: string;

  @ApiPropertyOptional(sealedText('Resten · The rest', 'Hinder i samverkan'))
  details?: unknown;
}

export class ActionPlanView {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiPropertyOptional({ type: ActionPlanVersionView, description: 'Den som gäller dagen · That of the day' })
  current?: ActionPlanVersionView;

  @ApiProperty({ type: [ActionPlanVersionView] })
  versions!: ActionPlanVersionView[];

  @ApiProperty({ type: [PlanFollowUpView] })
  followUps!: PlanFollowUpView[];
}

class ItemDifferenceView {
  @ApiProperty({ enum: ['added', 'removed', 'changed'], example: 'changed' })
  what!: string;

  @ApiPropertyOptional({ type: PlanItemDto, description: 'Tillkommen eller borttagen · Added or removed' })
  item?: PlanItemDto;

  @ApiPropertyOptional({ type: PlanItemDto })
  before?: PlanItemDto;

  @ApiPropertyOptional({ type: PlanItemDto })
  after?: PlanItemDto;

  @ApiPropertyOptional({ type: [String], example: ['by'] })
  fields?: string[];
}

export class PlanDifferencesBody {
  @ApiProperty({ example: 1 })
  from!: number;

  @ApiProperty({ example: 2 })
  to!: number;

  @ApiProperty({ type: [ItemDifferenceView] })
  items!: ItemDifferenceView[];
}

class DaysView {
  @ApiPropertyOptional({ type: String, format: 'date', example: '2024-03-01' })
  from?: string;

  @ApiPropertyOptional({ type: String, format: 'date', example: '2027-01-01' })
  to?: string;
}

class AgreementContentView extends DocumentView {
  @ApiProperty({ type: [AgreementPartyDto] })
  parties!: AgreementPartyDto[];

  @ApiProperty({ type: [String], example: ['Färre unga i gäng'] })
  purposes!: string[];

  @ApiProperty({ type: [String], example: ['Trygghet i offentlig miljö'] })
  areas!: string[];

  @ApiProperty(dateField('Undertecknad · Signed', '2024-02-01'))
  signedOn!: string;

  @ApiPropertyOptional(dateField('Första dagen · First day', '2024-03-01'))
  from?: string;

  @ApiPropertyOptional(dateField('Första dagen den inte gäller · First day it no longer holds', '2027-01-01'))
  to?: string;
}

class AgreementFactView extends BasedView {
  @ApiProperty(idField('Uppgiften · The fact'))
  factId!: string;

  @ApiProperty({ enum: ['renewed', 'terminated', 'followed-up'], example: 'renewed' })
  what!: string;

  @ApiProperty(dateField('När · When', '2026-12'))
  on!: string;

  @ApiPropertyOptional(dateField('Förlängd till · Prolonged to', '2029-01-01'))
  to?: string;

  @ApiPropertyOptional({ example: 'Månadsmöten hålls' })
  publicSummary?: string;

  @ApiPropertyOptional(sealedText('Resten · The rest', 'Hinder i samverkan'))
  details?: unknown;

  @ApiPropertyOptional(sealedText('Varför · Why', 'Parten sade upp den'))
  reason?: unknown;
}

export class AgreementView {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiProperty(idField('Registreringen, för rättelser · The registration, for corrections'))
  registrationId!: string;

  @ApiProperty({ type: AgreementContentView })
  registered!: AgreementContentView;

  @ApiProperty({ type: DaysView, description: 'Dagarna den gäller · The days it holds' })
  period!: DaysView;

  @ApiProperty({ description: 'Gäller dagen · Holds on the day', example: true })
  valid!: boolean;

  @ApiProperty({ type: [AgreementFactView] })
  facts!: AgreementFactView[];
}

class DesignationView extends BasedView {
  @ApiProperty(idField('Uppgiften · The fact'))
  factId!: string;

  @ApiProperty({ enum: DUTIES, example: 'coordination-function' })
  duty!: Duty;

  @ApiPropertyOptional({ example: ID, format: 'uuid' })
  groupId?: string;

  @ApiPropertyOptional({ example: 'Trygghetssamordnare' })
  name?: string;

  @ApiProperty(dateField('Första dagen · First day', '2023-07-01'))
  from!: string;
}

class DesignationEndView extends BasedView {
  @ApiProperty(idField('Uppgiften · The fact'))
  factId!: string;

  @ApiProperty(idField('Det som upphörde · What ended'))
  ends!: string;

  @ApiProperty(dateField('Första dagen utan · First day without', '2026-01-01'))
  on!: string;
}

class CouncilReportView extends BasedView {
  @ApiProperty(idField('Uppgiften · The fact'))
  factId!: string;

  @ApiProperty(dateField('När · When', '2025-05-19'))
  on!: string;

  @ApiProperty({ enum: REPORTED_SUBJECTS, example: 'work' })
  about!: ReportedSubject;

  @ApiPropertyOptional({ example: 'Årsrapport' })
  publicSummary?: string;

  @ApiPropertyOptional({ example: SHA256_EXAMPLE })
  documentHash?: string;
}

export class CoordinationView {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: [DesignationView] })
  designations!: DesignationView[];

  @ApiProperty({ type: [DesignationEndView] })
  ends!: DesignationEndView[];

  @ApiProperty({ type: [CouncilReportView], description: 'Rapporter till fullmäktige · Reports to the council' })
  reports!: CouncilReportView[];
}
