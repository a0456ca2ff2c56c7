import { IsLine, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

export class BundleQuery {
  @ApiProperty({
    description: 'Varför mottagaren får paketet; står i det · Why the receiver gets it; stands in the bundle',
    example: 'revision 2026',
  })
  @IsLine(200)
  purpose!: string;

  @ApiPropertyOptional({
    enum: ['all', 'none'],
    default: 'none',
    description: 'Med namn och texter som får visas, eller utan · With names and texts that may be shown, or without',
    example: 'none',
  })
  @MayBeAbsent()
  @IsIn(['all', 'none'])
  disclose: 'all' | 'none' = 'none';
}
