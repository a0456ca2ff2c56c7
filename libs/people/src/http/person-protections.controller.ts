import { civilDateAt, withoutUndefined } from '@liggare/kernel';
import { Roles, Sent, SentCommand, written, type Written } from '@liggare/platform';
import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangePerson } from '../application/commands.js';
import type { PersonCommand } from '../domain/person-commands.js';
import { presentPerson, type PersonView } from '../domain/person-view.js';
import { LiftProtectionDto, ProtectIdentityDto } from './person-protection.dto.js';
import { PersonBody } from './person-views.dto.js';

/** Protected identities. Whoever registers may protect at once; lifting shows what was hidden, so it takes another role. */
@ApiTags('Personer · Persons')
@Controller('v1/persons/:id')
export class PersonProtectionsController {
  constructor(private readonly commands: CommandBus) {}

  @Roles('registrar', 'coordinator', 'admin')
  @Post('protections')
  @ApiOperation({
    summary: 'Skyddade personuppgifter: dölj dem genast, överallt · Protected identity: mask it at once',
  })
  @ApiOkResponse({ type: PersonBody })
  protect(@Param('id', ParseUUIDPipe) id: string, @Body() body: ProtectIdentityDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'ProtectIdentity', ...withoutUndefined(body) }, sent);
  }

  @Roles('admin')
  @Post('protection-ends')
  @ApiOperation({ summary: 'Uppgifterna är inte längre skyddade · The identity is protected no longer' })
  @ApiOkResponse({ type: PersonBody })
  lift(@Param('id', ParseUUIDPipe) id: string, @Body() body: LiftProtectionDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'LiftProtection', ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, change: PersonCommand, sent: SentCommand): Promise<Written<PersonView>> {
    const options = { expected: sent.ifMatch ?? 'existing' } as const;
    const done = await this.commands.execute(new ChangePerson(id, change, sent.context, options));
    const body = presentPerson(done.state, civilDateAt(sent.context.now));
    return written(done, { id, location: `/v1/persons/${id}`, body });
  }
}
