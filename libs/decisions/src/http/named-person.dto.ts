import { IsLine, IsUuidString, MayBeAbsent, sealedText } from '@liggare/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { PERSON } from './example-ids.js';

/** A person of the register, or the name of one who is not. One of the two is needed. */
export class NamedPersonDto {
  @ApiPropertyOptional({
    description: 'Personen, om registrerad · The person, when registered',
    example: PERSON,
    format: 'uuid',
  })
  @MayBeAbsent()
  @IsUuidString()
  personId?: string;

  @ApiPropertyOptional({
    description: 'Namn på någon som inte är registrerad · Name of one who is not registered',
    example: 'Siri Stafettsson',
  })
  @MayBeAbsent()
  @IsLine(300)
  name?: string;
}

export class NamedPersonView {
  @ApiPropertyOptional({
    description: 'Personen, om registrerad · The person, when registered',
    example: PERSON,
    format: 'uuid',
  })
  personId?: string;

  @ApiPropertyOptional(sealedText('Namn på någon som inte är registrerad · Name of one who is not', 'Siri Stafettsson'))
  name?: unknown;
}
