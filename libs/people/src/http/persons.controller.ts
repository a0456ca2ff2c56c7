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
import { ChangePerson } from '../application/commands.js';
import { MergedPersons } from '../application/merged-persons.js';
import { ListPersons } from '../application/queries.js';
import type { PersonCommand } from '../domain/person-commands.js';
import { presentPerson, type PersonView } from '../domain/person-view.js';
import { personAggregate } from '../domain/person.js';
import { PersonBody, PersonPage } from './person-views.dto.js';
import {
  ChangeNameDto,
  ContactDetailsDto,
  CorrectAffiliationDto,
  CorrectDeathDto,
  CorrectNameDto,
  EndAffiliationDto,
  PersonsQuery,
  ReasonDto,
  RecordDeathDto,
  RegisterPersonDto,
  StartAffiliationDto,
} from './person.dto.js';

/** Persons: names, contact details, affiliations, death, and corrections of what was registered about them. */
@ApiTags('Personer · Persons')
@Controller('v1/persons')
export class PersonsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly reader: EntityReader,
    private readonly asOf: AsOfResolver,
    private readonly merged: MergedPersons,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'admin')
  @Get()
  @ApiOperation({ summary: 'Personer en viss dag, även sökta på namn · Persons on a day, also searched by name' })
  @ApiOkResponse({ type: PersonPage })
  async list(@Query() query: PersonsQuery) {
    const asOf = await this.asOf.resolve(query);
    const filter = withoutUndefined({ q: query.q, partyId: query.partyId });
    const { items, total } = await this.queries.execute(new ListPersons(asOf, query, filter));
    return { ...paged(items, total, query), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'admin')
  @Get(':id')
  @ApiOperation({ summary: 'En person en viss dag, så som den var känd då eller är känd nu · A person as of a day' })
  @ApiOkResponse({ type: PersonBody })
  async get(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AsOfQuery,
    @Res({ passthrough: true }) reply: HeaderWriter,
  ) {
    const { validAt, knownAt } = await this.asOf.resolve(query);
    const person = await this.reader.read({ aggregate: personAggregate, present: presentPerson }, id, query, reply);
    return { ...person, standsFor: await this.merged.of(person.standsFor, validAt, knownAt) };
  }

  @Roles('registrar', 'coordinator')
  @Post()
  @ApiOperation({ summary: 'Registrera en person · Register a person' })
  @ApiCreatedResponse({ type: PersonBody })
  async register(@Body() body: RegisterPersonDto, @Sent() sent: SentCommand): Promise<Written<PersonView>> {
    const { newId: personId, context } = sent;
    const change = { type: 'RegisterPerson', personId, ...withoutUndefined(body) } as const;
    const done = await this.commands.execute(new ChangePerson(personId, change, context, { expected: 'new' }));
    const view = presentPerson(done.state, civilDateAt(context.now));
    return written(done, { id: personId, location: `/v1/persons/${personId}`, body: view, created: true });
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/names')
  @ApiOperation({ summary: 'Nytt namn från en dag · A new name from a day on' })
  @ApiOkResponse({ type: PersonBody })
  changeName(@Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeNameDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'ChangeName', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/names/:nameId/corrections')
  @ApiOperation({ summary: 'Rätta registrets uppgift om ett namn · Correct the registration of a name' })
  @ApiOkResponse({ type: PersonBody })
  correctName(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('nameId', ParseUUIDPipe) nameId: string,
    @Body() body: CorrectNameDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'CorrectName', nameId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/contact-details')
  @ApiOperation({ summary: 'Ersätt kontaktuppgifterna · Replace the contact details' })
  @ApiOkResponse({ type: PersonBody })
  changeContact(@Param('id', ParseUUIDPipe) id: string, @Body() body: ContactDetailsDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'ChangeContactDetails', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/affiliations')
  @ApiOperation({ summary: 'Personen företräder ett parti · The person represents a party' })
  @ApiCreatedResponse({ type: PersonBody })
  async startAffiliation(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: StartAffiliationDto,
    @Sent() sent: SentCommand,
  ): Promise<Written<PersonView>> {
    const change = { type: 'StartAffiliation', ...withoutUndefined(body) } as const;
    const options = { expected: sent.ifMatch ?? 'existing' } as const;
    const done = await this.commands.execute(new ChangePerson(id, change, sent.context, options));
    const { affiliationId } = done.events[0]!.data as { affiliationId: string };
    const view = presentPerson(done.state, civilDateAt(sent.context.now));
    return written(done, {
      id,
      location: `/v1/persons/${id}/affiliations/${affiliationId}`,
      body: view,
      created: true,
    });
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/affiliations/:affiliationId/ends')
  @ApiOperation({ summary: 'Personen företräder inte längre partiet · The person no longer represents the party' })
  @ApiOkResponse({ type: PersonBody })
  endAffiliation(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('affiliationId', ParseUUIDPipe) affiliationId: string,
    @Body() { to }: EndAffiliationDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'EndAffiliation', affiliationId, to }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/affiliations/:affiliationId/corrections')
  @ApiOperation({ summary: 'Rätta registrets uppgift om en partitillhörighet · Correct an affiliation' })
  @ApiOkResponse({ type: PersonBody })
  correctAffiliation(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('affiliationId', ParseUUIDPipe) affiliationId: string,
    @Body() body: CorrectAffiliationDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'CorrectAffiliation', affiliationId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/affiliations/:affiliationId/retractions')
  @ApiOperation({ summary: 'Partitillhörigheten har aldrig funnits · The affiliation never was' })
  @ApiOkResponse({ type: PersonBody })
  retractAffiliation(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('affiliationId', ParseUUIDPipe) affiliationId: string,
    @Body() body: ReasonDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'RetractAffiliation', affiliationId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/deaths')
  @ApiOperation({ summary: 'Personen har avlidit · The person died' })
  @ApiOkResponse({ type: PersonBody })
  recordDeath(@Param('id', ParseUUIDPipe) id: string, @Body() { on }: RecordDeathDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'RecordDeath', on }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/deaths/:deathId/corrections')
  @ApiOperation({ summary: 'Rätta registrets uppgift om dödsdagen · Correct the day of death' })
  @ApiOkResponse({ type: PersonBody })
  correctDeath(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('deathId', ParseUUIDPipe) deathId: string,
    @Body() body: CorrectDeathDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'CorrectDeath', deathId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/deaths/:deathId/retractions')
  @ApiOperation({ summary: 'Dödsfallet registrerades av misstag · The death was registered by mistake' })
  @ApiOkResponse({ type: PersonBody })
  retractDeath(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('deathId', ParseUUIDPipe) deathId: string,
    @Body() body: ReasonDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'RetractDeath', deathId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/discards')
  @ApiOperation({ summary: 'Personen registrerades av misstag · The person was registered by mistake' })
  @ApiOkResponse({ type: PersonBody })
  discard(@Param('id', ParseUUIDPipe) id: string, @Body() body: ReasonDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'DiscardPerson', ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, change: PersonCommand, sent: SentCommand): Promise<Written<PersonView>> {
    const options = { expected: sent.ifMatch ?? 'existing' } as const;
    const done = await this.commands.execute(new ChangePerson(id, change, sent.context, options));
    const body = presentPerson(done.state, civilDateAt(sent.context.now));
    return written(done, { id, location: `/v1/persons/${id}`, body });
  }
}
