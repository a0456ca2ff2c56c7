import { AsOfQuery } from '@liggare/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { VIEWS, type View } from '../domain/views.js';

export class SeenQuery extends AsOfQuery {
  @ApiPropertyOptional({
    enum: VIEWS,
    default: 'dejure',
    description:
      'Rättsligt (det upphävda har aldrig gällt) eller faktiskt (det gällde tills domen vann laga kraft) · De jure, or de facto until the judgment was final',
    example: 'dejure',
  })
  @IsIn(VIEWS)
  view: View = 'dejure';
}
