import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

class LogKeyView {
  @ApiProperty({
    description:
      'C2SP vkey; ska stå i protokoll och på anslagstavlan · To be printed in minutes and on the notice board',
    example: 'log.exempelkommun.se/liggare+0a1b2c3d+AQ==',
  })
  vkey!: string;

  @ApiProperty({ description: 'Första storleken den skrev under · First size it signed', example: 1 })
  firstSize!: number;
}

class WitnessProblemView {
  @ApiProperty({
    description:
      'Inget svar; det medunderskriver inte; det har sett ett större träd · No answer; it will not cosign; it has seen a larger tree',
    enum: ['unavailable', 'refused', 'ahead'],
    example: 'unavailable',
  })
  kind!: string;

  @ApiProperty({ description: 'Vad vittnet svarade · What it answered', example: 'HTTP 503' })
  message!: string;

  @ApiProperty({ description: 'När · When', format: 'date-time', example: '2026-11-24T09:00:00.000Z' })
  at!: string;
}

class WitnessView {
  @ApiProperty({ description: 'Namn i policyn · Name in the policy', example: 'revisionen' })
  name!: string;

  @ApiProperty({ description: 'C2SP vkey', example: 'revisionen.exempelkommun.se/w1+0a1b2c3d+BA==' })
  vkey!: string;

  @ApiProperty({ description: 'Storleken det senast medundertecknade · Size it cosigned last', example: 1204 })
  size!: number;

  @ApiPropertyOptional({
    description: 'När det medundertecknade, enligt vittnet · When it cosigned, by its own clock',
    format: 'date-time',
    example: '2026-11-24T09:00:00.000Z',
  })
  cosignedAt?: string;

  @ApiPropertyOptional({ type: WitnessProblemView, description: 'Vad som hindrar · What stops it' })
  problem?: WitnessProblemView;
}

export class TransparencyStatusBody {
  @ApiProperty({ description: 'Löv i trädet, ett per händelse · Leaves, one per event', example: 1204 })
  size!: number;

  @ApiProperty({
    description: 'Av dem under en underskriven kontrollpunkt · Of them under a signed checkpoint',
    example: 1204,
  })
  signed!: number;

  @ApiProperty({ type: [LogKeyView], description: 'Loggens nycklar · Keys of the log' })
  keys!: LogKeyView[];

  @ApiProperty({ type: [WitnessView], description: 'Vittnen, och hur långt de har kommit · Witnesses' })
  witnesses!: WitnessView[];
}

export class MinutesLinesBody {
  @ApiProperty({
    type: [String],
    description: 'Loggens namn, antal händelser och trädets rot · Name of the log, number of events, root of the tree',
    example: ['log.exempelkommun.se/liggare', '1204', 'cLJ0qJPn7BcDsXFCxe/J6UweEOyNmRqrs8xdMdv2G2s='],
  })
  lines!: string[];

  @ApiProperty({
    description: 'En mening på svenska · A sentence in Swedish',
    example: 'Registret log.exempelkommun.se/liggare omfattade vid mötet 1204 händelser; …',
  })
  sv!: string;

  @ApiProperty({
    description: 'En mening på engelska · A sentence in English',
    example: 'At the meeting the register log.exempelkommun.se/liggare held 1204 events; …',
  })
  en!: string;
}
