import { AsOfView, PageMeta, sealedText } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MATTER_RELATIONS, type MatterRelation } from '../domain/matter-events.js';
import { MATTER_STATUSES, type MatterStatus } from '../domain/matter-view.js';
import { MATTER } from './example-ids.js';

export class MatterLinkView {
  @ApiProperty({ description: 'Det andra ärendet · The other matter', example: MATTER, format: 'uuid' })
  otherId!: string;

  @ApiProperty({ enum: MATTER_RELATIONS, description: 'Hur de hör ihop · How they are related', example: 'continues' })
  relation!: MatterRelation;
}

export class MatterBody {
  @ApiProperty({ description: 'Ärendets id · Id of the matter', example: MATTER, format: 'uuid' })
  id!: string;

  @ApiPropertyOptional({ description: 'Diarienummer · Registry number', example: 'KS-2023/118' })
  registryNumber?: string;

  @ApiProperty(sealedText('Vad ärendet gäller · What it is about', 'Politisk referensgrupp för preventionsarbetet'))
  title!: unknown;

  @ApiProperty({ description: 'Öppnat (EDTF) · Opened', example: '2023-01' })
  openedOn!: string;

  @ApiPropertyOptional({ description: 'Avslutat (EDTF) · Closed', example: '2026-12-31' })
  closedOn?: string;

  @ApiProperty({ type: [MatterLinkView], description: 'Kopplade ärenden · Linked matters' })
  links!: MatterLinkView[];

  @ApiProperty({
    enum: MATTER_STATUSES,
    description: 'Läge den dagen; undated om datumen inte räcker · Where it stands on the day',
    example: 'open',
  })
  status!: MatterStatus;

  @ApiPropertyOptional({ type: AsOfView, description: 'Vad läsningen visar · What the read shows' })
  asOf?: AsOfView;
}

export class MatterItemView {
  @ApiProperty({ description: 'Ärendets id · Id of the matter', example: MATTER, format: 'uuid' })
  id!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Diarienummer, om känt · Registry number, if known',
    example: 'KS-2023/118',
  })
  registryNumber!: string | null;

  @ApiProperty(sealedText('Vad ärendet gäller · What it is about', 'Politisk referensgrupp för preventionsarbetet'))
  title!: unknown;

  @ApiProperty({ description: 'Öppnat (EDTF) · Opened', example: '2023-01' })
  openedOn!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Avslutat (EDTF) · Closed', example: '2026-12-31' })
  closedOn!: string | null;
}

export class MatterPage {
  @ApiProperty({ type: [MatterItemView], description: 'Ärendena, efter diarienummer · By registry number' })
  items!: MatterItemView[];

  @ApiProperty({ type: PageMeta, description: 'Sidan · The page' })
  _meta!: PageMeta;

  @ApiProperty({ type: AsOfView, description: 'Vad läsningen visar · What the read shows' })
  asOf!: AsOfView;
}
