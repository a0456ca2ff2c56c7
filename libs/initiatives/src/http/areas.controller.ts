import { civilDateAt, withoutUndefined } from '@liggare/kernel';
import {
  AsOfQuery,
  AsOfResolver,
  EntityReader,
  paged,
  Roles,
  Sent,
  SentCommand,
  written,
  type HeaderWriter,
} from '@liggare/platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeArea } from '../application/area-handlers.js';
import { AreaList } from '../application/area-list.js';
import type { AreaCommand } from '../domain/area-commands.js';
import { presentArea } from '../domain/area-view.js';
import { areaAggregate } from '../domain/area.js';
import { AreaBody } from './area-views.dto.js';
import {
  AreaPage,
  AreasQuery,
  ChangeBoundaryDto,
  CorrectAreaRegistrationDto,
  RegisterAreaDto,
  RenameAreaDto,
  SucceedAreaDto,
} from './area.dto.js';

/** Areas: names, boundaries and successions with their days. */
@ApiTags('Områden · Areas')
@Controller('v1/areas')
export class AreasController {
  constructor(
    private readonly commands: CommandBus,
    private readonly areas: AreaList,
    private readonly reader: EntityReader,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get()
  @ApiOperation({ summary: 'Områden en viss dag · Areas on a day' })
  @ApiOkResponse({ type: AreaPage })
  async list(@Query() query: AreasQuery) {
    const asOf = await this.asOf.resolve(query);
    const { items, total } = await this.areas.list(asOf, query);
    return { ...paged(items, total, query), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id')
  @ApiOperation({ summary: 'Ett område en viss dag · An area on a day' })
  @ApiOkResponse({ type: AreaBody })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AsOfQuery,
    @Res({ passthrough: true }) reply: HeaderWriter,
  ) {
    return this.reader.read({ aggregate: areaAggregate, present: presentArea }, id, query, reply);
  }

  @Roles('registrar', 'coordinator')
  @Post()
  @ApiOperation({ summary: 'Registrera ett område · Register an area' })
  @ApiCreatedResponse({ type: AreaBody })
  register(@Body() body: RegisterAreaDto, @Sent() sent: SentCommand) {
    const { newId: areaId } = sent;
    return this.change(areaId, { type: 'RegisterArea', areaId, ...withoutUndefined(body) }, sent, true);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/names')
  @ApiOperation({ summary: 'Området heter något annat från en dag · It has another name from a day on' })
  @ApiOkResponse({ type: AreaBody })
  rename(@Param('id', ParseUUIDPipe) id: string, @Body() body: RenameAreaDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'RenameArea', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/boundaries')
  @ApiOperation({ summary: 'Gränsen går på ett annat sätt från en dag · The boundary runs otherwise from a day on' })
  @ApiOkResponse({ type: AreaBody })
  bound(@Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeBoundaryDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'ChangeBoundary', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/successors')
  @ApiOperation({ summary: 'Området delas, eller slås ihop med andra · The area is split, or merged with others' })
  @ApiOkResponse({ type: AreaBody })
  succeed(@Param('id', ParseUUIDPipe) id: string, @Body() body: SucceedAreaDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'SucceedArea', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/registration-corrections')
  @ApiOperation({ summary: 'Rätta registrets uppgift · Correct what the register says' })
  @ApiOkResponse({ type: AreaBody })
  correct(@Param('id', ParseUUIDPipe) id: string, @Body() body: CorrectAreaRegistrationDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'CorrectAreaRegistration', ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, change: AreaCommand, sent: SentCommand, created = false) {
    const options = { expected: sent.ifMatch ?? (created ? ('new' as const) : ('existing' as const)) };
    const done = await this.commands.execute(new ChangeArea(id, change, sent.context, options));
    const body = presentArea(done.state, civilDateAt(sent.context.now));
    return written(done, { id, location: `/v1/areas/${id}`, body, created });
  }
}
