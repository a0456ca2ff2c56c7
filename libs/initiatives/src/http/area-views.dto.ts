import { BasedDto } from '@liggare/decisions';
import { AsOfView } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AREA_SUCCESSIONS, type AreaSuccession } from '../domain/area-events.js';

const ID = '5f0f2f3e-0d5c-5a53-8c3f-3b8a1c0f9a11';

class PeriodOfArea {
  @ApiPropertyOptional({ type: String, format: 'date', example: '2025-01-01' })
  from?: string;

  @ApiPropertyOptional({ type: String, format: 'date', example: '2027-01-01' })
  to?: string;
}

class AreaNameView extends BasedDto {
  @ApiProperty({ example: ID, format: 'uuid' })
  nameId!: string;

  @ApiProperty({ example: 'Skogås' })
  name!: string;

  @ApiProperty({ description: 'Första dagen (EDTF) · First day', example: '2017' })
  from!: string;
}

class AreaBoundaryFacts extends BasedDto {
  @ApiProperty({ example: ID, format: 'uuid' })
  boundaryId!: string;

  @ApiProperty({ example: 'Skogås kommundel' })
  boundary!: string;

  @ApiPropertyOptional({ example: 'https://kartor.example/skogas/1' })
  geometry?: string;
}

class AreaBoundaryView extends AreaBoundaryFacts {
  @ApiProperty({ description: 'Första dagen (EDTF) · First day', example: '2017' })
  from!: string;
}

class AreaBoundaryOfDayView extends AreaBoundaryFacts {
  @ApiProperty({ type: PeriodOfArea })
  period!: PeriodOfArea;
}

class AreaSuccessorView extends BasedDto {
  @ApiProperty({ example: ID, format: 'uuid' })
  successionId!: string;

  @ApiProperty({ example: ID, format: 'uuid' })
  successorId!: string;

  @ApiProperty({ enum: AREA_SUCCESSIONS })
  kind!: AreaSuccession;

  @ApiProperty({ type: String, format: 'date', example: '2025-01-01' })
  on!: string;
}

class RegisteredOfArea {
  @ApiProperty({ type: [AreaNameView] })
  names!: AreaNameView[];

  @ApiProperty({ type: [AreaBoundaryView] })
  boundaries!: AreaBoundaryView[];

  @ApiProperty({ type: [AreaSuccessorView] })
  successors!: AreaSuccessorView[];
}

export class AreaBody {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiPropertyOptional({ example: '0126-03' })
  code?: string;

  @ApiPropertyOptional({ description: 'Saknas när området inte fanns · Absent when there was none', example: 'Skogås' })
  name?: string;

  @ApiPropertyOptional({ type: AreaBoundaryOfDayView, description: 'Gränsen den dagen · The boundary of the day' })
  boundary?: AreaBoundaryOfDayView;

  @ApiProperty({ type: [AreaSuccessorView] })
  successors!: AreaSuccessorView[];

  @ApiProperty({ type: RegisteredOfArea, description: 'Allt som är registrerat · Everything registered' })
  registered!: RegisteredOfArea;

  @ApiPropertyOptional({ type: AsOfView })
  asOf?: AsOfView;
}
