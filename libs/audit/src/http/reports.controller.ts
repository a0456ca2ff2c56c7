import type { Database } from '@liggare/database';
import { NotFound, withoutUndefined, type CivilDate, type EventStore } from '@liggare/kernel';
import { AsOfResolver, EVENT_STORE, READ_DATABASE, Roles } from '@liggare/platform';
import { Controller, Get, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { reportCsv } from '../application/reports/report-csv.js';
import { makeReport, REPORTS, type MadeReport } from '../application/reports/reports.js';
import { ReportBody, ReportList, ReportQuery } from './reports.dto.js';

/** In JSON; a CSV is streamed, and has every row. */
const MOST_ROWS = 10_000;

/** Reports for auditors: tables made anew from the log. */
@ApiTags('Granskning · Audit')
@ApiExtraModels(ReportBody)
@Controller('v1/audit/reports')
export class ReportsController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_DATABASE) private readonly database: Database,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('auditor', 'admin')
  @Get()
  @ApiOperation({ summary: 'Rapporterna och deras kolumner · The reports and their columns' })
  @ApiOkResponse({ type: ReportList })
  list() {
    return { items: REPORTS.map(({ name, title, columns }) => ({ name, title, columns })) };
  }

  @Roles('auditor', 'admin')
  @Get(':name')
  @ApiOperation({ summary: 'En rapport, som JSON eller CSV · A report, as JSON or CSV' })
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ReportBody) } },
      'text/csv': { schema: { type: 'string', format: 'binary' } },
    },
  })
  async report(@Param('name') name: string, @Query() query: ReportQuery) {
    const definition = REPORTS.find((each) => each.name === name);
    if (!definition) throw new NotFound('report', name);
    const { format, language, graceDays, actor, since } = query;
    const { knownAt } = await this.asOf.resolve(query);
    const order = { graceDays, ...withoutUndefined({ knownAt, actor, since: since as CivilDate | undefined }) };
    const made = await makeReport({ store: this.store, database: this.database }, definition, order);
    if (format === 'json') return inJson(made);
    return new StreamableFile(Readable.from(reportCsv(made, language)), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="liggare-${name}-${made.knownAt}.csv"`,
    });
  }
}

async function inJson({ rows, knownAt, ...rest }: MadeReport) {
  const shown: unknown[] = [];
  let truncated = false;
  for await (const row of rows) {
    if ((truncated = shown.length === MOST_ROWS)) break;
    shown.push(row);
  }
  return { ...rest, knownAt: knownAt.toString(), rows: shown, truncated };
}
