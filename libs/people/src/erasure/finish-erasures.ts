import { freshId, type Clock } from '@liggare/kernel';
import { CLOCK, LOGGER, type Logger } from '@liggare/platform';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Erasures } from './erasures.js';

/**
 * At every start: the events of keys that were destroyed by a process that did not live to say so; and keys that the log
 * says are destroyed are, whatever backup the database came from.
 */
@Injectable()
export class FinishErasures implements OnApplicationBootstrap {
  constructor(
    private readonly erasures: Erasures,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const commandId = freshId();
    const context = { commandId, correlationId: commandId, actor: { id: 'register', role: 'system' } };
    try {
      const again = await this.erasures.eraseAgain();
      if (again > 0)
        this.logger.warn({ keys: again }, 'a restored database had keys that were destroyed; they are again');
      const finished = await this.erasures.finish({ ...context, now: this.clock.now() });
      if (finished > 0) this.logger.warn({ erasures: finished }, 'erasures that were cut off are in the log now');
    } catch (error) {
      // The register starts all the same: the next start, or the same order sent again, makes up for it.
      this.logger.error({ err: error }, 'erasures that were cut off are not in the log yet');
    }
  }
}
