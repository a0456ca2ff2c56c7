import { Problem } from '@liggare/platform';
import { Injectable, type PipeTransform } from '@nestjs/common';

/** The number of a seat or a version in a path. */
@Injectable()
export class ParseNumber implements PipeTransform<string, number> {
  transform(text: string): number {
    if (!/^[1-9]\d{0,2}$/.test(text)) throw new Problem('not-found');
    return Number(text);
  }
}
