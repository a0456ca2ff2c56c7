import { ApiProperty } from '@nestjs/swagger';

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
}
