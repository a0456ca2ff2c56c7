import { DecisionPointRefDto } from '@liggare/decisions';
import { VIEWS, type View } from '../domain/views.js';
import { AsOfView } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { END_CAUSES, SEAT_KINDS, type EndCause, type SeatKind } from '../domain/vocabulary.js';
import { APPOINTMENT, FACT, GROUP, PARTY, PERSON } from './example-ids.js';
import { NamesView } from './names-views.dto.js';

export class SeatHolderView {
  @ApiProperty({ description: 'Uppdragets id · Id of the appointment', example: APPOINTMENT, format: 'uuid' })
  appointmentId!: string;

  @ApiProperty({ description: 'Personen · The person', example: PERSON, format: 'uuid' })
  personId!: string;

  @ApiPropertyOptional({ description: 'Nominerande parti · Nominating party', example: PARTY, format: 'uuid' })
  nominatingPartyId?: string;

  @ApiPropertyOptional({ enum: END_CAUSES, description: 'Varför det upphörde · Why it ended', example: 'released' })
  endCause?: EndCause;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutet om slutet · The decision on the end' })
  endBasis?: DecisionPointRefDto;

  @ApiProperty({
    description: 'Händelsen uppgiften kommer ur · The event it comes from',
    example: FACT,
    format: 'uuid',
  })
  eventId!: string;

  @ApiProperty({ description: 'Händelsens position i loggen · The event’s position in the log', example: '1204' })
  recordedAt!: string;
}

export class SeatPeriodView {
  @ApiPropertyOptional({ description: 'Första dagen · First day', example: '2023-02-13', format: 'date' })
  from?: string;

  @ApiPropertyOptional({ description: 'Första dag utan · First day without', example: '2023-10-01', format: 'date' })
  to?: string;

  @ApiPropertyOptional({ type: SeatHolderView, description: 'Saknas när platsen var tom · Absent when it was vacant' })
  holder?: SeatHolderView;
}

export class SeatBeliefView {
  @ApiPropertyOptional({ description: 'Första dagen · First day', example: '2023-02-13', format: 'date' })
  from?: string;

  @ApiPropertyOptional({ description: 'Första dag utan · First day without', example: '2023-10-01', format: 'date' })
  to?: string;

  @ApiProperty({ type: SeatHolderView, description: 'Innehavaren · The holder' })
  holder!: SeatHolderView;

  @ApiProperty({ description: 'Känt från denna position i loggen · Known from this log position', example: '1204' })
  recordedFrom!: string;

  @ApiPropertyOptional({ description: 'Inte längre trott från denna · No longer believed from', example: '1377' })
  recordedTo?: string;

  @ApiPropertyOptional({
    enum: VIEWS,
    description: 'Trott i bara en vy · Believed in one view only',
    example: 'defacto',
  })
  view?: View;
}

export class SeatHistoryBody {
  @ApiProperty({ description: 'Gruppens id · Id of the group', example: GROUP, format: 'uuid' })
  groupId!: string;

  @ApiProperty({ enum: SEAT_KINDS, description: 'Slag av plats · Kind of seat', example: 'member' })
  kind!: SeatKind;

  @ApiProperty({ description: 'Platsens nummer · Number of the seat', example: 8 })
  seat!: number;

  @ApiProperty({ type: [SeatPeriodView], description: 'Innehavare och luckor · Holders and gaps' })
  periods!: SeatPeriodView[];

  @ApiProperty({ type: [SeatBeliefView], description: 'Allt registret trott · Everything ever believed of it' })
  beliefs!: SeatBeliefView[];

  @ApiProperty({ type: NamesView, description: 'Namnen i svaret · The names in the answer' })
  names!: NamesView;

  @ApiProperty({ enum: VIEWS, description: 'Rättsligt eller faktiskt · De jure or de facto', example: 'dejure' })
  view!: View;

  @ApiProperty({ type: AsOfView, description: 'Vad läsningen visar · What the read shows' })
  asOf!: AsOfView;
}
