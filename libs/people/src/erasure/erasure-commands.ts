import type { CommandContext, Executed, ExecuteOptions } from '@liggare/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ErasureState } from '../domain/erasure.js';
import { Erasures, type ErasureOrder } from './erasures.js';

/** Asks for a step of one erasure; answered when it is in the log. */
export class ChangeErasure extends Command<Executed<ErasureState>> {
  constructor(
    readonly id: string,
    readonly order: ErasureOrder,
    readonly context: CommandContext,
    readonly options: ExecuteOptions = {},
  ) {
    super();
  }
}

@CommandHandler(ChangeErasure)
export class ChangeErasureHandler implements ICommandHandler<ChangeErasure> {
  constructor(private readonly erasures: Erasures) {}

  execute({ id, order, context, options }: ChangeErasure): Promise<Executed<ErasureState>> {
    return this.erasures.carryOut(id, order, context, options);
  }
}
