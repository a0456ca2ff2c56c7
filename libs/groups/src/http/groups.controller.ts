import type { Database } from '@liggare/database';
import { withoutUndefined, type CivilDate } from '@liggare/kernel';
import {
  AsOfQuery,
  AsOfResolver,
  EntityReader,
  paged,
  READ_DATABASE,
  Roles,
  Sent,
  SentCommand,
  type HeaderWriter,
} from '@liggare/platform';
import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { listGroups } from '../application/list-groups.js';
import { presentGroup } from '../domain/group-view.js';
import { groupAggregate } from '../domain/group.js';
import type { GroupState } from '../domain/state.js';
import { GroupCommands } from './group-commands.js';
import { DissolveGroupDto, EstablishGroupDto, GroupsQuery, NameSuccessorDto, RenameGroupDto } from './group.dto.js';
import { AdoptInstructionDto, ChangeSeatsDto, CorrectInstructionDto } from './instruction.dto.js';
import { EndFunctionSeatDto, ExplainVacancyDto, FunctionSeatDto } from './seat.dto.js';
import { ParseNumber } from './parse-number.js';
import { GroupBody, GroupPage } from './group-views.dto.js';

/** Groups: their term, instructions, seats and end. */
@ApiTags('Grupper · Groups')
@Controller('v1/groups')
export class GroupsController {
  constructor(
    private readonly groups: GroupCommands,
    private readonly reader: EntityReader,
    private readonly asOf: AsOfResolver,
    @Inject(READ_DATABASE) private readonly database: Database,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get()
  @ApiOperation({ summary: 'Grupper en viss dag · Groups on a day' })
  @ApiOkResponse({ type: GroupPage })
  async list(@Query() query: GroupsQuery) {
    const asOf = await this.asOf.resolve(query);
    const filter = withoutUndefined({ legalForm: query.legalForm, existing: query.existing === 'true' });
    const { items, total } = await listGroups(this.database, asOf, filter, query);
    return { ...paged(items, total, query), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id')
  @ApiOperation({ summary: 'En grupp en viss dag · A group on a day' })
  @ApiOkResponse({ type: GroupBody })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AsOfQuery,
    @Res({ passthrough: true }) reply: HeaderWriter,
  ) {
    const present = (state: GroupState, day: CivilDate) => ({ id, ...presentGroup(state, day) });
    return this.reader.read({ aggregate: groupAggregate, present }, id, query, reply);
  }

  @Roles('registrar', 'coordinator')
  @Post()
  @ApiOperation({ summary: 'Registrera en grupp · Register a group' })
  @ApiCreatedResponse({ type: GroupBody })
  establish(@Body() body: EstablishGroupDto, @Sent() sent: SentCommand) {
    return this.groups.establish({ type: 'EstablishGroup', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/names')
  @ApiOperation({ summary: 'Nytt namn från en dag · A new name from a day on' })
  @ApiOkResponse({ type: GroupBody })
  rename(@Param('id', ParseUUIDPipe) id: string, @Body() body: RenameGroupDto, @Sent() sent: SentCommand) {
    return this.groups.change(id, { type: 'RenameGroup', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/successors')
  @ApiOperation({ summary: 'Efterföljare · Successor' })
  @ApiOkResponse({ type: GroupBody })
  succeed(@Param('id', ParseUUIDPipe) id: string, @Body() body: NameSuccessorDto, @Sent() sent: SentCommand) {
    return this.groups.change(id, { type: 'NameSuccessor', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/instructions')
  @ApiOperation({ summary: 'Instruktion som antagits · An instruction that was adopted' })
  @ApiOkResponse({ type: GroupBody })
  adopt(@Param('id', ParseUUIDPipe) id: string, @Body() body: AdoptInstructionDto, @Sent() sent: SentCommand) {
    return this.groups.change(id, { type: 'AdoptInstruction', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/instructions/:version/corrections')
  @ApiOperation({ summary: 'Rätta vad en version säger · Correct what a version says' })
  @ApiOkResponse({ type: GroupBody })
  correctInstruction(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('version', ParseNumber) version: number,
    @Body() body: CorrectInstructionDto,
    @Sent() sent: SentCommand,
  ) {
    return this.groups.change(id, { type: 'CorrectInstruction', version, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/seat-changes')
  @ApiOperation({ summary: 'Antalet platser ändras · The number of seats changes' })
  @ApiOkResponse({ type: GroupBody })
  changeSeats(@Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeSeatsDto, @Sent() sent: SentCommand) {
    return this.groups.change(id, { type: 'ChangeSeats', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/function-seats')
  @ApiOperation({ summary: 'En plats innehas av en funktion · A seat is held by a function' })
  @ApiOkResponse({ type: GroupBody })
  assignFunctionSeat(@Param('id', ParseUUIDPipe) id: string, @Body() body: FunctionSeatDto, @Sent() sent: SentCommand) {
    return this.groups.change(id, { type: 'AssignFunctionSeat', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/function-seats/:functionSeatId/ends')
  @ApiOperation({ summary: 'Funktionen lämnar platsen · The function leaves the seat' })
  @ApiOkResponse({ type: GroupBody })
  endFunctionSeat(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('functionSeatId', ParseUUIDPipe) functionSeatId: string,
    @Body() body: EndFunctionSeatDto,
    @Sent() sent: SentCommand,
  ) {
    return this.groups.change(id, { type: 'EndFunctionSeat', functionSeatId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/vacancy-explanations')
  @ApiOperation({ summary: 'Varför en plats är tom · Why a seat is vacant' })
  @ApiOkResponse({ type: GroupBody })
  explainVacancy(@Param('id', ParseUUIDPipe) id: string, @Body() body: ExplainVacancyDto, @Sent() sent: SentCommand) {
    return this.groups.change(id, { type: 'ExplainVacancy', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/dissolutions')
  @ApiOperation({ summary: 'Gruppen upphör · The group ceases to exist' })
  @ApiOkResponse({ type: GroupBody })
  dissolve(@Param('id', ParseUUIDPipe) id: string, @Body() body: DissolveGroupDto, @Sent() sent: SentCommand) {
    return this.groups.change(id, { type: 'DissolveGroup', ...withoutUndefined(body) }, sent);
  }
}
