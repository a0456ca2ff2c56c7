import { DecisionPointRefDto } from '@liggare/decisions';
import { AsOfView, PageMeta, sealedText } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { CAUSE_FACTORS, PROBLEM_LEVELS, PROBLEM_STATUSES } from '../domain/problem-vocabulary.js';
import { PeriodView } from './period-view.dto.js';

const ID = '7a0c2f3e-0d5c-5a53-8c3f-3b8a1c0f9a31';
const FACT = '2f7f9e57-0b6e-5b39-8a4c-5d9f1b6a7e02';

export class ProblemContentView {
  @ApiProperty({ example: 'Öppen drogförsäljning' })
  title!: string;

  @ApiPropertyOptional(sealedText('Vad man vet · What is known', 'Försäljningen sker vid torgets norra entré'))
  description?: unknown;

  @ApiPropertyOptional({ example: 'Droger säljs öppet på torget' })
  publicSummary?: string;

  @ApiPropertyOptional({ example: 'OSL 18 kap. 1 §' })
  secrecy?: string;

  @ApiProperty({ type: [String], example: ['Skogås'] })
  areas!: string[];

  @ApiPropertyOptional({ example: 'Unga 15–20 år' })
  targetGroup?: string;

  @ApiPropertyOptional({ enum: PROBLEM_LEVELS, example: 'place' })
  level?: string;
}

export class CauseView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  causeId!: string;

  @ApiProperty({ example: 'Dålig belysning' })
  text!: string;

  @ApiProperty({ enum: CAUSE_FACTORS, example: 'risk' })
  factor!: string;

  @ApiPropertyOptional({ description: 'Som källan har det (EDTF) · As the source has it', example: '2023' })
  from?: string;

  @ApiPropertyOptional({ description: 'Som källan har det (EDTF) · As the source has it', example: '2025-01-01' })
  to?: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto })
  basis?: DecisionPointRefDto;

  @ApiPropertyOptional({ type: PeriodView })
  period?: PeriodView;
}

export class ProblemRevisionView extends PartialType(ProblemContentView) {
  @ApiProperty({ example: FACT, format: 'uuid' })
  revisionId!: string;

  @ApiProperty({ example: '2024-07-01', format: 'date' })
  from!: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto })
  basis?: DecisionPointRefDto;
}

export class ProblemStepView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  stepId!: string;

  @ApiProperty({ enum: PROBLEM_STATUSES, example: 'closed' })
  status!: string;

  @ApiProperty({ description: 'Ofullständigt datum (EDTF) · Partial date (EDTF)', example: '2025' })
  on!: string;

  @ApiPropertyOptional(sealedText('Varför · Why', 'Ingen försäljning på ett år'))
  reason?: unknown;

  @ApiPropertyOptional({ type: DecisionPointRefDto })
  basis?: DecisionPointRefDto;
}

export class ProblemRegisteredView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  registrationId!: string;

  @ApiProperty({ type: [ProblemRevisionView] })
  revisions!: ProblemRevisionView[];

  @ApiProperty({ type: [CauseView] })
  causes!: CauseView[];

  @ApiProperty({ type: [ProblemStepView] })
  steps!: ProblemStepView[];
}

export class ProblemBody extends ProblemContentView {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiPropertyOptional({ description: 'Ofullständigt datum (EDTF) · Partial date (EDTF)', example: '2022' })
  firstNoticed?: string;

  @ApiPropertyOptional({ enum: PROBLEM_STATUSES, description: 'Den dagen · On the day', example: 'open' })
  status?: string;

  @ApiPropertyOptional({ description: 'Sedan när, som källan har det (EDTF) · Since when', example: '2022' })
  statusSince?: string;

  @ApiPropertyOptional(sealedText('Varför · Why', 'Ingen försäljning på ett år'))
  statusReason?: unknown;

  @ApiProperty({ type: [CauseView], description: 'Den dagen · On the day' })
  causes!: CauseView[];

  @ApiProperty({ type: ProblemRegisteredView, description: 'Allt som registrerats, oavsett dag · All registered' })
  registered!: ProblemRegisteredView;

  @ApiPropertyOptional({ type: AsOfView })
  asOf?: AsOfView;
}

export class ProblemItemView {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Öppen drogförsäljning' })
  title!: string;

  @ApiProperty({ example: 'Droger säljs öppet på torget', nullable: true, type: String })
  publicSummary!: string | null;

  @ApiProperty({ example: 'Unga 15–20 år', nullable: true, type: String })
  targetGroup!: string | null;

  @ApiProperty({ enum: [...PROBLEM_LEVELS, null], example: 'place', nullable: true, type: String })
  level!: string | null;

  @ApiProperty({ type: [String], example: ['Skogås'] })
  areas!: string[];

  @ApiProperty({ description: 'Ofullständigt datum (EDTF)', example: '2022', nullable: true, type: String })
  firstNoticed!: string | null;

  @ApiProperty({
    enum: [...PROBLEM_STATUSES, null],
    description: 'Null: ännu inte märkt · not yet noticed',
    example: 'open',
    nullable: true,
    type: String,
  })
  status!: string | null;

  @ApiProperty({ description: 'Antal orsaker den dagen · Causes on the day', example: 2 })
  causes!: number;

  @ApiProperty({ description: 'Antal åtgärder som möter det den dagen · Initiatives that meet it', example: 1 })
  initiatives!: number;
}

export class ProblemPage {
  @ApiProperty({ type: [ProblemItemView] })
  items!: ProblemItemView[];

  @ApiProperty({ type: PageMeta })
  _meta!: PageMeta;

  @ApiProperty({ type: AsOfView })
  asOf!: AsOfView;
}
