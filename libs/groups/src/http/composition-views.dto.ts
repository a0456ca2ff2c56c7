import { VIEWS, type View } from '../domain/views.js';
import { AsOfView } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { TERM_STATUSES, type TermStatus } from '../domain/composition.js';
import { LEGAL_FORMS, type LegalForm } from '../domain/vocabulary.js';
import { GROUP, PARTY } from './example-ids.js';
import { FunctionSeatView } from './group-facts-views.dto.js';
import { NamesView } from './names-views.dto.js';
import { SeatingView } from './seating-views.dto.js';

export class TermView {
  @ApiPropertyOptional({
    description: 'Första möjliga dag · First possible day',
    example: '2023-02-13',
    format: 'date',
  })
  from?: string;

  @ApiPropertyOptional({ description: 'Första dag utan · First day without', example: '2027-01-01', format: 'date' })
  to?: string;

  @ApiProperty({ enum: TERM_STATUSES, description: 'Läge den dagen · Where it is on the day', example: 'current' })
  status!: TermStatus;

  @ApiPropertyOptional({ description: 'Efterföljare · Successor', example: GROUP, format: 'uuid' })
  successorId?: string;
}

export class PartySeatsView {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Partiet; null för partilös eller inte nominerad av parti · null: no party',
    example: PARTY,
    format: 'uuid',
  })
  partyId!: string | null;

  @ApiProperty({ description: 'Antal ledamöter · Members', example: 3 })
  seats!: number;
}

export class PartyDistributionView {
  @ApiProperty({ type: [PartySeatsView], description: 'Efter nominerande parti · By nominating party' })
  byNomination!: PartySeatsView[];

  @ApiProperty({ type: [PartySeatsView], description: 'Efter parti den dagen · By party on the day' })
  byAffiliation!: PartySeatsView[];
}

export class CompositionBody {
  @ApiProperty({ description: 'Gruppens id · Id of the group', example: GROUP, format: 'uuid' })
  groupId!: string;

  @ApiProperty({ description: 'Namn den dagen · Name on the day', example: 'Preventionsberedningen' })
  name!: string;

  @ApiProperty({
    enum: LEGAL_FORMS,
    description: 'Rättslig form · Legal form',
    example: 'council-preparatory-committee',
  })
  legalForm!: LegalForm;

  @ApiProperty({ type: TermView, description: 'Gruppens tid · The group’s term' })
  term!: TermView;

  @ApiProperty({ type: SeatingView, description: 'Ledamöter · Members' })
  members!: SeatingView;

  @ApiProperty({ type: SeatingView, description: 'Ersättare i tjänstgöringsordning · Substitutes in serving order' })
  substitutes!: SeatingView;

  @ApiProperty({ type: [FunctionSeatView], description: 'Platser för funktioner · Seats of functions' })
  functionSeats!: FunctionSeatView[];

  @ApiProperty({ type: PartyDistributionView, description: 'Ledamöterna per parti · The members by party' })
  parties!: PartyDistributionView;

  @ApiProperty({ type: NamesView, description: 'Namnen i svaret · The names in the answer' })
  names!: NamesView;

  @ApiProperty({ enum: VIEWS, description: 'Rättsligt eller faktiskt · De jure or de facto', example: 'dejure' })
  view!: View;

  @ApiProperty({ type: AsOfView, description: 'Vad läsningen visar · What the read shows' })
  asOf!: AsOfView;
}
