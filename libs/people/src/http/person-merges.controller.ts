import { civilDateAt, withoutUndefined } from '@liggare/kernel';
import { Roles, Sent, SentCommand, written, type Written } from '@liggare/platform';
import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangePerson } from '../application/commands.js';
import type { PersonCommand } from '../domain/person-commands.js';
import { presentPerson, type PersonView } from '../domain/person-view.js';
import { MergePersonDto, ReasonDto } from './person.dto.js';
import { PersonBody } from './person-views.dto.js';

/** Two entries that are one human being, and merges that were a mistake. */
@ApiTags('Personer · Persons')
@Controller('v1/persons/:id/merges')
export class PersonMergesController {
  constructor(private readonly commands: CommandBus) {}

  @Roles('registrar', 'coordinator')
  @Post()
  @ApiOperation({ summary: 'Personen är densamma som en annan post; den här består · The person is one with another' })
  @ApiOkResponse({ type: PersonBody })
  merge(@Param('id', ParseUUIDPipe) id: string, @Body() body: MergePersonDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'MergePersons', survivorId: id, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':mergeId/retractions')
  @ApiOperation({ summary: 'Sammanslagningen var ett misstag: de är två · The merge was a mistake: they are two' })
  @ApiOkResponse({ type: PersonBody })
  undo(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('mergeId', ParseUUIDPipe) mergeId: string,
    @Body() body: ReasonDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'UndoMerge', mergeId, ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, change: PersonCommand, sent: SentCommand): Promise<Written<PersonView>> {
    const options = { expected: sent.ifMatch ?? 'existing' } as const;
    const done = await this.commands.execute(new ChangePerson(id, change, sent.context, options));
    const body = presentPerson(done.state, civilDateAt(sent.context.now));
    return written(done, { id, location: `/v1/persons/${id}`, body });
  }
}
