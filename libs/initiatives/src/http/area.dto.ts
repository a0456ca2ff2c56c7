import { BasedDto } from '@liggare/decisions';
import type { CivilDate, PartialDate } from '@liggare/kernel';
import {
  AsOfQuery,
  AsOfView,
  IsCivilDate,
  IsLine,
  IsLines,
  IsPartialDate,
  MayBeAbsent,
  PageMeta,
  PageQuery,
} from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Equals, IsIn, IsUUID } from 'class-validator';
import { AREA_SUCCESSIONS, type AreaSuccession } from '../domain/area-events.js';

const ID = '5f0f2f3e-0d5c-5a53-8c3f-3b8a1c0f9a11';
const day = (description: string) => ({ type: String, description, example: '2025-01-01', format: 'date' });

class BoundaryDto extends BasedDto {
  @ApiProperty({ description: 'Gränsen i ord · The boundary in words', example: 'NTU-område Skogås öster om banan' })
  @IsLines(2000)
  boundary!: string;

  @ApiPropertyOptional({
    description: 'Var geometrin finns · Where its geometry is',
    example: 'https://kartor.example/skogas/2',
  })
  @MayBeAbsent()
  @IsLine(500)
  geometry?: string;
}

export class RegisterAreaDto {
  @ApiProperty({ description: 'Namnet · The name', example: 'Skogås' })
  @IsLine(100)
  name!: string;

  @ApiPropertyOptional({ description: 'Kod · Code', example: '0126-03' })
  @MayBeAbsent()
  @IsLine(50)
  code?: string;

  @ApiProperty({ description: 'Gränsen i ord · The boundary in words', example: 'Skogås kommundel' })
  @IsLines(2000)
  boundary!: string;

  @ApiPropertyOptional({
    description: 'Var geometrin finns · Where its geometry is',
    example: 'https://kartor.example/skogas/1',
  })
  @MayBeAbsent()
  @IsLine(500)
  geometry?: string;

  @ApiProperty({ type: String, description: 'Första dagen (EDTF) · First day', example: '2017' })
  @IsPartialDate()
  from!: PartialDate;
}

export class RenameAreaDto extends BasedDto {
  @ApiProperty({ description: 'Det nya namnet · The new name', example: 'Skogås centrum' })
  @IsLine(100)
  name!: string;

  @ApiProperty(day('Första dagen · First day'))
  @IsCivilDate()
  from!: CivilDate;
}

export class ChangeBoundaryDto extends BoundaryDto {
  @ApiProperty(day('Första dagen · First day'))
  @IsCivilDate()
  from!: CivilDate;
}

export class SucceedAreaDto extends BasedDto {
  @ApiProperty({ description: 'Området som kommer efter · The area that comes after', example: ID, format: 'uuid' })
  @IsUUID()
  successorId!: string;

  @ApiProperty({ enum: AREA_SUCCESSIONS, description: 'Delat eller sammanslaget · Split or merged' })
  @IsIn(AREA_SUCCESSIONS)
  kind!: AreaSuccession;

  @ApiProperty(day('Första dagen utan området · First day without the area'))
  @IsCivilDate()
  on!: CivilDate;
}

export class CorrectAreaRegistrationDto {
  @ApiProperty({ description: 'Uppgiften som var fel · The fact that was wrong', example: ID, format: 'uuid' })
  @IsUUID()
  corrects!: string;

  @ApiPropertyOptional({ description: 'Rätt namn · The right name', example: 'Skogås' })
  @MayBeAbsent()
  @IsLine(100)
  name?: string;

  @ApiPropertyOptional({ description: 'Rätt gräns · The right boundary', example: 'Skogås kommundel' })
  @MayBeAbsent()
  @IsLines(2000)
  boundary?: string;

  @ApiPropertyOptional({
    description: 'Rätt plats för geometrin · The right place',
    example: 'https://kartor.example/3',
  })
  @MayBeAbsent()
  @IsLine(500)
  geometry?: string;

  @ApiPropertyOptional({ type: Boolean, enum: [true], description: 'Det var aldrig så · It never was', example: true })
  @MayBeAbsent()
  @Equals(true)
  withdrawn?: true;

  @ApiPropertyOptional({ description: 'Varför; försluten · Why; sealed', example: 'Fel område' })
  @MayBeAbsent()
  @IsLines(2000)
  reason?: string;
}

export class AreasQuery extends IntersectionType(AsOfQuery, PageQuery) {}

export class AreaItemView {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Skogås' })
  name!: string;

  @ApiPropertyOptional({ example: '0126-03' })
  code?: string;

  @ApiPropertyOptional({ example: 'Skogås kommundel' })
  boundary?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'Sedan när gränsen går så · Since when',
    example: '2025-01-01',
  })
  boundaryFrom?: string;
}

export class AreaPage {
  @ApiProperty({ type: [AreaItemView] })
  items!: AreaItemView[];

  @ApiProperty({ type: PageMeta })
  _meta!: PageMeta;

  @ApiProperty({ type: AsOfView })
  asOf!: AsOfView;
}
