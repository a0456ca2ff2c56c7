import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FACT } from './example-ids.js';

const day = (description: string, example: string) => ({ type: String, description, example, format: 'date' });

export class ParagraphsAdjustmentView {
  @ApiProperty({ description: 'Justeringens id · Id of the adjustment', example: FACT, format: 'uuid' })
  adjustmentId!: string;

  @ApiPropertyOptional({
    type: [String],
    description: 'Paragraferna; saknas: de som ingen annan justering nämner · The paragraphs; absent: the rest',
    example: ['§ 12', '14–18'],
  })
  paragraphs?: string[];

  @ApiProperty(day('Justerat · Adjusted', '2024-04-22'))
  on!: string;

  @ApiProperty({ description: 'Omedelbar justering · Adjusted at once, apart from the rest', example: true })
  immediate!: boolean;
}

export class ParagraphsNoticeView {
  @ApiProperty({ description: 'Anslagets id · Id of the notice', example: FACT, format: 'uuid' })
  noticeId!: string;

  @ApiPropertyOptional({
    type: [String],
    description:
      'Paragraferna; saknas de och justeringen: hela protokollet · The paragraphs; absent: all of the minutes',
    example: ['§ 12', '14–18'],
  })
  paragraphs?: string[];

  @ApiPropertyOptional({
    description: 'Justeringen som det tillkännager · The adjustment that it announces',
    example: FACT,
    format: 'uuid',
  })
  adjustmentId?: string;

  @ApiProperty(day('Anslaget · Posted', '2024-04-23'))
  on!: string;

  @ApiPropertyOptional(day('Sista dag enligt anslaget · Last day as the notice says', '2024-05-14'))
  statedLastDay?: string;

  @ApiProperty(day('Sista dag att överklaga, enligt lag · Last day to appeal, by law', '2024-05-14'))
  lastAppealDay!: string;

  @ApiPropertyOptional({
    description: 'Anslaget som det ersätter · The notice in whose place it was posted',
    example: FACT,
    format: 'uuid',
  })
  replaces?: string;

  @ApiPropertyOptional(day('Nedtaget · Taken down', '2024-05-15'))
  takenDownOn?: string;
}
