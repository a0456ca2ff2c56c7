import { DecisionPointRefDto } from '@liggare/decisions';
import { AsOfQuery, AsOfView, PageMeta, PageQuery } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { DECIDER_REMARKS, POWERS, type DeciderRemark, type Power } from '../domain/deciders.js';
import { TERM_STATUSES, type TermStatus } from '../domain/composition.js';
import { SEAT_KINDS, type SeatKind } from '../domain/vocabulary.js';
import { VacancyView } from './seating-views.dto.js';
import { APPOINTMENT, DECISION, GROUP, PERSON } from './example-ids.js';
import { NamesView } from './names-views.dto.js';

const day = (description: string, example: string) => ({ type: String, description, example });

export class DeciderView {
  @ApiProperty({ description: 'Uppdraget · The appointment', example: APPOINTMENT, format: 'uuid' })
  appointmentId!: string;

  @ApiProperty({ description: 'Personen · The person', example: PERSON, format: 'uuid' })
  personId!: string;

  @ApiPropertyOptional({ description: 'Platsen · The seat', example: 8 })
  seat?: number;

  @ApiProperty({ type: [String], description: 'Roller den dagen · Roles on the day', example: ['chair'] })
  roles!: string[];

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;

  @ApiProperty({ description: 'Fick delta i beslut · Could take part in decisions', example: true })
  mayTakePart!: boolean;

  @ApiProperty({
    enum: DECIDER_REMARKS,
    isArray: true,
    description: 'Vad som inte är självklart · What is not plain',
    example: ['under-appeal'],
  })
  remarks!: DeciderRemark[];
}

export class DecidersBody {
  @ApiProperty({ enum: TERM_STATUSES, description: 'Gruppen den dagen · The group on the day', example: 'current' })
  status!: TermStatus;

  @ApiProperty({ example: GROUP, format: 'uuid' })
  groupId!: string;

  @ApiProperty({
    enum: POWERS,
    description: 'Om organet självt får besluta (KL 3 och 6 kap.) · May the body itself decide',
    example: 'decides',
  })
  power!: Power;

  @ApiProperty({ description: 'Ledamotsplatser · Member seats', example: 11 })
  seats!: number;

  @ApiProperty({ description: 'Så många måste vara närvarande (KL 5:45, 6:27) · So many must be present', example: 6 })
  quorum!: number;

  @ApiProperty({ description: 'Så många finns, med ersättare · There are as many, with substitutes', example: true })
  quorumPossible!: boolean;

  @ApiProperty({ type: [DeciderView] })
  members!: DeciderView[];

  @ApiProperty({ type: [DeciderView], description: 'I den ordning de kallas in · In the order they are called in' })
  substitutes!: DeciderView[];

  @ApiProperty({ description: 'Tomma platser · Empty seats', example: 1 })
  vacantSeats!: number;

  @ApiProperty({ type: NamesView })
  names!: NamesView;

  @ApiProperty({ type: AsOfView })
  asOf!: AsOfView;
}

class SummaryView {
  @ApiProperty({ example: 'En ledamot valdes' })
  sv!: string;

  @ApiProperty({ example: 'A member was appointed' })
  en!: string;
}

class RecorderView {
  @ApiProperty({
    description: 'Vem, eller vilken regel i registret · Who, or which policy of the register',
    example: 'registrar-1',
  })
  id!: string;

  @ApiProperty({ example: 'registrar' })
  role!: string;
}

class PaperView {
  @ApiProperty({ example: DECISION, format: 'uuid' })
  decisionId!: string;

  @ApiProperty({ example: 2 })
  point!: number;

  @ApiPropertyOptional({ description: 'Organet som beslutade · The body that decided', example: GROUP, format: 'uuid' })
  organGroupId?: string;

  @ApiPropertyOptional({ example: 'Förvaltningsrätten i Stockholm' })
  organName?: string;

  @ApiProperty(
    day('Beslutsdagen, så gott den är känd (EDTF) · Day of the decision, as well as it is known', '2024-04-08'),
  )
  decidedOn!: string;

  @ApiPropertyOptional({ description: 'Paragrafen · The paragraph', example: '31' })
  paragraph?: string;

  @ApiPropertyOptional({ description: 'Diarienummer · Registry number', example: 'KS-2024/112' })
  registryNumber?: string;

  @ApiPropertyOptional({ description: 'Sammanträdet · The meeting', example: GROUP, format: 'uuid' })
  meetingId?: string;
}

export class ChapterView {
  @ApiProperty({ description: 'Plats i loggen · Place in the log', example: '612' })
  position!: string;

  @ApiProperty({
    description: 'När registret fick veta det · When the register learned it',
    example: '2024-04-09T08:12:00.000Z',
  })
  recordedAt!: string;

  @ApiProperty({ example: 'MemberAppointed' })
  type!: string;

  @ApiProperty({ type: SummaryView })
  summary!: SummaryView;

  @ApiPropertyOptional({ example: APPOINTMENT, format: 'uuid' })
  appointmentId?: string;

  @ApiPropertyOptional(day('Dagen det gäller (EDTF) · The day it is about', '2024-05-01'))
  on?: string;

  @ApiPropertyOptional({ description: 'Orsak eller grund · Cause or ground', example: 'released' })
  cause?: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;

  @ApiPropertyOptional({ type: PaperView, description: 'Protokollet · The minutes' })
  paper?: PaperView;

  @ApiProperty({ type: RecorderView })
  actor!: RecorderView;
}

export class StoryBody {
  @ApiProperty({ example: PERSON, format: 'uuid' })
  personId!: string;

  @ApiProperty({ example: GROUP, format: 'uuid' })
  groupId!: string;

  @ApiProperty({ type: [ChapterView], description: 'Äldst först · Oldest first' })
  story!: ChapterView[];

  @ApiProperty({ type: AsOfView })
  asOf!: AsOfView;
}

export class ListedVacancyView extends VacancyView {
  @ApiProperty({ example: GROUP, format: 'uuid' })
  groupId!: string;

  @ApiProperty({ example: 'Politiska referensgruppen' })
  groupName!: string;

  @ApiProperty({ enum: SEAT_KINDS, example: 'member' })
  kind!: SeatKind;
}

export class VacanciesQuery extends IntersectionType(AsOfQuery, PageQuery) {}

export class VacanciesPage {
  @ApiProperty({ type: [ListedVacancyView] })
  items!: ListedVacancyView[];

  @ApiProperty({ type: PageMeta })
  _meta!: PageMeta;

  @ApiProperty({ type: NamesView })
  names!: NamesView;

  @ApiProperty({ type: AsOfView })
  asOf!: AsOfView;
}
