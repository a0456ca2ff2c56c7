import {
  civilDateAt,
  instant,
  isCivilDate,
  position,
  type CivilDate,
  type Clock,
  type EventStore,
  type Position,
} from '@liggare/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Matches, ValidateIf } from 'class-validator';
import { Problem } from '../problems/problem.js';
import { CLOCK, EVENT_STORE } from '../tokens.js';
import { IsCivilDate } from '../validation/is-civil-date.js';

const given = (_: object, value: unknown) => value !== undefined;

/** Both time axes of a read. */
export class AsOfQuery {
  @ApiPropertyOptional({
    description:
      'Giltig den dagen (civilt datum, Europe/Stockholm); i dag om inget anges · Valid on that day; today by default',
    example: '2024-07-01',
    format: 'date',
  })
  @ValidateIf(given)
  @IsCivilDate()
  validAt?: string;

  @ApiPropertyOptional({
    description:
      'Så som registret visste då: tidpunkt (RFC 3339) eller position i loggen · As the register knew it then: an instant or a log position',
    example: '2024-07-01T10:00:00Z',
  })
  @ValidateIf(given)
  @Matches(/^(\d{1,39}|\d{4}-\d{2}-\d{2}T[0-9:.]{8,18}(Z|[+-]\d{2}:\d{2}))$/, {
    message: 'must be an RFC 3339 date-time with offset, or a log position in digits',
  })
  knownAt?: string;
}

/** A resolved pair of coordinates. */
export interface AsOf {
  readonly validAt: CivilDate;
  /** Absent: everything that is known now. */
  readonly knownAt?: Position;
  /** What the answer says it shows. */
  readonly echo: AsOfView;
}

export class AsOfView {
  @ApiProperty({
    description: 'Dagen svaret gäller · The day the answer is about',
    example: '2024-07-01',
    format: 'date',
  })
  validAt!: string;

  @ApiProperty({
    description:
      'Sista position i loggen som svaret bygger på, eller now · Last log position the answer rests on, or now',
    example: '1204',
  })
  knownAt!: string;
}

/** Turns the query's texts into a day and a log position. */
@Injectable()
export class AsOfResolver {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a day or moment that does not exist, or a position the log has not reached. */
  async resolve(query: Pick<AsOfQuery, 'validAt' | 'knownAt'>): Promise<AsOf> {
    const validAt = query.validAt ?? civilDateAt(this.clock.now());
    if (!isCivilDate(validAt)) throw invalid('validAt', 'must be a civil date, YYYY-MM-DD');
    if (query.knownAt === undefined) return { validAt, echo: { validAt, knownAt: 'now' } };
    const knownAt = await this.positionOf(query.knownAt);
    return { validAt, knownAt, echo: { validAt, knownAt: knownAt.toString() } };
  }

  private async positionOf(text: string): Promise<Position> {
    if (/^\d+$/.test(text)) {
      const asked = position(text);
      if (asked > (await this.store.head())) throw invalid('knownAt', 'is a position the log has not reached');
      return asked;
    }
    try {
      return await this.store.positionAt(instant(text));
    } catch (error) {
      if (error instanceof RangeError) throw invalid('knownAt', 'is no moment of the calendar');
      throw error;
    }
  }
}

function invalid(name: string, detail: string): Problem {
  return new Problem('invalid-fields', {
    errors: [{ pointer: `?${name}`, code: 'invalid', detail: `${name} ${detail}` }],
  });
}
