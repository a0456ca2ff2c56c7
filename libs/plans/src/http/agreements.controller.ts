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
import { ChangeAgreement } from '../application/messages.js';
import { PlanRegisters } from '../application/plan-registers.js';
import { agreementAggregate, type AgreementCommand } from '../domain/agreement.js';
import { presentAgreement } from '../domain/plan-views.js';
import {
  CorrectAgreementDto,
  FollowUpAgreementDto,
  RenewAgreementDto,
  SignAgreementDto,
  TerminateAgreementDto,
} from './agreement.dto.js';
import { ListQuery } from './list-query.dto.js';
import { AgreementBody, AgreementsPage } from './plan-pages.dto.js';

const SHOWN = { aggregate: agreementAggregate, present: presentAgreement };

/** Agreements on cooperation (samverkansöverenskommelser). */
@ApiTags('Planer · Plans')
@Controller('v1/agreements')
export class AgreementsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly registers: PlanRegisters,
    private readonly reader: EntityReader,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get()
  @ApiOperation({ summary: 'Överenskommelser som gäller en viss dag · Agreements that hold on a day' })
  @ApiOkResponse({ type: AgreementsPage })
  async list(@Query() query: ListQuery) {
    const asOf = await this.asOf.resolve(query);
    const { items, total } = await this.registers.list(SHOWN, asOf, query);
    return { ...paged(items, total, query), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id')
  @ApiOperation({ summary: 'En överenskommelse en viss dag · An agreement on a day' })
  @ApiOkResponse({ type: AgreementBody })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AsOfQuery,
    @Res({ passthrough: true }) reply: HeaderWriter,
  ) {
    return this.reader.read(SHOWN, id, query, reply);
  }

  @Roles('registrar', 'coordinator')
  @Post()
  @ApiOperation({ summary: 'Registrera en överenskommelse · Register an agreement' })
  @ApiCreatedResponse({ type: AgreementBody })
  sign(@Body() body: SignAgreementDto, @Sent() sent: SentCommand) {
    return this.change(
      sent.newId,
      { type: 'SignAgreement', agreementId: sent.newId, ...withoutUndefined(body) },
      sent,
      true,
    );
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/renewals')
  @ApiOperation({ summary: 'Den är förlängd · It was prolonged' })
  @ApiOkResponse({ type: AgreementBody })
  renew(@Param('id', ParseUUIDPipe) id: string, @Body() body: RenewAgreementDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'RenewAgreement', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/terminations')
  @ApiOperation({ summary: 'Den har upphört i förtid · It ended before its time' })
  @ApiOkResponse({ type: AgreementBody })
  terminate(@Param('id', ParseUUIDPipe) id: string, @Body() body: TerminateAgreementDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'TerminateAgreement', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/follow-ups')
  @ApiOperation({ summary: 'Den är följd upp · It was followed up' })
  @ApiOkResponse({ type: AgreementBody })
  followUp(@Param('id', ParseUUIDPipe) id: string, @Body() body: FollowUpAgreementDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'FollowUpAgreement', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/registration-corrections')
  @ApiOperation({ summary: 'Rätta registrets uppgift · Correct what the register says' })
  @ApiOkResponse({ type: AgreementBody })
  correct(@Param('id', ParseUUIDPipe) id: string, @Body() body: CorrectAgreementDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'CorrectAgreementRegistration', ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, change: AgreementCommand, sent: SentCommand, created = false) {
    const options = { expected: sent.ifMatch ?? (created ? ('new' as const) : ('existing' as const)) };
    const done = await this.commands.execute(new ChangeAgreement(id, change, sent.context, options));
    const body = presentAgreement(done.state, civilDateAt(sent.context.now));
    return written(done, { id, location: `/v1/agreements/${id}`, body, created });
  }
}
