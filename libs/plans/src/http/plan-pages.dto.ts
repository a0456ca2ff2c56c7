import { AsOfView, PageMeta } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ANSWERS, type Answer } from '../domain/compliance-answers.js';
import { FACT } from './fields.js';
import { ActionPlanView, AgreementView, CoordinationView, SituationReportView } from './plan-views.dto.js';

class RequirementTextView {
  @ApiProperty({ example: 'Det finns en lägesbild' })
  sv!: string;

  @ApiProperty({ example: 'There is a situation report' })
  en!: string;
}

class RequirementView {
  @ApiProperty({ example: 'situation-report' })
  id!: string;

  @ApiProperty({ description: 'Paragraf i lag (2023:196)', example: '4' })
  section!: string;

  @ApiProperty({ type: RequirementTextView })
  text!: RequirementTextView;

  @ApiProperty({ enum: ANSWERS, example: 'fulfilled' })
  answer!: Answer;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'Senast · At the latest', example: '2027-10-01' })
  due?: string;

  @ApiProperty({ type: [String], description: 'Vad svaret vilar på · What it rests on', example: [FACT] })
  restsOn!: string[];
}

export class ComplianceBody {
  @ApiProperty({ example: 'SFS 2023:196' })
  act!: string;

  @ApiProperty({ example: 'anniversary' })
  counting!: string;

  @ApiProperty({ type: [RequirementView] })
  items!: RequirementView[];

  @ApiProperty({ type: AsOfView })
  asOf!: AsOfView;
}

class OfADay {
  @ApiProperty({ type: PageMeta })
  _meta!: PageMeta;

  @ApiProperty({ type: AsOfView })
  asOf!: AsOfView;
}

export class SituationReportsPage extends OfADay {
  @ApiProperty({ type: [SituationReportView] })
  items!: SituationReportView[];
}

export class ActionPlansPage extends OfADay {
  @ApiProperty({ type: [ActionPlanView] })
  items!: ActionPlanView[];
}

export class AgreementsPage extends OfADay {
  @ApiProperty({ type: [AgreementView] })
  items!: AgreementView[];
}

export class CoordinationsPage extends OfADay {
  @ApiProperty({ type: [CoordinationView] })
  items!: CoordinationView[];
}

export class SituationReportBody extends SituationReportView {
  @ApiPropertyOptional({ type: AsOfView })
  asOf?: AsOfView;
}

export class ActionPlanBody extends ActionPlanView {
  @ApiPropertyOptional({ type: AsOfView })
  asOf?: AsOfView;
}

export class AgreementBody extends AgreementView {
  @ApiPropertyOptional({ type: AsOfView })
  asOf?: AsOfView;
}

export class CoordinationBody extends CoordinationView {
  @ApiPropertyOptional({ type: AsOfView })
  asOf?: AsOfView;
}
