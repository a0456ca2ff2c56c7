import { AsOfView, PageMeta } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MEETING_KINDS, type MeetingKind } from '../domain/meeting-events.js';
import { MEETING_STATUSES, type MeetingStatus } from '../domain/meeting-view.js';
import { AttendanceEntryView } from './attendance-views.dto.js';
import { GROUP, MEETING } from './example-ids.js';
import { ParagraphsAdjustmentView, ParagraphsNoticeView } from './minutes-views.dto.js';
import { OrganDto } from './organ.dto.js';

export class MeetingBody {
  @ApiProperty({ description: 'Sammanträdets id · Id of the meeting', example: MEETING, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: OrganDto, description: 'Vem som sammanträdde; tomt om okänt · Who met; empty if unknown' })
  organ!: OrganDto;

  @ApiProperty({
    description: 'Dag, så som den är känd (EDTF) · The day, as well as it is known',
    example: '2023-02-13',
  })
  date!: string;

  @ApiPropertyOptional({
    description: 'Skiljer flera sammanträden samma dag · Tells meetings of one day apart',
    example: '2',
  })
  session?: string;

  @ApiProperty({ description: 'Det blev inte av · It did not take place', example: false })
  cancelled!: boolean;

  @ApiPropertyOptional({
    enum: MEETING_KINDS,
    description: 'Slag av sammanträde · Kind of meeting',
    example: 'ordinary',
  })
  kind?: MeetingKind;

  @ApiProperty({
    enum: MEETING_STATUSES,
    description: 'Läge den dagen; undated om dagen inte är känd · Where it stands on the day',
    example: 'held',
  })
  status!: MeetingStatus;

  @ApiPropertyOptional({ type: [AttendanceEntryView], description: 'Närvaro; saknas om okänd · Attendance, if known' })
  attendance?: AttendanceEntryView[];

  @ApiPropertyOptional({
    type: [ParagraphsAdjustmentView],
    description: 'Justeringar av paragrafer; saknas om inga registrerats · Adjustments of paragraphs, if any',
  })
  adjustments?: ParagraphsAdjustmentView[];

  @ApiPropertyOptional({
    type: [ParagraphsNoticeView],
    description: 'Anslag om paragrafer; saknas om inga registrerats · Notices of paragraphs, if any',
  })
  notices?: ParagraphsNoticeView[];

  @ApiPropertyOptional({ type: AsOfView, description: 'Vad läsningen visar · What the read shows' })
  asOf?: AsOfView;
}

export class MeetingItemView {
  @ApiProperty({ description: 'Sammanträdets id · Id of the meeting', example: MEETING, format: 'uuid' })
  id!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Organet, om det finns i registret · The body, if it is in the register',
    example: GROUP,
    format: 'uuid',
  })
  organGroupId!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Namn på någon utanför registret · Name of one outside it',
    example: null,
  })
  organName!: string | null;

  @ApiProperty({ type: [String], description: 'Möjliga organ · Possible bodies', example: [] })
  organCandidates!: string[];

  @ApiProperty({
    description: 'Dag, så som den är känd (EDTF) · The day, as well as it is known',
    example: '2023-02-13',
  })
  date!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Skiljer flera sammanträden samma dag · Tells meetings of one day apart',
    example: '2',
  })
  session!: string | null;

  @ApiProperty({
    type: String,
    enum: MEETING_KINDS,
    nullable: true,
    description: 'Slag av sammanträde, om känt · Kind of meeting, if known',
    example: 'ordinary',
  })
  kind!: MeetingKind | null;

  @ApiProperty({ description: 'Det blev inte av · It did not take place', example: false })
  cancelled!: boolean;
}

export class MeetingPage {
  @ApiProperty({ type: [MeetingItemView], description: 'Sammanträdena, senast först · The meetings, latest first' })
  items!: MeetingItemView[];

  @ApiProperty({ type: PageMeta, description: 'Sidan · The page' })
  _meta!: PageMeta;

  @ApiProperty({ type: AsOfView, description: 'Vad läsningen visar · What the read shows' })
  asOf!: AsOfView;
}
