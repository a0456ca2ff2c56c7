import { position, withoutUndefined } from '@liggare/kernel';
import { AsOfQuery, AsOfResolver, Problem, Roles } from '@liggare/platform';
import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditLog } from '../application/audit-log.js';
import { EventsQuery, HistoryQuery } from './audit.dto.js';
import { AuditEntryBody, EntityStateBody, HistoryPage } from './audit-views.dto.js';

/** The log for auditors: every event with who, when, on which decision, and what it changed. */
@ApiTags('Granskning · Audit')
@Controller('v1/audit')
export class AuditController {
  constructor(
    private readonly log: AuditLog,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('auditor', 'admin')
  @Get('events')
  @ApiOperation({ summary: 'Loggens händelser i ordning · The events of the log in order' })
  @ApiOkResponse({ type: HistoryPage })
  async events(@Query() query: EventsQuery) {
    const { limit, offset, ...filter } = query;
    return historyPage(await this.log.events(withoutUndefined(filter), position(offset), limit), query);
  }

  @Roles('auditor', 'admin')
  @Get('events/:position')
  @ApiOperation({ summary: 'En händelse · One event' })
  @ApiOkResponse({ type: AuditEntryBody })
  event(@Param('position') at: string) {
    if (!/^\d{1,39}$/.test(at)) throw new Problem('not-found');
    return this.log.event(position(at));
  }

  @Roles('auditor', 'admin', 'registrar', 'coordinator')
  @Get('entities/:type/:id/trail')
  @ApiOperation({
    summary: 'Allt som rör en entitet, med ändringarna fält för fält · Everything that concerns an entity',
  })
  @ApiOkResponse({ type: HistoryPage })
  async trail(@Param('type') type: string, @Param('id', ParseUUIDPipe) id: string, @Query() query: HistoryQuery) {
    return historyPage(await this.log.trail(type, id, position(query.offset), query.limit), query);
  }

  @Roles('auditor', 'admin')
  @Get('entities/:type/:id/state')
  @ApiOperation({ summary: 'En entitet en viss dag, så som den var känd då · An entity on a day, as it was known' })
  @ApiOkResponse({ type: EntityStateBody })
  async state(@Param('type') type: string, @Param('id', ParseUUIDPipe) id: string, @Query() query: AsOfQuery) {
    const asOf = await this.asOf.resolve(query);
    return { ...(await this.log.state(type, id, asOf.validAt, asOf.knownAt)), asOf: asOf.echo };
  }
}

function historyPage<Page extends { items: readonly unknown[]; next?: string }>(page: Page, query: HistoryQuery) {
  const { next, ...rest } = page;
  const _meta = { limit: query.limit, offset: query.offset, count: page.items.length, ...withoutUndefined({ next }) };
  return { ...rest, _meta };
}
