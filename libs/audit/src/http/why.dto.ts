import { AsOfQuery, AsOfView } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsUUID, Min } from 'class-validator';
import { MEMBERSHIP_VERDICTS, type MembershipVerdict } from '../application/why/why-membership.js';
import { SEAT_VERDICTS, type SeatVerdict } from '../application/why/why-vacant.js';
import { EventSummaryView } from './audit-views.dto.js';

const GROUP = '6f1c2a9e-9d0b-5b1e-8a52-1f0e4f3b7c10';
const PERSON = '0e9b1f5c-3a0d-5c6e-9a5e-6b7f2d1c8e44';
const KINDS = ['member', 'substitute'] as const;

export class MembershipReasonQuery extends AsOfQuery {
  @ApiProperty({ description: 'Gruppen · The group', example: GROUP, format: 'uuid' })
  @IsUUID()
  groupId!: string;

  @ApiProperty({ description: 'Personen · The person', example: PERSON, format: 'uuid' })
  @IsUUID()
  personId!: string;
}

export class VacancyReasonQuery extends AsOfQuery {
  @ApiProperty({ description: 'Gruppen · The group', example: GROUP, format: 'uuid' })
  @IsUUID()
  groupId!: string;

  @ApiProperty({ enum: KINDS, description: 'Slag av plats · Kind of seat', example: 'member' })
  @IsIn(KINDS)
  kind!: 'member' | 'substitute';

  @ApiProperty({ description: 'Platsen · The seat', example: 8 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  seat!: number;
}

export class ReasonLinkView {
  @ApiProperty({ description: 'Slag av led · Kind of link', example: 'event' })
  kind!: string;

  @ApiProperty({ type: EventSummaryView, description: 'I ord, med id i stället för namn · In words, ids for names' })
  sentence!: EventSummaryView;

  @ApiPropertyOptional({ description: 'Händelsens plats i loggen · Position of the event', example: '1204' })
  position?: string;

  @ApiPropertyOptional({ description: 'Händelsetyp · Event type', example: 'MemberAppointed' })
  type?: string;

  @ApiPropertyOptional({
    type: 'object',
    properties: { id: { type: 'string' }, role: { type: 'string' } },
    required: ['id', 'role'],
    description: 'Vem som registrerade, pseudonym · Who recorded it, a pseudonym',
    example: { id: 'registrar-demo', role: 'registrar' },
  })
  actor?: { readonly id: string; readonly role: string };

  @ApiPropertyOptional({ description: 'När · When', example: '2023-02-14T09:12:33.120Z', format: 'date-time' })
  recordedAt?: string;

  @ApiPropertyOptional({ description: 'Uppdraget · The appointment', example: GROUP, format: 'uuid' })
  appointmentId?: string;

  @ApiPropertyOptional({ description: 'Beslutet · The decision', example: GROUP, format: 'uuid' })
  decisionId?: string;

  @ApiPropertyOptional({ description: 'Punkten · The point', example: 1 })
  point?: number;

  @ApiPropertyOptional({ description: 'Sammanträdet · The meeting', example: GROUP, format: 'uuid' })
  meetingId?: string;

  @ApiPropertyOptional({ description: 'Kvittot · The receipt', example: '/v1/evidence/receipts/1204' })
  receipt?: string;

  @ApiPropertyOptional({ description: 'Nummer i den signerade loggen, från 0 · Number in the log', example: 1203 })
  seq?: number;

  @ApiPropertyOptional({ description: 'Kontrollpunktens storlek · Size of the checkpoint', example: 1210 })
  checkpointSize?: number;
}

class ReasonBody {
  @ApiProperty({
    type: [ReasonLinkView],
    description: 'Från svaret ned till protokoll och bevis · Down to the minutes',
  })
  chain!: ReasonLinkView[];

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Vad personerna i kedjan heter, efter id · What the persons in the chain are called, by id',
    example: { [PERSON]: { givenName: 'Amanda', familyName: 'Exempelsson' } },
  })
  names!: Record<string, unknown>;

  @ApiProperty({ type: AsOfView, description: 'Vad svaret visar · What the answer shows' })
  asOf!: AsOfView;
}

export class MembershipReasonBody extends ReasonBody {
  @ApiProperty({ enum: MEMBERSHIP_VERDICTS, description: 'Svaret · The answer', example: 'member' })
  verdict!: MembershipVerdict;
}

export class VacancyReasonBody extends ReasonBody {
  @ApiProperty({ enum: SEAT_VERDICTS, description: 'Svaret · The answer', example: 'vacant' })
  verdict!: SeatVerdict;
}
