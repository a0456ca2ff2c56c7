import { withoutUndefined, type EventStore } from '@liggare/kernel';
import { AsOfResolver, EVENT_STORE, Roles } from '@liggare/platform';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { blame } from '../application/blame.js';
import { diff } from '../application/diff.js';
import { BlameQuery, DiffQuery, entityOf } from './questions.dto.js';
import { BlameBody, DiffBody } from './questions-views.dto.js';

/** What differs between two coordinates, and who is behind each field. Answered from the log alone. */
@ApiTags('Granskning · Audit')
@Controller('v1/audit')
export class QuestionsController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('auditor', 'admin')
  @Get('diff')
  @ApiOperation({
    summary:
      'Skillnaden mellan två koordinater: det vi fått veta, och det som ändrats · The difference between two coordinates: what we came to know, and what changed',
  })
  @ApiOkResponse({ type: DiffBody })
  async diff(@Query() query: DiffQuery) {
    const { fromValidAt, fromKnownAt, toValidAt, toKnownAt, shown } = query;
    const from = await this.asOf.resolve(withoutUndefined({ validAt: fromValidAt, knownAt: fromKnownAt }));
    const to = await this.asOf.resolve(withoutUndefined({ validAt: toValidAt, knownAt: toKnownAt }));
    return { ...(await diff(this.store, entityOf(query), shown, { from, to })), from: from.echo, to: to.echo };
  }

  @Roles('auditor', 'admin')
  @Get('blame')
  @ApiOperation({ summary: 'Fält för fält, vilken händelse som ligger bakom · Field by field, the event behind it' })
  @ApiOkResponse({ type: BlameBody })
  async blame(@Query() query: BlameQuery) {
    const { validAt, knownAt, pointer, shown } = query;
    const asOf = await this.asOf.resolve(withoutUndefined({ validAt, knownAt }));
    const day = validAt === undefined && shown === 'state' ? undefined : asOf.validAt;
    const options = withoutUndefined({ pointer, validAt: day, knownAt: asOf.knownAt });
    return { items: await blame(this.store, entityOf(query), { ...options, shown }) };
  }
}
