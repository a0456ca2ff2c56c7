import { IsLines, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Equals, IsUUID } from 'class-validator';
import { idField, textField } from './fields.js';

/** A correction of what the register says. */
export class CorrectionDto {
  @ApiProperty(idField('Uppgiften som var fel registrerad · The fact that was registered wrongly'))
  @IsUUID()
  corrects!: string;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'Uppgiften ska inte finnas alls · There was no such fact',
    enum: [true],
    example: true,
  })
  @MayBeAbsent()
  @Equals(true)
  withdrawn?: true;

  @ApiPropertyOptional(textField('Varför; försluten · Why; sealed', 'Fel dag avskriven', 2000))
  @MayBeAbsent()
  @IsLines(2000)
  reason?: string;
}
