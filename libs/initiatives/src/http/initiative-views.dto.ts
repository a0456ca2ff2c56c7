import { DecisionPointRefDto } from '@liggare/decisions';
import { AsOfView, sealedText } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { INITIATIVE_CONFIDENCES, INITIATIVE_STATUSES } from '../domain/initiative-vocabulary.js';
import {
  DecisionLinkView,
  DescriptionView,
  InitiativeSuccessorView,
  PartnerView,
  RegisteredFactsView,
  ResponsibilityView,
} from './initiative-facts.dto.js';
import {
  AddressView,
  BudgetView,
  FollowUpView,
  LegalBasisView,
  PlannedFollowUpView,
} from './initiative-work-views.dto.js';

const ID = '5f0f2f3e-0d5c-5a53-8c3f-3b8a1c0f9a11';

export class InitiativeBody extends DescriptionView {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiPropertyOptional({
    description:
      'Åtgärden fördes in av misstag; bara beskrivningen är kvar · Entered by mistake; only its description is left',
    example: true,
  })
  registeredInError?: true;

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

  @ApiPropertyOptional(sealedText('Varför · Why', 'Statsbidraget upphörde'))
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

  @ApiProperty({ type: [AddressView], description: 'Problem och orsaker den dagen · Problems and causes on the day' })
  addresses!: AddressView[];

  @ApiProperty({ type: [BudgetView], description: 'Den dagen · On the day' })
  budgets!: BudgetView[];

  @ApiProperty({ type: [LegalBasisView], description: 'Den dagen · On the day' })
  legalBases!: LegalBasisView[];

  @ApiProperty({ type: [FollowUpView], description: 'Gjorda till och med den dagen · Made by the day' })
  followUps!: FollowUpView[];

  @ApiProperty({ type: [PlannedFollowUpView] })
  plannedFollowUps!: PlannedFollowUpView[];

  @ApiProperty({
    type: RegisteredFactsView,
    description: 'Allt som registrerats, oavsett dag · All that is registered',
  })
  registered!: RegisteredFactsView;

  @ApiPropertyOptional({ type: AsOfView })
  asOf?: AsOfView;
}
