import { readFileSync } from 'node:fs';
import type { AttachStatement, RecordDecision } from '../domain/decision-commands.js';

interface Step {
  readonly post: string;
  readonly body: object;
}

/** Item 22 as the demo enters it: a decision known only through a party's statement, and the statement. */
export function item22() {
  const demo = new URL('../../../../demo/item-22.json', import.meta.url);
  const { steps } = JSON.parse(readFileSync(demo, 'utf8')) as { steps: readonly Step[] };
  const body = (path: RegExp) => steps.find(({ post }) => path.test(post))!.body;
  return {
    paper: body(/\/decisions$/) as Omit<RecordDecision, 'type' | 'decisionId'>,
    filed: body(/\/statements$/) as Omit<AttachStatement, 'type'>,
  };
}
