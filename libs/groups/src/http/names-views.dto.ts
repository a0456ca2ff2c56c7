import { sealedText } from '@liggare/platform';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { PARTY, PERSON } from './example-ids.js';

export class PersonLabelView {
  @ApiProperty(sealedText('Förnamn den dagen · Given name on the day', 'Amanda'))
  givenName!: unknown;

  @ApiProperty(sealedText('Efternamn den dagen · Family name on the day', 'Exempelsson'))
  familyName!: unknown;

  @ApiPropertyOptional({
    description:
      'Den person som står för den här, när de visat sig vara samma människa · Who stands for this person, when the two are one',
    example: PERSON,
    format: 'uuid',
  })
  samePersonAs?: string;
}

export class PartyLabelView {
  @ApiProperty({ description: 'Namn den dagen · Name on the day', example: 'Fiktionspartiet' })
  name!: string;

  @ApiPropertyOptional({ description: 'Förkortning · Abbreviation', example: 'FiP' })
  abbreviation?: string;
}

/** What the persons and parties in an answer are called. */
@ApiExtraModels(PersonLabelView, PartyLabelView)
export class NamesView {
  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(PersonLabelView) },
    description: 'Personerna i svaret, efter id · The persons in the answer, by id',
    example: { [PERSON]: { givenName: 'Amanda', familyName: 'Exempelsson' } },
  })
  persons!: Record<string, PersonLabelView>;

  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(PartyLabelView) },
    description: 'Partierna i svaret, efter id · The parties in the answer, by id',
    example: { [PARTY]: { name: 'Fiktionspartiet', abbreviation: 'FiP' } },
  })
  parties!: Record<string, PartyLabelView>;
}
