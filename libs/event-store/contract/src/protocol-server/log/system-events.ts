import { freshId } from '@liggare/kernel';
import type { EventLog } from './event-log.js';
import { metastreamOf } from './stream-metadata.js';
import { systemEvent } from './stored-event.js';

const EPOCHS = '$epoch-information';
/** What a server says of its own statistics, which this one does not write. */
const OF_STATISTICS = '{"$maxAge":864000,"$acl":{"$r":"$admins"}}';

/** What a server writes when it begins to lead: always an epoch, and the first time something that readers see. */
export function writeSystemEvents(log: EventLog, node: { readonly id: string; readonly endpoint: string }): void {
  const isNew = log.events.length === 0;
  log.append(EPOCHS, 'any', [systemEvent(freshId(), EPOCHS, JSON.stringify({ leaderInstanceId: node.id }))]);
  if (!isNew) return;
  const statistics = metastreamOf(`$stats-${node.endpoint}`);
  log.append(statistics, 'no_stream', [systemEvent(freshId(), '$metadata', OF_STATISTICS)]);
}

/** Epochs stand in the log, and no read or subscription of `$all` shows them. */
export function isVisible(event: { readonly stream: string }): boolean {
  return event.stream !== EPOCHS;
}
