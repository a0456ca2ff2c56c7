import { AsOfView, PageMeta } from '@liggare/platform';
import { ApiProperty } from '@nestjs/swagger';
import {
  INITIATIVE_KINDS,
  INITIATIVE_STATUSES,
  INITIATIVE_SUCCESSIONS,
  PREVENTION_LEVELS,
  RESPONSIBILITY_ROLES,
} from '../domain/initiative-vocabulary.js';

const ID = '5f0f2f3e-0d5c-5a53-8c3f-3b8a1c0f9a11';

export class ResponsibleItem {
  @ApiProperty({ example: ID, format: 'uuid' })
  responsibilityId!: string;

  @ApiProperty({ example: ID, format: 'uuid', nullable: true, type: String })
  groupId!: string | null;

  @ApiProperty({ example: null, nullable: true, type: String })
  name!: string | null;

  @ApiProperty({ enum: RESPONSIBILITY_ROLES, example: 'lead' })
  role!: string;
}

export class LineageItem {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: INITIATIVE_SUCCESSIONS, example: 'merged' })
  kind!: string;

  @ApiProperty({ example: '2026-04-13', format: 'date' })
  on!: string;
}

export class InitiativeItemView {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Benämning den dagen · Title on the day', example: 'Trygga stråk' })
  title!: string;

  @ApiProperty({ example: 'Otrygga platser', nullable: true, type: String })
  problem!: string | null;

  @ApiProperty({ enum: INITIATIVE_KINDS, isArray: true, example: ['situational'] })
  kinds!: string[];

  @ApiProperty({ enum: PREVENTION_LEVELS, example: 'universal' })
  level!: string;

  @ApiProperty({
    enum: [...INITIATIVE_STATUSES, null],
    description: 'Null: ännu inte aktuell · not yet on the agenda',
    example: 'ongoing',
    nullable: true,
    type: String,
  })
  status!: string | null;

  @ApiProperty({ description: 'Ofullständigt datum (EDTF)', example: '2023', nullable: true, type: String })
  statusSince!: string | null;

  @ApiProperty({ type: [String], example: ['Flemingsberg'] })
  areas!: string[];

  @ApiProperty({ type: [ResponsibleItem] })
  responsible!: ResponsibleItem[];

  @ApiProperty({ type: [LineageItem], description: 'Vad den gått vidare i · What it went on in' })
  successors!: LineageItem[];

  @ApiProperty({ type: [LineageItem], description: 'Vad den kommer ur · What it came from' })
  predecessors!: LineageItem[];
}

export class InitiativePage {
  @ApiProperty({ type: [InitiativeItemView] })
  items!: InitiativeItemView[];

  @ApiProperty({ type: PageMeta })
  _meta!: PageMeta;

  @ApiProperty({ type: AsOfView })
  asOf!: AsOfView;
}
