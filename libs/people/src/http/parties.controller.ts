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
  type Written,
  type HeaderWriter,
} from '@liggare/platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeParty } from '../application/commands.js';
import { ListParties } from '../application/queries.js';
import type { PartyCommand } from '../domain/party-commands.js';
import { presentParty, type PartyView } from '../domain/party-view.js';
import { partyAggregate } from '../domain/party.js';
import { PartyBody, PartyPage } from './party-views.dto.js';
import {
  CorrectDissolutionDto,
  CorrectPartyNameDto,
  DissolvePartyDto,
  LinkSuccessorDto,
  PartiesQuery,
  RegisterPartyDto,
  RenamePartyDto,
} from './party.dto.js';
import { ReasonDto } from './person.dto.js';

/** Parties: names over time, ends and successors, and corrections of what was registered about them. */
@ApiTags('Partier · Parties')
@Controller('v1/parties')
export class PartiesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly reader: EntityReader,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get()
  @ApiOperation({ summary: 'Partier en viss dag · Parties on a day' })
  @ApiOkResponse({ type: PartyPage })
  async list(@Query() query: PartiesQuery) {
    const asOf = await this.asOf.resolve(query);
    const { items, total } = await this.queries.execute(new ListParties(asOf, query));
    return { ...paged(items, total, query), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id')
  @ApiOperation({ summary: 'Ett parti en viss dag, så som det var känt då eller är känt nu · A party as of a day' })
  @ApiOkResponse({ type: PartyBody })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AsOfQuery,
    @Res({ passthrough: true }) reply: HeaderWriter,
  ) {
    return this.reader.read({ aggregate: partyAggregate, present: presentParty }, id, query, reply);
  }

  @Roles('registrar', 'coordinator')
  @Post()
  @ApiOperation({ summary: 'Registrera ett parti · Register a party' })
  @ApiCreatedResponse({ type: PartyBody })
  async register(@Body() body: RegisterPartyDto, @Sent() sent: SentCommand): Promise<Written<PartyView>> {
    const { newId: partyId, context } = sent;
    const change = { type: 'RegisterParty', partyId, ...withoutUndefined(body) } as const;
    const done = await this.commands.execute(new ChangeParty(partyId, change, context, { expected: 'new' }));
    const view = presentParty(done.state, civilDateAt(context.now));
    return written(done, { id: partyId, location: `/v1/parties/${partyId}`, body: view, created: true });
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/names')
  @ApiOperation({ summary: 'Partiet byter namn från en dag · The party has a new name from a day on' })
  @ApiOkResponse({ type: PartyBody })
  rename(@Param('id', ParseUUIDPipe) id: string, @Body() body: RenamePartyDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'RenameParty', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/names/:nameId/corrections')
  @ApiOperation({ summary: 'Rätta registrets uppgift om ett namn · Correct the registration of a name' })
  @ApiOkResponse({ type: PartyBody })
  correctName(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('nameId', ParseUUIDPipe) nameId: string,
    @Body() body: CorrectPartyNameDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'CorrectPartyName', nameId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/dissolutions')
  @ApiOperation({ summary: 'Partiet har upphört · The party ceased to exist' })
  @ApiOkResponse({ type: PartyBody })
  dissolve(@Param('id', ParseUUIDPipe) id: string, @Body() { on }: DissolvePartyDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'DissolveParty', on }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/dissolutions/:dissolutionId/corrections')
  @ApiOperation({ summary: 'Rätta när partiet upphörde · Correct when the party ceased to exist' })
  @ApiOkResponse({ type: PartyBody })
  correctDissolution(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('dissolutionId', ParseUUIDPipe) dissolutionId: string,
    @Body() body: CorrectDissolutionDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'CorrectDissolution', dissolutionId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/dissolutions/:dissolutionId/retractions')
  @ApiOperation({ summary: 'Upphörandet registrerades av misstag · The end was registered by mistake' })
  @ApiOkResponse({ type: PartyBody })
  retractDissolution(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('dissolutionId', ParseUUIDPipe) dissolutionId: string,
    @Body() body: ReasonDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'RetractDissolution', dissolutionId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/successors')
  @ApiOperation({ summary: 'Partiet går vidare i ett annat · The party goes on in another' })
  @ApiOkResponse({ type: PartyBody })
  linkSuccessor(@Param('id', ParseUUIDPipe) id: string, @Body() body: LinkSuccessorDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'LinkSuccessor', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/successors/:successionId/retractions')
  @ApiOperation({ summary: 'Kopplingen registrerades av misstag · The link was registered by mistake' })
  @ApiOkResponse({ type: PartyBody })
  retractSuccessor(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('successionId', ParseUUIDPipe) successionId: string,
    @Body() body: ReasonDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'RetractSuccessor', successionId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/discards')
  @ApiOperation({ summary: 'Partiet registrerades av misstag · The party was registered by mistake' })
  @ApiOkResponse({ type: PartyBody })
  discard(@Param('id', ParseUUIDPipe) id: string, @Body() body: ReasonDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'DiscardParty', ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, change: PartyCommand, sent: SentCommand): Promise<Written<PartyView>> {
    const options = { expected: sent.ifMatch ?? 'existing' } as const;
    const done = await this.commands.execute(new ChangeParty(id, change, sent.context, options));
    const body = presentParty(done.state, civilDateAt(sent.context.now));
    return written(done, { id, location: `/v1/parties/${id}`, body });
  }
}
