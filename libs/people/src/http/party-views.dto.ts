import { AsOfView, PageMeta } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SUCCESSION_KINDS } from '../domain/party-events.js';

const ID = '5f0f2f3e-0d5c-5a53-8c3f-3b8a1c0f9a11';
const FACT = '2f7f9e57-0b6e-5b39-8a4c-5d9f1b6a7e02';

export class PartyNameView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  nameId!: string;

  @ApiProperty({ example: 'Fiktionspartiet' })
  name!: string;

  @ApiPropertyOptional({ example: 'FiP' })
  abbreviation?: string;

  @ApiPropertyOptional({
    description: 'Första dagen; saknas när den inte är känd · First day; absent when it is not known',
    example: '2015-11-22',
    format: 'date',
  })
  from?: string;
}

export class DissolutionView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  dissolutionId!: string;

  @ApiProperty({ description: 'Ofullständigt datum (EDTF) · Partial date (EDTF)', example: '2022-12' })
  on!: string;
}

export class SuccessionView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  successionId!: string;

  @ApiProperty({ example: ID, format: 'uuid' })
  successorId!: string;

  @ApiProperty({ enum: SUCCESSION_KINDS, example: 'merger' })
  kind!: string;

  @ApiPropertyOptional({ example: '2022-12-01', format: 'date' })
  from?: string;
}

export class PartyBody {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiPropertyOptional({
    description:
      'Posten togs upp av misstag; inget mer finns kvar av den · The entry was a mistake; no more is left of it',
    example: true,
  })
  registeredInError?: true;

  @ApiPropertyOptional({ description: 'Namn den dagen · Name on the day', example: 'Fiktionspartiet' })
  name?: string;

  @ApiPropertyOptional({ description: 'Förkortning den dagen · Abbreviation on the day', example: 'FiP' })
  abbreviation?: string;

  @ApiPropertyOptional({
    type: DissolutionView,
    description: 'Anges när partiet kan ha upphört den dagen · Given when it may have ceased to exist by the day',
  })
  dissolution?: DissolutionView;

  @ApiProperty({
    type: [SuccessionView],
    description:
      'Partier som kommit efter det, så långt som den dagen · Parties that came after it, as far as they had by the day',
  })
  successors!: SuccessionView[];

  @ApiProperty({ type: [PartyNameView], description: 'Alla dess namn, oavsett dag · All its names, whatever the day' })
  names!: PartyNameView[];

  @ApiPropertyOptional({ type: AsOfView })
  asOf?: AsOfView;
}

export class PartyItem {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Namn den dagen · Name on the day', example: 'Fiktionspartiet' })
  name!: string;

  @ApiPropertyOptional({ description: 'Förkortning den dagen · Abbreviation on the day', example: 'FiP' })
  abbreviation?: string;

  @ApiPropertyOptional({ description: 'Ofullständigt datum (EDTF) · Partial date (EDTF)', example: '2022-12' })
  dissolved?: string;
}

export class PartyPage {
  @ApiProperty({ type: [PartyItem] })
  items!: PartyItem[];

  @ApiProperty({ type: PageMeta })
  _meta!: PageMeta;

  @ApiProperty({ type: AsOfView })
  asOf!: AsOfView;
}
