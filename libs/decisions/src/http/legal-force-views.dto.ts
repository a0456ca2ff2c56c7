import { AsOfQuery, AsOfView, IsCivilDate, PageMeta, PageQuery } from '@liggare/platform';
import type { CivilDate } from '@liggare/kernel';
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';
import {
  APPEAL_OUTCOMES,
  LEGAL_FORCES,
  type AppealOutcome,
  type LegalForceStatus,
} from '../domain/legal-force-vocabulary.js';
import { DECISION, FACT, MEETING } from './example-ids.js';

const ofMeeting = (description: string) => ({ type: String, description, example: MEETING, format: 'uuid' });
const day = (description: string, example: string) => ({ type: String, description, example, format: 'date' });

export class LegalForceView {
  @ApiProperty({ enum: LEGAL_FORCES, description: 'Läge den dagen · Where it stands on the day', example: 'gained' })
  status!: LegalForceStatus;

  @ApiPropertyOptional(day('Sista dag att överklaga, enligt lag · Last day to appeal, by law', '2024-05-14'))
  lastAppealDay?: string;

  @ApiPropertyOptional(day('Enligt anslaget · As the notice says', '2024-05-13'))
  statedLastDay?: string;

  @ApiPropertyOptional({ description: 'Anslaget säger en annan dag · The notice says another day', example: true })
  differs?: boolean;

  @ApiPropertyOptional(day('Laga kraft från, såvitt känt · In legal force from, as far as is known', '2024-05-15'))
  gainedOn?: string;

  @ApiPropertyOptional({ description: 'Får tills vidare inte verkställas · Stayed for the time being', example: true })
  stayed?: boolean;
}

class AdjustmentView {
  @ApiProperty(day('Justeringsdagen · Day of the adjustment', '2024-04-22'))
  on!: string;

  @ApiProperty({ description: 'Omedelbar justering · Adjusted at once', example: false })
  immediate!: boolean;

  @ApiPropertyOptional(
    ofMeeting('Sammanträdet, om flera paragrafer justerades · The meeting, if of several paragraphs'),
  )
  meetingId?: string;

  @ApiPropertyOptional(ofMeeting('Justeringen av paragraferna · The adjustment of the paragraphs'))
  adjustmentId?: string;
}

class NoticeView {
  @ApiProperty({ description: 'Anslagets id · Id of the notice', example: FACT, format: 'uuid' })
  noticeId!: string;

  @ApiProperty(day('Anslaget · Posted', '2024-04-23'))
  on!: string;

  @ApiPropertyOptional(day('Sista dag enligt anslaget · Last day as the notice says', '2024-05-14'))
  statedLastDay?: string;

  @ApiPropertyOptional(day('Nedtaget · Taken down', '2024-05-15'))
  takenDownOn?: string;

  @ApiPropertyOptional(ofMeeting('Sammanträdet, om anslaget gäller flera paragrafer · The meeting, if of several'))
  meetingId?: string;
}

class InstanceView {
  @ApiProperty({ description: 'Domstolen · The court', example: 'Förvaltningsrätten i Stockholm' })
  court!: string;

  @ApiPropertyOptional({ description: 'Målnummer · Number of the case', example: '12345-24' })
  caseNumber?: string;

  @ApiProperty(day('Kom in · Came in', '2024-05-10'))
  on!: string;
}

class AppealClosedView {
  @ApiProperty({ enum: APPEAL_OUTCOMES, description: 'Utgång · Outcome', example: 'rejected' })
  outcome!: AppealOutcome;

  @ApiProperty(day('Avgjort · Day of that', '2024-10-18'))
  on!: string;

  @ApiPropertyOptional(day('Laga kraft · Final', '2024-11-11'))
  finalOn?: string;
}

class StayView {
  @ApiProperty(day('Från · From', '2024-05-20'))
  on!: string;

  @ApiPropertyOptional({ type: [Number], description: 'Punkterna · The points', example: [2] })
  points?: number[];

  @ApiPropertyOptional(day('Första dag utan · First day without', '2024-06-01'))
  liftedOn?: string;
}

class AppealView {
  @ApiProperty({ description: 'Överklagandets id · Id of the appeal', example: FACT, format: 'uuid' })
  appealId!: string;

  @ApiPropertyOptional({ type: [Number], description: 'Punkterna; saknas: hela beslutet · The points', example: [2] })
  points?: number[];

  @ApiProperty(day('Kom in · Came in', '2024-05-10'))
  filedOn!: string;

  @ApiProperty({ type: [InstanceView], description: 'Instanserna, lägst först · The instances, lowest first' })
  instances!: InstanceView[];

  @ApiPropertyOptional({ type: AppealClosedView, description: 'Hur det slutade · How it ended' })
  closed?: AppealClosedView;

  @ApiProperty({ type: [StayView], description: 'Inhibitioner · Stays' })
  stays!: StayView[];
}

export class ProceedingsView {
  @ApiPropertyOptional({ type: AdjustmentView, description: 'Justeringen · The adjustment' })
  adjusted?: AdjustmentView;

  @ApiPropertyOptional({
    type: AdjustmentView,
    description: 'Vad sammanträdet säger, när beslutets egen uppgift gäller i stället · What the meeting says instead',
  })
  setAdjustment?: AdjustmentView;

  @ApiProperty({ type: [NoticeView], description: 'Anslagen · The notices' })
  notices!: NoticeView[];

  @ApiProperty({ type: [AppealView], description: 'Överklagandena · The appeals' })
  appeals!: AppealView[];
}

const given = (_: object, value: unknown) => value !== undefined;

export class LegalForceQuery extends IntersectionType(AsOfQuery, PageQuery) {
  @ApiPropertyOptional(
    day('Vann laga kraft den dagen eller senare · Gained legal force on that day or later', '2024-05-01'),
  )
  @ValidateIf(given)
  @IsCivilDate()
  gainedFrom?: CivilDate;

  @ApiPropertyOptional(day('… och före den dagen · … and before that day', '2024-06-01'))
  @ValidateIf(given)
  @IsCivilDate()
  gainedTo?: CivilDate;

  @ApiPropertyOptional(day('Överklagat den dagen · Under appeal on that day', '2024-07-01'))
  @ValidateIf(given)
  @IsCivilDate()
  underAppealOn?: CivilDate;
}

export class LegalForceItem {
  @ApiProperty({ description: 'Beslutet · The decision', example: DECISION, format: 'uuid' })
  decisionId!: string;

  @ApiProperty({ description: 'Punkten · The point', example: 2 })
  point!: number;

  @ApiPropertyOptional(day('Sista dag att överklaga · Last day to appeal', '2024-05-14'))
  lastAppealDay?: string;

  @ApiPropertyOptional(day('Laga kraft från · In legal force from', '2024-05-15'))
  gainedOn?: string;

  @ApiPropertyOptional(day('Överklagat från · Under appeal from', '2024-05-10'))
  appealedFrom?: string;

  @ApiPropertyOptional(day('Överklagat till · Under appeal until', '2024-11-11'))
  appealedTo?: string;

  @ApiPropertyOptional(day('Upphävt genom dom som vann laga kraft · Annulled by a judgment final on', '2024-11-11'))
  annulledOn?: string;
}

export class LegalForcePage {
  @ApiProperty({ type: [LegalForceItem], description: 'Punkterna · The points' })
  items!: LegalForceItem[];

  @ApiProperty({ type: PageMeta, description: 'Sidan · The page' })
  _meta!: PageMeta;

  @ApiProperty({ type: AsOfView, description: 'Vad läsningen visar · What the read shows' })
  asOf!: AsOfView;
}
