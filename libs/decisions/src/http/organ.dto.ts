import { IsLine, IsUuidString, MayBeAbsent } from '@liggare/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { GROUP } from './example-ids.js';

/** Who decided, as well as it is known: a body of the register, a name, or candidates. Empty: unknown. */
export class OrganDto {
  @ApiPropertyOptional({
    description: 'Organet, om det finns i registret · The body, if it is in the register',
    example: GROUP,
    format: 'uuid',
  })
  @MayBeAbsent()
  @IsUuidString()
  groupId?: string;

  @ApiPropertyOptional({
    description: 'Namn på någon utanför registret · Name of one outside it',
    example: 'Förvaltningsrätten',
  })
  @MayBeAbsent()
  @IsLine(200)
  name?: string;

  @ApiPropertyOptional({
    description: 'Möjliga organ · Possible bodies',
    type: [String],
    example: ['Kommunfullmäktige', 'Kommunstyrelsen'],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(10)
  @IsLine(200, { each: true })
  candidates?: string[];
}
