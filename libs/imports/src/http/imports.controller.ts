import type { Executed } from '@liggare/kernel';
import { paged, PageQuery, Roles, Sent, SentCommand, written, type Written } from '@liggare/platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Readable } from 'node:stream';
import { ImportReports } from '../application/import-reports.js';
import { Imports } from '../application/imports.js';
import type { ImportState } from '../domain/import.js';
import { presentImport, type ImportView } from '../domain/import-view.js';
import { handedInAs, XLSX_TYPE } from './file-types.js';
import { HandInQuery, ReverseImportDto, RowsQuery } from './import.dto.js';
import { ImportBody, ImportPage, RowPage } from './import-views.dto.js';

/** The request whose body is a file, not yet read. */
interface FileRequest {
  readonly raw: Readable;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** Files that are tried, recorded all or nothing, and reversed as a set. */
@ApiTags('Importer · Imports')
@Controller('v1/imports')
export class ImportsController {
  constructor(
    private readonly imports: Imports,
    private readonly reports: ImportReports,
  ) {}

  @Roles('registrar')
  @Post()
  @ApiOperation({ summary: 'Lämna in en fil och pröva den · Hand in a file and try it' })
  @ApiConsumes('text/csv', XLSX_TYPE, 'application/vnd.popolo+json')
  @ApiBody({ description: 'Filen · The file', schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: ImportBody })
  @ApiOkResponse({ type: ImportBody, description: 'Filen fanns redan: inget ändras · The file was here already' })
  async handIn(@Query() { content }: HandInQuery, @Req() request: FileRequest, @Sent() sent: SentCommand) {
    const about = handedInAs(content, request.headers['content-type']);
    const done = await this.imports.handIn(request.raw, about, sent.context);
    return answer(done, !done.repeated);
  }

  @Roles('registrar', 'coordinator', 'auditor', 'admin')
  @Get()
  @ApiOperation({ summary: 'Importer, den senaste först · Imports, the latest first' })
  @ApiOkResponse({ type: ImportPage })
  async list(@Query() query: PageQuery) {
    const { items, total } = await this.reports.imports(query);
    return paged(items, total, query);
  }

  @Roles('registrar', 'coordinator', 'auditor', 'admin')
  @Get(':id')
  @ApiOperation({ summary: 'En import · An import' })
  @ApiOkResponse({ type: ImportBody })
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    return presentImport(await this.imports.find(id));
  }

  @Roles('registrar', 'auditor')
  @Get(':id/rows')
  @ApiOperation({
    summary: 'Rad för rad: vad som införs, och anmärkningar · Row by row: what is recorded, and remarks',
  })
  @ApiOkResponse({ type: RowPage })
  async rows(@Param('id', ParseUUIDPipe) id: string, @Query() query: RowsQuery) {
    await this.imports.find(id);
    const { items, total } = await this.reports.rows(id, query.severity, query);
    return paged(items, total, query);
  }

  @Roles('registrar')
  @Post(':id/trials')
  @ApiOperation({ summary: 'Pröva igen · Try again' })
  @ApiOkResponse({ type: ImportBody })
  async tryAgain(@Param('id', ParseUUIDPipe) id: string, @Sent() sent: SentCommand) {
    return answer(await this.imports.tryAgain(id, sent.context));
  }

  @Roles('registrar')
  @Post(':id/executions')
  @ApiOperation({ summary: 'För in alla rader, eller ingen · Record all rows, or none' })
  @ApiOkResponse({ type: ImportBody })
  async execute(@Param('id', ParseUUIDPipe) id: string, @Sent() sent: SentCommand) {
    return answer(await this.imports.execute(id, sent.context));
  }

  @Roles('registrar')
  @Post(':id/reversals')
  @ApiOperation({ summary: 'Rätta bort allt som importen förde in · Correct away everything the import recorded' })
  @ApiOkResponse({ type: ImportBody })
  async reverse(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReverseImportDto,
    @Sent() sent: SentCommand,
  ) {
    return answer(await this.imports.reverse(id, reason, sent.context));
  }
}

function answer(done: Executed<ImportState>, created = false): Written<ImportView> {
  const { id } = done.state;
  return written(done, { id, location: `/v1/imports/${id}`, body: presentImport(done.state), created });
}
