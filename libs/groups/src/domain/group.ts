import type { Aggregate } from '@liggare/kernel';
import type { GroupCommand } from './commands.js';
import { decide } from './decide.js';
import { groupEvents, type GroupEvent } from './events.js';
import { evolve } from './evolve.js';
import { NO_GROUP, type GroupState } from './state.js';

/** One stream per group in time: `group-<uuid>`. A group renewed for the next mandate is another group. */
export const groupAggregate: Aggregate<GroupState, GroupCommand, GroupEvent> = {
  category: 'group',
  catalogue: groupEvents,
  initialState: NO_GROUP,
  decide,
  evolve,
};
