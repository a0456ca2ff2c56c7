import { IsLine, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBase64, IsIn, IsInt, IsRFC3339, IsUUID, Length, Min } from 'class-validator';
import { ANCHOR_KINDS, type AnchorKind } from '../domain/anchor.js';

const ROOT = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
const BY_HAND = ['minutes', 'other'] as const;

export class RecordAnchorDto {
  @ApiProperty({
    type: 'integer',
    description: 'Kontrollpunktens storlek, dess andra rad · Its second line',
    example: 391,
    minimum: 1,
  })
  @IsInt()
  @Min(1)
  size!: number;

  @ApiProperty({ description: 'Roten, dess tredje rad · Its third line', example: ROOT })
  @IsBase64()
  @Length(44, 44)
  root!: string;

  @ApiProperty({ enum: BY_HAND, description: 'Var den lämnats · Where it was left', example: 'minutes' })
  @IsIn(BY_HAND)
  kind!: (typeof BY_HAND)[number];

  @ApiPropertyOptional({
    description: 'När den var där, enligt den som förvarar den · When it was there, says who keeps it',
    example: '2026-11-24T12:00:00Z',
    format: 'date-time',
  })
  @MayBeAbsent()
  @IsRFC3339()
  time?: string;

  @ApiPropertyOptional({
    description: 'Sammanträdet vars protokoll den är tryckt i · The meeting in whose minutes it is printed',
    example: '2f0a9c1e-3a4b-5c5d-8e6f-7a8b9c0d1e2f',
    format: 'uuid',
  })
  @MayBeAbsent()
  @IsUUID()
  meetingId?: string;

  @ApiPropertyOptional({
    description: 'Var den finns där; aldrig ett namn · Where it is; never a name',
    example: 'KS 2026-11-24 § 7',
  })
  @MayBeAbsent()
  @IsLine(200)
  reference?: string;
}

export class AnchorBody {
  @ApiProperty({
    description: 'Förankringen · The anchor',
    example: '2f0a9c1e-3a4b-5c5d-8e6f-7a8b9c0d1e2f',
    format: 'uuid',
  })
  anchorId!: string;

  @ApiProperty({ type: 'integer', description: 'Kontrollpunktens storlek · Its size', example: 391 })
  size!: number;

  @ApiProperty({ description: 'Roten · The root', example: ROOT })
  root!: string;

  @ApiProperty({ enum: ANCHOR_KINDS, description: 'Var den lämnats · Where it was left', example: 'rfc3161' })
  kind!: AnchorKind;

  @ApiPropertyOptional({
    description: 'När den var där · When it was there',
    example: '2026-11-24T12:00:00Z',
    format: 'date-time',
  })
  time?: string;

  @ApiPropertyOptional({ description: 'Tidsstämpeln, DER i base64 · The token, DER in base64', example: 'MIIC…' })
  token?: string;

  @ApiPropertyOptional({ description: 'Tidsstämplingstjänsten · The authority', example: 'https://tsa.example/' })
  authority?: string;

  @ApiPropertyOptional({
    description: 'Sammanträdet · The meeting',
    example: '2f0a9c1e-3a4b-5c5d-8e6f-7a8b9c0d1e2f',
    format: 'uuid',
  })
  meetingId?: string;

  @ApiPropertyOptional({ description: 'Var den finns där · Where it is', example: 'KS 2026-11-24 § 7' })
  reference?: string;
}

export class ListedAnchorBody extends AnchorBody {
  @ApiProperty({ description: 'Händelsens plats i loggen · Position of the event', example: '392' })
  position!: string;

  @ApiProperty({
    description: 'När den registrerades · When it was recorded',
    example: '2026-11-24T12:00:05.123Z',
    format: 'date-time',
  })
  recordedAt!: string;
}

export class AnchorList {
  @ApiProperty({ type: [ListedAnchorBody] })
  items!: ListedAnchorBody[];
}

export class TimeBoundsBody {
  @ApiPropertyOptional({
    description: 'Tidigast då · Not before',
    example: '2026-11-23T12:00:00Z',
    format: 'date-time',
  })
  notBefore?: string;

  @ApiPropertyOptional({ description: 'Senast då · Not after', example: '2026-11-24T12:00:00Z', format: 'date-time' })
  notAfter?: string;
}
