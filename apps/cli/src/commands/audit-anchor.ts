import { Anchors } from '@liggare/audit';
import { freshId } from '@liggare/kernel';
import type { EventStoreKind } from '@liggare/platform';
import type { Command } from 'commander';
import { CommandFailed, EXIT } from '../exit-codes.js';
import type { Output } from '../output/output.js';
import { openExisting } from './opening.js';

/** `liggare audit anchor`: a timestamp of the newest checkpoint, now. */
export function auditAnchorCommand(
  audit: Command,
  output: () => Output,
  chosen: () => EventStoreKind | undefined,
): void {
  audit
    .command('anchor')
    .description('asks timestamp authorities (RFC 3161) to stamp the newest checkpoint, and records the tokens')
    .option('--authority <address>', 'this one, instead of those of LIGGARE_TIMESTAMP_AUTHORITIES')
    .action(({ authority }: { authority?: string }) =>
      openExisting(chosen(), async ({ configuration, store, database, repository, clock }) => {
        const authorities = authority === undefined ? configuration.timestampAuthorities : [authority];
        if (authorities.length === 0) throw new CommandFailed('no authority is named', EXIT.usage);
        const anchors = new Anchors(store, database, repository);
        const made: { authority: string; size: number | null; time: string | null }[] = [];
        for (const each of authorities) {
          const commandId = freshId();
          const context = {
            commandId,
            correlationId: commandId,
            actor: { id: 'register', role: 'system' },
            now: clock.now(),
          };
          const done = await anchors.stamp(each, context);
          made.push({
            authority: each,
            size: done?.state.anchor?.size ?? null,
            time: done?.state.anchor?.time ?? null,
          });
        }
        output().answer(made, () =>
          made.map(({ authority: by, size, time }) =>
            size === null ? `${by}: nothing new to stamp` : `${by}: ${size} events were there by ${time}`,
          ),
        );
      }),
    );
}
