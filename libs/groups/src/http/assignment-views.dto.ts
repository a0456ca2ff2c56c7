import { DecisionPointRefDto } from '@liggare/decisions';
import { VIEWS, type View } from '../domain/views.js';
import { AsOfView } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  END_CAUSES,
  LEGAL_FORMS,
  SEAT_KINDS,
  type EndCause,
  type LegalForm,
  type SeatKind,
} from '../domain/vocabulary.js';
import { APPOINTMENT, GROUP, PARTY, PERSON } from './example-ids.js';
import { NamesView } from './names-views.dto.js';
import { HeldRoleView } from './seating-views.dto.js';

export class AssignmentView {
  @ApiProperty({ description: 'Gruppens id · Id of the group', example: GROUP, format: 'uuid' })
  groupId!: string;

  @ApiProperty({ description: 'Gruppens namn · Name of the group', example: 'Preventionsberedningen' })
  groupName!: string;

  @ApiProperty({
    enum: LEGAL_FORMS,
    description: 'Rättslig form · Legal form',
    example: 'council-preparatory-committee',
  })
  legalForm!: LegalForm;

  @ApiProperty({ description: 'Uppdragets id · Id of the appointment', example: APPOINTMENT, format: 'uuid' })
  appointmentId!: string;

  @ApiProperty({
    description:
      'Personens id där det registrerades; ett annat när två poster visat sig vara samma människa · Under which id it was recorded; another one when two entries are one human being',
    example: PERSON,
    format: 'uuid',
  })
  personId!: string;

  @ApiProperty({ enum: SEAT_KINDS, description: 'Ledamot eller ersättare · Member or substitute', example: 'member' })
  kind!: SeatKind;

  @ApiPropertyOptional({ description: 'Plats, för ersättare ordning · Seat, for substitutes order', example: 1 })
  seat?: number;

  @ApiPropertyOptional({ description: 'Nominerande parti · Nominating party', example: PARTY, format: 'uuid' })
  nominatingPartyId?: string;

  @ApiPropertyOptional({ description: 'Första dagen · First day', example: '2023-02-13', format: 'date' })
  from?: string;

  @ApiPropertyOptional({ description: 'Första dag utan · First day without', example: '2027-01-01', format: 'date' })
  to?: string;

  @ApiPropertyOptional({ enum: END_CAUSES, description: 'Varför det upphörde · Why it ended', example: 'released' })
  endCause?: EndCause;

  @ApiProperty({
    enum: ['past', 'current', 'future'],
    description: 'Sett från dagen · Seen from the day',
    example: 'current',
  })
  status!: 'past' | 'current' | 'future';

  @ApiProperty({ type: [HeldRoleView], description: 'Alla roller, oavsett dag · All roles, whatever the day' })
  roles!: HeldRoleView[];

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;
}

export class AssignmentsBody {
  @ApiProperty({ description: 'Personen · The person', example: PERSON, format: 'uuid' })
  personId!: string;

  @ApiProperty({ type: [AssignmentView], description: 'Uppdragen, nyast först · The assignments, newest first' })
  items!: AssignmentView[];

  @ApiProperty({ type: NamesView, description: 'Namnen i svaret · The names in the answer' })
  names!: NamesView;

  @ApiProperty({ enum: VIEWS, description: 'Rättsligt eller faktiskt · De jure or de facto', example: 'dejure' })
  view!: View;

  @ApiProperty({ type: AsOfView, description: 'Vad läsningen visar · What the read shows' })
  asOf!: AsOfView;
}
