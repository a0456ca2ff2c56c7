import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** Only digits become a number; anything else stays what it is, and is refused. */
export const digits = ({ value }: TransformFnParams): unknown =>
  typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;

export class PageQuery {
  @ApiPropertyOptional({
    type: 'integer',
    description: 'Antal per sida · Items per page',
    default: 20,
    minimum: 1,
    maximum: 200,
  })
  @Transform(digits)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 20;

  @ApiPropertyOptional({ type: 'integer', description: 'Antal att hoppa över · Items to skip', default: 0, minimum: 0 })
  @Transform(digits)
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  offset = 0;
}

export class PageMeta {
  @ApiProperty({ example: 20 })
  limit!: number;

  @ApiProperty({ example: 0 })
  offset!: number;

  @ApiProperty({ description: 'Antal på den här sidan · Items on this page', example: 1 })
  count!: number;

  @ApiProperty({ description: 'Antal i allt · Items in all', example: 1 })
  totalRecords!: number;
}

export interface Paged<Item> {
  readonly items: readonly Item[];
  readonly _meta: PageMeta;
}

const made = new WeakSet();

/** One page of a list, out of `total`. The answer also gets `Link` headers to the pages around it. */
export function paged<Item>(
  items: readonly Item[],
  total: number,
  { limit, offset }: Pick<PageQuery, 'limit' | 'offset'>,
): Paged<Item> {
  const meta = { limit, offset, count: items.length, totalRecords: total };
  made.add(meta);
  return { items, _meta: meta };
}

/** The page's figures when {@link paged} made the body, or what the body was spread from. */
export function pageMetaOf(body: unknown): PageMeta | undefined {
  const meta = (body as Partial<Paged<unknown>> | null | undefined)?._meta;
  return meta && made.has(meta) ? meta : undefined;
}
