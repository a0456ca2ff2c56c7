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
  type Written,
} from '@liggare/platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DecisionRegister } from '../application/decision-register.js';
import { ChangeMatter } from '../application/messages.js';
import { matterAggregate, type MatterCommand } from '../domain/matter.js';
import { presentMatter, type MatterView } from '../domain/matter-view.js';
import { CloseMatterDto, CorrectMatterDto, LinkMatterDto, MattersQuery, OpenMatterDto } from './matter.dto.js';
import { MatterBody, MatterPage } from './matter-views.dto.js';

/** Matters (ärenden) by registry number. */
@ApiTags('Ärenden · Matters')
@Controller('v1/matters')
export class MattersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reader: EntityReader,
    private readonly register: DecisionRegister,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'admin')
  @Get()
  @ApiOperation({ summary: 'Ärenden · Matters' })
  @ApiOkResponse({ type: MatterPage })
  async list(@Query() query: MattersQuery) {
    const asOf = await this.asOf.resolve(query);
    const { items, total } = await this.register.matters(asOf, query.registryNumber, query);
    return { ...paged(items, total, query), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'admin')
  @Get(':id')
  @ApiOperation({ summary: 'Ett ärende · A matter' })
  @ApiOkResponse({ type: MatterBody })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AsOfQuery,
    @Res({ passthrough: true }) reply: HeaderWriter,
  ) {
    return this.reader.read({ aggregate: matterAggregate, present: presentMatter }, id, query, reply);
  }

  @Roles('registrar', 'coordinator')
  @Post()
  @ApiOperation({ summary: 'Öppna eller registrera ett ärende · Open or register a matter' })
  @ApiCreatedResponse({ type: MatterBody })
  async open(@Body() body: OpenMatterDto, @Sent() sent: SentCommand): Promise<Written<MatterView>> {
    const { newId: matterId, context } = sent;
    const change = { type: 'OpenMatter', matterId, ...withoutUndefined(body) } as const;
    const done = await this.commands.execute(new ChangeMatter(matterId, change, context, { expected: 'new' }));
    return written(done, {
      id: matterId,
      location: `/v1/matters/${matterId}`,
      body: presentMatter(done.state, civilDateAt(context.now)),
      created: true,
    });
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/closures')
  @ApiOperation({ summary: 'Avsluta ärendet · Close the matter' })
  @ApiOkResponse({ type: MatterBody })
  close(@Param('id', ParseUUIDPipe) id: string, @Body() body: CloseMatterDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'CloseMatter', ...body }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/links')
  @ApiOperation({ summary: 'Koppla till ett annat ärende · Link to another matter' })
  @ApiOkResponse({ type: MatterBody })
  link(@Param('id', ParseUUIDPipe) id: string, @Body() body: LinkMatterDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'LinkMatter', ...body }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/registration-corrections')
  @ApiOperation({ summary: 'Rätta registrets uppgift · Correct the register’s entry' })
  @ApiOkResponse({ type: MatterBody })
  correct(@Param('id', ParseUUIDPipe) id: string, @Body() body: CorrectMatterDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'CorrectMatterRegistration', ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, change: MatterCommand, sent: SentCommand): Promise<Written<MatterView>> {
    const options = { expected: sent.ifMatch ?? 'existing' } as const;
    const done = await this.commands.execute(new ChangeMatter(id, change, sent.context, options));
    const body = presentMatter(done.state, civilDateAt(sent.context.now));
    return written(done, { id, location: `/v1/matters/${id}`, body });
  }
}
