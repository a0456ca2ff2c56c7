import { DecisionPointRefDto } from '@liggare/decisions';
import { AsOfView, PageMeta } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { TERM_STATUSES, type TermStatus } from '../domain/composition.js';
import { LEGAL_FORMS, type LegalForm } from '../domain/vocabulary.js';
import { AppointmentView, ResignationView } from './appointment-views.dto.js';
import { GROUP } from './example-ids.js';
import {
  FunctionSeatView,
  GroupNameView,
  InstructionView,
  SeatChangeView,
  VacancyExplanationView,
} from './group-facts-views.dto.js';
import { AnnulledBasisView, EligibilityLossView } from './eligibility.dto.js';

export class GroupDissolutionView {
  @ApiProperty({ description: 'Första dag utan gruppen · First day without it', example: '2025-06-01', format: 'date' })
  on!: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;
}

export class RegisteredInErrorView {
  @ApiPropertyOptional({ description: 'Gruppen det var hela tiden · The group it was', example: GROUP, format: 'uuid' })
  otherId?: string;
}

export class UnderlyingSeatView {
  @ApiProperty({ description: 'Gruppen där plats behövs · The group in which a seat is needed', example: GROUP })
  underlyingId!: string;

  @ApiProperty({ description: 'Första dagen · First day', example: '2023-01-01', format: 'date' })
  from!: string;

  @ApiPropertyOptional({ description: 'Första dag utan · First day without', example: '2027-01-01', format: 'date' })
  to?: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;
}

export class GroupHistoryView {
  @ApiProperty({ type: [GroupNameView], description: 'Alla namn · All names' })
  names!: GroupNameView[];

  @ApiProperty({ type: [InstructionView], description: 'Alla instruktioner · All instructions' })
  instructions!: InstructionView[];

  @ApiProperty({ type: [SeatChangeView], description: 'Ändringar av antalet platser · Changes of seats' })
  seatChanges!: SeatChangeView[];

  @ApiProperty({ type: [AppointmentView], description: 'Alla uppdrag · All appointments' })
  appointments!: AppointmentView[];

  @ApiProperty({ type: [ResignationView], description: 'Alla avsägelser · All requests to resign' })
  resignations!: ResignationView[];

  @ApiProperty({ type: [EligibilityLossView], description: 'Förlorad valbarhet · Losses of eligibility' })
  losses!: EligibilityLossView[];

  @ApiProperty({ type: [AnnulledBasisView], description: 'Upphävda beslutspunkter · Annulled decision points' })
  annulments!: AnnulledBasisView[];

  @ApiProperty({ type: [FunctionSeatView], description: 'Platser för funktioner · Seats of functions' })
  functionSeats!: FunctionSeatView[];

  @ApiProperty({ type: [VacancyExplanationView], description: 'Varför platser varit tomma · Why seats were vacant' })
  vacancies!: VacancyExplanationView[];
}

class GroupIdentityView {
  @ApiProperty({ description: 'Gruppens id · Id of the group', example: GROUP, format: 'uuid' })
  id!: string;

  @ApiProperty({
    description: 'Namn den dagen · Name on the day',
    example: 'Politiska referensgruppen för preventionsarbetet 2023–2026',
  })
  name!: string;

  @ApiProperty({ enum: TERM_STATUSES, description: 'Läge den dagen · Where it is on the day', example: 'current' })
  status!: TermStatus;

  @ApiProperty({
    enum: LEGAL_FORMS,
    description: 'Rättslig form · Legal form',
    example: 'council-preparatory-committee',
  })
  legalForm!: LegalForm;

  @ApiPropertyOptional({ description: 'Efterföljare · Successor', example: GROUP, format: 'uuid' })
  successorId?: string;
}

export class GroupBody extends GroupIdentityView {
  @ApiProperty({ description: 'Finns från (EDTF) · Exists from', example: '2023-02-13' })
  from!: string;

  @ApiPropertyOptional({ description: 'Till, exklusive (EDTF) · Until, exclusive', example: '2027-01-01' })
  to?: string;

  @ApiPropertyOptional({
    description: 'Tillsättande organ utanför registret · Appointing body outside the register',
    example: 'Länsstyrelsen',
  })
  appointingBody?: string;

  @ApiPropertyOptional({ description: 'Tillsättande organ · Appointing body', example: GROUP, format: 'uuid' })
  appointingBodyId?: string;

  @ApiPropertyOptional({ description: 'Föregångare · Predecessor', example: GROUP, format: 'uuid' })
  predecessorId?: string;

  @ApiPropertyOptional({ type: GroupDissolutionView, description: 'Att den upphört · That it ceased to exist' })
  dissolution?: GroupDissolutionView;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;

  @ApiPropertyOptional({ type: InstructionView, description: 'Den som gäller den dagen · In force on the day' })
  instruction?: InstructionView;

  @ApiPropertyOptional({
    type: RegisteredInErrorView,
    description: 'Gruppen registrerades av misstag och har aldrig funnits · It was registered by mistake and never was',
  })
  registeredInError?: RegisteredInErrorView;

  @ApiPropertyOptional({
    type: UnderlyingSeatView,
    description: 'Plats i en annan grupp som den som sitter här måste ha · A seat elsewhere that is needed here',
  })
  underlying?: UnderlyingSeatView;

  @ApiProperty({ type: GroupHistoryView, description: 'Allt registrerat, oavsett dag · All that is registered' })
  history!: GroupHistoryView;

  @ApiPropertyOptional({ type: AsOfView, description: 'Vad läsningen visar · What the read shows' })
  asOf?: AsOfView;
}

export class GroupItem extends GroupIdentityView {
  @ApiPropertyOptional({
    description: 'Första möjliga dag · First possible day',
    example: '2023-02-13',
    format: 'date',
  })
  from?: string;

  @ApiPropertyOptional({ description: 'Första dag utan · First day without', example: '2027-01-01', format: 'date' })
  to?: string;
}

export class GroupPage {
  @ApiProperty({ type: [GroupItem], description: 'Grupperna, efter namn · The groups, by name' })
  items!: GroupItem[];

  @ApiProperty({ type: PageMeta, description: 'Sidan · The page' })
  _meta!: PageMeta;

  @ApiProperty({ type: AsOfView, description: 'Vad läsningen visar · What the read shows' })
  asOf!: AsOfView;
}
