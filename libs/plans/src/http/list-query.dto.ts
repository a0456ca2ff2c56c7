import { AsOfQuery, PageQuery } from '@liggare/platform';
import { IntersectionType } from '@nestjs/swagger';

/** A page of what there is on a day. */
export class ListQuery extends IntersectionType(AsOfQuery, PageQuery) {}
