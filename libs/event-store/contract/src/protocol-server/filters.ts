import { isVisible } from './log/system-events.js';
import type { StoredEvent } from './log/stored-event.js';

/** What a server-side filter looks at, and what it lets through. An empty regular expression means prefixes. */
export interface FilterRule {
  readonly on: 'stream' | 'type';
  readonly regex: string;
  readonly prefixes: readonly string[];
}

export type EventFilter = (event: Pick<StoredEvent, 'stream' | 'type'>) => boolean;

/** What `$all` shows without a filter. */
export const everything: EventFilter = isVisible;

/** @throws SyntaxError when the regular expression is none. */
export function eventFilter(rule: FilterRule): EventFilter {
  const field = rule.on;
  if (rule.regex !== '') {
    const regex = new RegExp(rule.regex, 'u');
    return (event) => isVisible(event) && regex.test(event[field]);
  }
  const { prefixes } = rule;
  return (event) => isVisible(event) && prefixes.some((prefix) => event[field].startsWith(prefix));
}
