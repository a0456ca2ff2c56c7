import { EVENT_STORES, type EventStoreKind } from '@liggare/platform';
import { Option, type Command } from 'commander';

/** The store of the log that the command line names; undefined: the configuration's. */
export type ChosenEventStore = () => EventStoreKind | undefined;

/** Gives a command, and those below it, the option `--event-store`. */
export function eventStoreOption(command: Command): ChosenEventStore {
  const description = 'the store that keeps the log, instead of LIGGARE_EVENT_STORE';
  command.addOption(new Option('--event-store <store>', description).choices(EVENT_STORES));
  return () => command.opts<{ eventStore?: EventStoreKind }>().eventStore;
}
