import { MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';

const DIGEST = 'k9r3wZ1Xo0mJ5vTt2hQeYbUcPnLsDfGiRaWxEyHjMzA';

export class ReplayDto {
  @ApiPropertyOptional({ description: 'Bara så många händelser från början · Only so many events', example: 1204 })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  size?: number;
}

export class SampleDto {
  @ApiProperty({
    description: 'Dra bland så många händelser från början · Draw from the first so many events',
    example: 1,
  })
  @IsInt()
  @Min(1)
  population!: number;

  @ApiProperty({ description: 'Hur många · How many', example: 25 })
  @IsInt()
  @Min(1)
  @Max(10_000)
  k!: number;

  @ApiPropertyOptional({
    description:
      'Storleken på kontrollpunkten vars rot är slumpen; annars den första efter populationen · Size of the checkpoint whose root is the seed; otherwise the first after the population',
    example: 1300,
  })
  @MayBeAbsent()
  @IsInt()
  @Min(2)
  seedSize?: number;
}

export class ReplayProgressView {
  @ApiProperty({ description: 'Avklarat · Done', example: 1204 })
  done!: number;

  @ApiProperty({ description: 'Av · Of', example: 2408 })
  total!: number;
}

export class PublishedDigestBody {
  @ApiProperty({ description: 'Så många händelser från början · The first so many events', example: 1204 })
  size!: number;

  @ApiProperty({ description: 'Kontrolltalet, base64url · The digest', example: DIGEST })
  digest!: string;

  @ApiProperty({ description: 'Antal entiteter i det · Entities in it', example: 312 })
  streams!: number;
}

export class ListedDigestView extends PublishedDigestBody {
  @ApiProperty({ description: 'Händelsens plats i loggen · Position of the event', example: '1205' })
  position!: string;

  @ApiProperty({ description: 'När · When', example: '2026-11-24T03:00:00.000Z', format: 'date-time' })
  recordedAt!: string;
}

export class DigestList {
  @ApiProperty({ type: [ListedDigestView], description: 'Äldst först · Oldest first' })
  items!: ListedDigestView[];
}

export class ReplayResultView extends PublishedDigestBody {
  @ApiProperty({ description: 'Sista händelsens plats i loggen · Position of the last event', example: '1204' })
  position!: string;

  @ApiProperty({ description: 'Strömmar som inte är entiteter · Streams that are no entities', example: 0 })
  unfolded!: number;

  @ApiPropertyOptional({ description: 'Det som offentliggjorts för storleken · What was published', example: DIGEST })
  published?: string;

  @ApiPropertyOptional({ description: 'Stämmer de överens? · Do they agree?', example: true })
  agrees?: boolean;
}

export class ReplayJobBody {
  @ApiProperty({ description: 'Jobbets id · Id of the job', format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['running', 'done', 'failed'], description: 'Läge · Status', example: 'done' })
  status!: 'running' | 'done' | 'failed';

  @ApiProperty({ type: ReplayProgressView, description: 'Hur långt · How far' })
  progress!: ReplayProgressView;

  @ApiPropertyOptional({ type: ReplayResultView, description: 'Utfallet · The outcome' })
  result?: ReplayResultView;

  @ApiPropertyOptional({ description: 'Vad som gick fel · What went wrong', example: 'stream group-… is broken' })
  error?: string;
}

export class SampleBody {
  @ApiProperty({ description: 'Kontrollpunktens storlek · Size of the checkpoint', example: 1300 })
  seedSize!: number;

  @ApiProperty({ description: 'Dess rot, base64 · Its root', example: 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=' })
  root!: string;

  @ApiProperty({ description: 'Draget bland så många · Drawn from so many', example: 1204 })
  population!: number;

  @ApiProperty({ description: 'Hur många som skulle dras · How many were to be drawn', example: 25 })
  k!: number;

  @ApiProperty({ type: [Number], description: 'Platser i loggen från 0 · Places in the log, from 0', example: [17, 4] })
  seqs!: number[];
}

export class ListedSampleView extends SampleBody {
  @ApiProperty({ description: 'Händelsens plats i loggen · Position of the event', example: '1301' })
  position!: string;
}

export class SampleList {
  @ApiProperty({ type: [ListedSampleView], description: 'Äldst först · Oldest first' })
  items!: ListedSampleView[];
}
