import { AsOfView, sealedText } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ATTENDANCE_ROLES, type AttendanceRole } from '../domain/attendance-events.js';
import { ATTENDANCE_REMARKS, type AttendanceRemark } from '../domain/attendance-remarks.js';
import { PARTICIPATIONS, type Participation } from '../domain/attendance-standing.js';
import { FACT } from './example-ids.js';
import { NamedPersonView } from './named-person.dto.js';

export class ParagraphSpanView {
  @ApiPropertyOptional({ description: 'Första § · First §', example: '12' })
  from?: string;

  @ApiPropertyOptional({ description: 'Sista §, inklusive · Last §, inclusive', example: '18' })
  to?: string;
}

export class AttendanceEntryView extends NamedPersonView {
  @ApiProperty({ description: 'Radens id · Id of the line', example: FACT, format: 'uuid' })
  entryId!: string;

  @ApiProperty({ enum: ATTENDANCE_ROLES, description: 'Som vad · As what', example: 'serving-substitute' })
  role!: AttendanceRole;

  @ApiPropertyOptional({ type: NamedPersonView, description: 'I vems ställe · In whose place' })
  servesFor?: NamedPersonView;

  @ApiPropertyOptional({
    type: [ParagraphSpanView],
    description: 'Saknas: hela sammanträdet · Absent: the whole meeting',
  })
  spans?: ParagraphSpanView[];

  @ApiPropertyOptional(sealedText('Vad protokollet mer säger · What else the minutes say', 'kom kl. 13.10'))
  note?: unknown;
}

export class ParticipantView extends NamedPersonView {
  @ApiProperty({
    enum: PARTICIPATIONS,
    description: 'Del i paragrafen: served deltog i beslutet · Part in the paragraph: served took part in the decision',
    example: 'served',
  })
  participation!: Participation;

  @ApiPropertyOptional({ enum: ATTENDANCE_ROLES, description: 'Som vad · As what', example: 'serving-substitute' })
  role?: AttendanceRole;

  @ApiPropertyOptional({ type: NamedPersonView, description: 'I vems ställe · In whose place' })
  servesFor?: NamedPersonView;
}

export class AttendanceRemarkView {
  @ApiProperty({
    enum: ATTENDANCE_REMARKS,
    description: 'Vad som inte går ihop · What does not fit together',
    example: 'no-chair',
  })
  remark!: AttendanceRemark;

  @ApiProperty({
    type: [String],
    format: 'uuid',
    description: 'Raderna det gäller · The lines it is about',
    example: [FACT],
  })
  entryIds!: string[];
}

export class AttendanceBody {
  @ApiProperty({ description: 'Om närvaron är registrerad · Whether attendance is registered', example: true })
  attendanceKnown!: boolean;

  @ApiProperty({ type: [AttendanceEntryView], description: 'Raderna · The lines' })
  entries!: AttendanceEntryView[];

  @ApiProperty({
    type: [ParticipantView],
    description: 'Person för person, i paragrafen som frågan gäller · By person, in the paragraph asked about',
  })
  participants!: ParticipantView[];

  @ApiProperty({ type: [AttendanceRemarkView], description: 'Vad som inte går ihop · What does not fit together' })
  remarks!: AttendanceRemarkView[];

  @ApiPropertyOptional({ type: AsOfView, description: 'Vad läsningen visar · What the read shows' })
  asOf?: AsOfView;
}
