import { AsOfView, PageMeta, sealedText } from '@liggare/platform';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import {
  CONFIDENCES,
  INSTRUMENTS,
  OUTCOMES,
  POINT_KINDS,
  type Confidence,
  type Instrument,
  type Outcome,
  type PointKind,
} from '../domain/decision-vocabulary.js';
import { DecisionPointRefDto } from './decision-point-ref.dto.js';
import { DECISION, FACT, GROUP, MATTER, MEETING } from './example-ids.js';

const nullable = { type: String, nullable: true } as const;

@ApiExtraModels(DecisionPointRefDto)
export class PointItemView {
  @ApiProperty({ description: 'Punktens nummer · Number of the point', example: 1 })
  number!: number;

  @ApiProperty({ enum: POINT_KINDS, description: 'Vad den gör · What it does', example: 'elects' })
  kind!: PointKind;

  @ApiProperty(sealedText('Punktens text · Its text', 'Nio ledamöter och fem ersättare väljs.'))
  text!: unknown;

  @ApiProperty({ ...nullable, description: 'Gäller från · First day of effect', example: '2023-02-13', format: 'date' })
  from!: string | null;

  @ApiProperty({
    ...nullable,
    description: 'Första dag utan · First day without',
    example: '2027-01-01',
    format: 'date',
  })
  to!: string | null;

  @ApiProperty({
    oneOf: [{ $ref: getSchemaPath(DecisionPointRefDto) }, { type: 'null' }],
    description: 'Punkten som trädde i stället, om känd · The point that took its place, if known',
    example: null,
  })
  supersededBy!: DecisionPointRefDto | null;
}

export class DecisionItemView {
  @ApiProperty({ description: 'Beslutets id · Id of the decision', example: DECISION, format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: INSTRUMENTS, description: 'Hur det fattades · How it was made', example: 'meeting' })
  instrument!: Instrument;

  @ApiProperty({ enum: OUTCOMES, description: 'Hur det gick · What became of it', example: 'adopted' })
  outcome!: Outcome;

  @ApiProperty({ description: 'När, så som det är känt (EDTF) · When, as well as it is known', example: '2023-02-13' })
  decidedOn!: string;

  @ApiProperty({ ...nullable, description: 'Organet i registret · The body', example: GROUP, format: 'uuid' })
  organGroupId!: string | null;

  @ApiProperty({ ...nullable, description: 'Någon utanför registret · One outside it', example: null })
  organName!: string | null;

  @ApiProperty({ type: [String], description: 'Möjliga organ · Possible bodies', example: [] })
  organCandidates!: string[];

  @ApiProperty({ ...nullable, description: 'Sammanträdet · The meeting', example: MEETING, format: 'uuid' })
  meetingId!: string | null;

  @ApiProperty({ ...nullable, description: 'Ärendet · The matter', example: MATTER, format: 'uuid' })
  matterId!: string | null;

  @ApiProperty({
    ...nullable,
    description: 'Skiljer sammanträden samma dag · Tells meetings of a day apart',
    example: null,
  })
  session!: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Ordning bland dagens beslut · Order among the decisions of the day',
    example: null,
  })
  sequence!: number | null;

  @ApiProperty({ ...nullable, description: '§ i protokollet · in the minutes', example: '18' })
  paragraph!: string | null;

  @ApiProperty({ ...nullable, description: 'Nummer på dagordningen, inte § · Agenda number, not §', example: '22' })
  agendaItem!: string | null;

  @ApiProperty({ ...nullable, description: 'Diarienummer · Registry number', example: 'KS-2023/118' })
  registryNumber!: string | null;

  @ApiProperty({
    enum: CONFIDENCES,
    description: 'Hur säker uppgiften är · How sure the record is',
    example: 'certain',
  })
  confidence!: Confidence;

  @ApiProperty({ ...nullable, description: 'Posten som gäller · The entry that holds', example: null, format: 'uuid' })
  duplicateOf!: string | null;

  @ApiProperty({
    description: 'Preliminärt: protokollet är inte justerat än · Provisional: the minutes are not adjusted yet',
    example: false,
  })
  provisional!: boolean;

  @ApiProperty({ type: [PointItemView], description: 'Punkterna · The points' })
  points!: PointItemView[];

  @ApiProperty({ description: 'Antal reservationer och yttranden · Number of statements', example: 1 })
  statements!: number;
}

export class DecisionPage {
  @ApiProperty({ type: [DecisionItemView], description: 'Besluten, det senaste först · The decisions, latest first' })
  items!: DecisionItemView[];

  @ApiProperty({ type: PageMeta, description: 'Sidan · The page' })
  _meta!: PageMeta;

  @ApiProperty({ type: AsOfView, description: 'Vad läsningen visar · What the read shows' })
  asOf!: AsOfView;
}

export class DependentView {
  @ApiProperty({ description: 'Händelsens position i loggen · Its position in the log', example: '1204' })
  position!: string;

  @ApiProperty({ description: 'Punkten det vilar på · The point it rests on', example: 2 })
  point!: number;

  @ApiProperty({ description: 'Slag av entitet · Kind of entity', example: 'group' })
  entityType!: string;

  @ApiProperty({ description: 'Entiteten · The entity', example: GROUP, format: 'uuid' })
  entityId!: string;

  @ApiProperty({ description: 'Händelsetyp · Event type', example: 'MemberAppointed' })
  eventType!: string;

  @ApiProperty({ description: 'Händelsen · The event', example: FACT, format: 'uuid' })
  eventId!: string;

  @ApiProperty({ ...nullable, description: 'Gäller från (EDTF) · Valid from', example: '2023-02-13' })
  validFrom!: string | null;

  @ApiProperty({ ...nullable, description: 'Till, exklusive (EDTF) · Until, exclusive', example: '2027-01-01' })
  validTo!: string | null;
}

export class DependentPage {
  @ApiProperty({ type: [DependentView], description: 'I loggens ordning · In log order' })
  items!: DependentView[];

  @ApiProperty({ type: PageMeta, description: 'Sidan · The page' })
  _meta!: PageMeta;

  @ApiProperty({ type: AsOfView, description: 'Vad läsningen visar · What the read shows' })
  asOf!: AsOfView;
}
