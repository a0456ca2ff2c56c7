import { IsLine, MayBeAbsent, PageQuery } from '@liggare/platform';
import { ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { IsUUID, Matches } from 'class-validator';

/** Histories are paged by log position: `offset` is the position after which to go on. */
export class HistoryQuery extends PickType(PageQuery, ['limit'] as const) {
  @ApiPropertyOptional({
    type: String,
    description: 'Position i loggen att fortsätta efter · Log position to go on after',
    default: '0',
  })
  @Matches(/^\d{1,39}$/, { message: 'must be a log position in digits' })
  offset = '0';
}

export class EventsQuery extends HistoryQuery {
  @ApiPropertyOptional({ description: 'Händelsetyp · Event type', example: 'MemberAppointed' })
  @MayBeAbsent()
  @IsLine(100)
  type?: string;

  @ApiPropertyOptional({ description: 'Den som registrerade (pseudonym) · Who recorded it', example: 'registrar-demo' })
  @MayBeAbsent()
  @IsLine(255)
  actor?: string;

  @ApiPropertyOptional({
    description:
      'Bara det som rör eller nämner detta slag av entitet · Only what is about or names this kind of entity',
    example: 'person',
  })
  @MayBeAbsent()
  @Matches(/^[a-z]{1,40}$/, { message: 'must be a kind of entity' })
  entityType?: string;

  @ApiPropertyOptional({ description: 'Bara det som nämner entiteten · Only what names the entity', format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  entityId?: string;
}
