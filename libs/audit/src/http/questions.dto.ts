import { IsCivilDate, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { SHOWN, type EntityRef, type Shown } from '../application/shown.js';

const ENTITY = 'group/6f1c2a9e-9d0b-5b1e-8a52-1f0e4f3b7c10';
const KNOWN_AT = /^(\d{1,39}|\d{4}-\d{2}-\d{2}T[0-9:.]{8,18}(Z|[+-]\d{2}:\d{2}))$/;
const KNOWN_AT_RULE = { message: 'must be an RFC 3339 date-time with offset, or a log position in digits' };

/** Which entity, and what of it. */
export class EntityQuery {
  @ApiProperty({ description: 'Slag och id · Kind and id', example: ENTITY })
  @Matches(/^[a-z-]{1,40}\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, { message: 'must be <kind>/<uuid>' })
  entity!: string;

  @ApiPropertyOptional({
    enum: SHOWN,
    default: 'state',
    description: 'Entiteten själv, eller (grupp) vilka som sitter i den · The entity itself, or who sits in the group',
  })
  @MayBeAbsent()
  @IsIn(SHOWN)
  shown: Shown = 'state';
}

export class DiffQuery extends EntityQuery {
  @ApiPropertyOptional({ description: 'Första dagen; i dag om inget anges · The first day', example: '2023-03-01' })
  @MayBeAbsent()
  @IsCivilDate()
  fromValidAt?: string;

  @ApiPropertyOptional({ description: 'Så som den var känd då · As it was known then', example: '1204' })
  @MayBeAbsent()
  @Matches(KNOWN_AT, KNOWN_AT_RULE)
  fromKnownAt?: string;

  @ApiPropertyOptional({ description: 'Andra dagen; i dag om inget anges · The second day', example: '2024-03-01' })
  @MayBeAbsent()
  @IsCivilDate()
  toValidAt?: string;

  @ApiPropertyOptional({
    description: 'Så som den var känd då · As it was known then',
    example: '2024-03-01T10:00:00Z',
  })
  @MayBeAbsent()
  @Matches(KNOWN_AT, KNOWN_AT_RULE)
  toKnownAt?: string;
}

export class BlameQuery extends EntityQuery {
  @ApiPropertyOptional({
    description: 'Bara detta fält och dem i det (JSON Pointer) · Only this field and those in it',
    example: '/appointments/0',
  })
  @MayBeAbsent()
  @Matches(/^(\/[^/]{0,200}){0,20}$/, { message: 'must be a JSON pointer' })
  pointer?: string;

  @ApiPropertyOptional({
    description:
      'Fälten så som entiteten visas en dag; annars allt som registrerats · The fields as shown on a day; otherwise all that was recorded',
    example: '2024-07-01',
  })
  @MayBeAbsent()
  @IsCivilDate()
  validAt?: string;

  @ApiPropertyOptional({ description: 'Så som den var känd då · As it was known then', example: '1204' })
  @MayBeAbsent()
  @Matches(KNOWN_AT, KNOWN_AT_RULE)
  knownAt?: string;
}

/** `group/<uuid>` in two. */
export function entityOf({ entity }: EntityQuery): EntityRef {
  const slash = entity.indexOf('/');
  return { type: entity.slice(0, slash), id: entity.slice(slash + 1) };
}
