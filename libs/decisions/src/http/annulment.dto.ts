import type { CivilDate } from '@liggare/kernel';
import { IsCivilDate, IsLine, IsLines, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsInt, IsUUID, Max, Min } from 'class-validator';
import { FACT } from './example-ids.js';

export class AnnulPointsDto {
  @ApiPropertyOptional({
    description: 'Överklagandet, om det är registrerat · The appeal, when it is registered',
    example: FACT,
    format: 'uuid',
  })
  @MayBeAbsent()
  @IsUUID()
  appealId?: string;

  @ApiProperty({
    type: 'integer',
    isArray: true,
    description: 'De upphävda punkterna, inga andra · The annulled points, and no others',
    example: [2],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(999)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(999, { each: true })
  points!: number[];

  @ApiProperty({ description: 'Domstolen · The court', example: 'Förvaltningsrätten i Stockholm' })
  @IsLine(300)
  court!: string;

  @ApiPropertyOptional({ description: 'Målnummer · Number of the case', example: '12345-24' })
  @MayBeAbsent()
  @IsLine(100)
  caseNumber?: string;

  @ApiProperty({ type: String, description: 'Domens dag · Day of the judgment', example: '2024-10-18', format: 'date' })
  @IsCivilDate()
  judgmentOn!: CivilDate;

  @ApiPropertyOptional({
    type: String,
    description: 'Laga kraft; utelämnat så länge domen kan överklagas · Final; absent while it may be appealed against',
    example: '2024-11-11',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  finalOn?: CivilDate;
}

export class FinalizeAnnulmentDto {
  @ApiProperty({
    type: String,
    description: 'Dagen domen vann laga kraft · Day the judgment became final',
    example: '2024-11-11',
    format: 'date',
  })
  @IsCivilDate()
  finalOn!: CivilDate;
}

export class DiscardAnnulmentDto {
  @ApiPropertyOptional({
    description:
      'Varför: fel registrerat, eller ändrat i högre instans · Why: an error, or set aside by a higher court',
    example: 'Kammarrätten upphävde domen',
  })
  @MayBeAbsent()
  @IsLines(2_000)
  reason?: string;
}

export class AnnulmentView {
  @ApiProperty({ description: 'Överklagandets id · Id of the appeal', example: FACT, format: 'uuid' })
  appealId!: string;

  @ApiProperty({ type: [Number], description: 'Punkterna · The points', example: [2] })
  points!: number[];

  @ApiProperty({ description: 'Domstolen · The court', example: 'Förvaltningsrätten i Stockholm' })
  court!: string;

  @ApiPropertyOptional({ description: 'Målnummer · Number of the case', example: '12345-24' })
  caseNumber?: string;

  @ApiProperty({ description: 'Domens dag · Day of the judgment', example: '2024-10-18', format: 'date' })
  judgmentOn!: string;

  @ApiPropertyOptional({ description: 'Laga kraft · Final', example: '2024-11-11', format: 'date' })
  finalOn?: string;
}
