import { civilDateAt } from '@liggare/kernel';
import { written, type SentCommand, type Written } from '@liggare/platform';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ChangeGroup } from '../application/messages.js';
import type { EstablishGroup, GroupCommand } from '../domain/commands.js';
import type { MoveAppointment } from '../domain/correction-commands.js';
import { presentGroup, type GroupView } from '../domain/group-view.js';

/** How the controllers send commands to a group and answer with it. */
@Injectable()
export class GroupCommands {
  constructor(private readonly commands: CommandBus) {}

  establish(command: EstablishGroup, sent: SentCommand): Promise<Written<GroupView>> {
    return this.send(sent.newId, command, sent, 'new', '');
  }

  change(id: string, command: GroupCommand | MoveAppointment, sent: SentCommand): Promise<Written<GroupView>> {
    return this.send(id, command, sent, sent.ifMatch ?? 'existing', '');
  }

  /** @param made path below the group of what the command makes */
  create(id: string, command: GroupCommand, sent: SentCommand, made: string): Promise<Written<GroupView>> {
    return this.send(id, command, sent, sent.ifMatch ?? 'existing', made);
  }

  private async send(
    id: string,
    command: GroupCommand | MoveAppointment,
    sent: SentCommand,
    expected: 'new' | 'existing' | bigint,
    made: string,
  ): Promise<Written<GroupView>> {
    const done = await this.commands.execute(new ChangeGroup(id, command, sent.context, { expected }));
    const body = { id, ...presentGroup(done.state, civilDateAt(sent.context.now)) };
    return written(done, { id, location: `/v1/groups/${id}${made}`, body, created: expected === 'new' || made !== '' });
  }
}
