import { AsOfView } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const DECISION = '8d7a1c44-2f6e-5a07-9b8c-6e5d4c3b2a19';
const GROUP = '6f1c2a9e-9d0b-5b1e-8a52-1f0e4f3b7c10';
const EVENT = 'c3a5e1b7-4d2f-5e68-9c10-7b6a5d4e3f21';
const COMMAND = '2f7f9e57-0b6e-5b39-8a4c-5d9f1b6a7e02';

export class EventSummaryView {
  @ApiProperty({ description: 'På svenska · In Swedish', example: 'En ledamot valdes' })
  sv!: string;

  @ApiProperty({ description: 'På engelska · In English', example: 'A member was elected' })
  en!: string;
}

export class WhoView {
  @ApiProperty({ description: 'Den som registrerade (pseudonym) · Who recorded it', example: 'registrar-demo' })
  actor!: string;

  @ApiProperty({ description: 'I vilken roll · In which role', example: 'registrar' })
  role!: string;

  @ApiPropertyOptional({ description: 'I vilket organs namn · In the name of which body', example: GROUP })
  onBehalfOf?: string;
}

export class AuditedPointView {
  @ApiProperty({ description: 'Beslutet · The decision', example: DECISION, format: 'uuid' })
  decisionId!: string;

  @ApiProperty({ description: 'Punkten · The point', example: 1 })
  point!: number;
}

export class WhyView {
  @ApiPropertyOptional({ type: AuditedPointView, description: 'Beslutspunkten det vilar på · The decision point' })
  decision?: AuditedPointView;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'Var uppgiften hämtats, vid import · Where it was taken from, when imported',
    example: { file: 'ledamoter.csv', row: 12 },
  })
  source?: Record<string, unknown>;

  @ApiPropertyOptional({ description: 'Det som orsakade den · What caused it', example: EVENT })
  causedBy?: string;

  @ApiProperty({ description: 'Kommandot · The command', example: COMMAND })
  commandId!: string;

  @ApiProperty({ description: 'Håller ihop det som hör ihop · Ties together what belongs together', example: COMMAND })
  correlationId!: string;
}

export class ChangeView {
  @ApiProperty({ description: 'Fältet (JSON Pointer) · The field (JSON pointer)', example: '/appointments/3/seat' })
  pointer!: string;

  @ApiPropertyOptional({ description: 'Före; saknas om nytt · Before; absent when new', oneOf: [{}], example: 3 })
  from?: unknown;

  @ApiPropertyOptional({ description: 'Efter; saknas om borta · After; absent when gone', oneOf: [{}], example: 4 })
  to?: unknown;
}

export class AuditEntryBody {
  @ApiProperty({ description: 'Plats i loggen · Position in the log', example: '1204' })
  position!: string;

  @ApiProperty({ description: 'Strömmen · The stream', example: `group-${GROUP}` })
  stream!: string;

  @ApiProperty({ description: 'Plats i strömmen · Place in the stream', example: '7' })
  revision!: string;

  @ApiProperty({ description: 'Händelsens id · Id of the event', example: EVENT, format: 'uuid' })
  eventId!: string;

  @ApiProperty({ description: 'Händelsetyp · Event type', example: 'MemberAppointed' })
  type!: string;

  @ApiPropertyOptional({
    enum: ['reality', 'knowledge'],
    description:
      'Hände något, eller ändrades bara vår kunskap (rättelse av registret)? · Did something happen, or did only our knowledge of it change (a correction of the register)?',
    example: 'reality',
  })
  kind?: 'reality' | 'knowledge';

  @ApiPropertyOptional({ type: EventSummaryView, description: 'I ord · In words' })
  summary?: EventSummaryView;

  @ApiProperty({
    description: 'När den registrerades · When recorded',
    example: '2023-02-14T09:12:33.120Z',
    format: 'date-time',
  })
  recordedAt!: string;

  @ApiProperty({ type: WhoView, description: 'Vem · Who' })
  who!: WhoView;

  @ApiProperty({ type: WhyView, description: 'Varför · Why' })
  why!: WhyView;

  @ApiPropertyOptional({ description: 'Gäller från (EDTF) · Valid from', example: '2023-02-13' })
  validFrom?: string;

  @ApiPropertyOptional({ description: 'Till, exklusive (EDTF) · Until, exclusive', example: '2027-01-01' })
  validTo?: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Händelsens data enligt händelsekatalogen · The data, as the event catalogue describes it',
    example: { kind: 'member', seat: 1, from: '2023-02-13' },
  })
  data!: Record<string, unknown>;

  @ApiPropertyOptional({ type: [ChangeView], description: 'Fält för fält, vad som ändrades · What changed, by field' })
  changes?: ChangeView[];
}

export class HistoryMeta {
  @ApiProperty({ description: 'Antal per sida · Items per page', example: 20 })
  limit!: number;

  @ApiProperty({ description: 'Positionen sidan börjar efter · The position the page starts after', example: '0' })
  offset!: string;

  @ApiProperty({ description: 'Antal på den här sidan · Items on this page', example: 1 })
  count!: number;

  @ApiPropertyOptional({ description: 'offset för nästa sida · offset of the next page', example: '1204' })
  next?: string;
}

export class HistoryPage {
  @ApiProperty({ type: [AuditEntryBody], description: 'Händelserna i loggens ordning · The events in log order' })
  items!: AuditEntryBody[];

  @ApiProperty({ type: HistoryMeta, description: 'Sidan · The page' })
  _meta!: HistoryMeta;
}

export class EntityStateBody {
  @ApiProperty({ description: 'Strömmens revision då · The stream’s revision then', example: '7' })
  revision!: string;

  @ApiProperty({ description: 'Sista händelsens plats i loggen · Log position of its last event', example: '1204' })
  position!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Som i entitetens egen läsning · As in the entity’s own resource',
    example: { id: GROUP, name: 'Preventionsberedningen', status: 'current' },
  })
  state!: Record<string, unknown>;

  @ApiProperty({ type: AsOfView, description: 'Vad läsningen visar · What the read shows' })
  asOf!: AsOfView;
}
