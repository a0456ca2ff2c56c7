import type { CommandContext, Executed, ExecuteOptions } from '@liggare/kernel';
import { Command } from '@nestjs/cqrs';
import type { PartyCommand } from '../domain/party-commands.js';
import type { PartyState } from '../domain/party.js';
import type { PersonCommand } from '../domain/person-commands.js';
import type { PersonState } from '../domain/person.js';

/** Asks for a change of one person; answered when it is in the log. */
export class ChangePerson extends Command<Executed<PersonState>> {
  constructor(
    readonly id: string,
    readonly change: PersonCommand,
    readonly context: CommandContext,
    readonly options: ExecuteOptions = {},
  ) {
    super();
  }
}

/** Asks for a change of one party; answered when it is in the log. */
export class ChangeParty extends Command<Executed<PartyState>> {
  constructor(
    readonly id: string,
    readonly change: PartyCommand,
    readonly context: CommandContext,
    readonly options: ExecuteOptions = {},
  ) {
    super();
  }
}
