import type { PlanItem } from './action-plan.js';

/** What became of an item from one version of a plan to another. */
export type ItemDifference =
  | { readonly what: 'added'; readonly item: PlanItem }
  | { readonly what: 'removed'; readonly item: PlanItem }
  | {
      readonly what: 'changed';
      readonly before: PlanItem;
      readonly after: PlanItem;
      readonly fields: readonly string[];
    };

const FIELDS = ['initiativeId', 'text', 'bodyGroupId', 'bodyName', 'by', 'expectedEffect'] as const;

/** Pure: what must be done to the one list of items to get the other. Items are known by their ids. */
export function planDifferences(before: readonly PlanItem[], after: readonly PlanItem[]): readonly ItemDifference[] {
  const was = new Map(before.map((item) => [item.itemId, item]));
  const is = new Map(after.map((item) => [item.itemId, item]));
  const removed = before
    .filter(({ itemId }) => !is.has(itemId))
    .map((item): ItemDifference => ({ what: 'removed', item }));
  const rest = after.flatMap((item): ItemDifference[] => {
    const former = was.get(item.itemId);
    if (!former) return [{ what: 'added', item }];
    const fields = FIELDS.filter((name) => former[name] !== item[name]);
    return fields.length === 0 ? [] : [{ what: 'changed', before: former, after: item, fields }];
  });
  return [...removed, ...rest];
}

/** Pure: the items after the differences; added ones come last. */
export function applyDifferences(
  before: readonly PlanItem[],
  differences: readonly ItemDifference[],
): readonly PlanItem[] {
  const items = new Map(before.map((item) => [item.itemId, item]));
  for (const difference of differences) {
    if (difference.what === 'removed') items.delete(difference.item.itemId);
    else if (difference.what === 'added') items.set(difference.item.itemId, difference.item);
    else items.set(difference.after.itemId, difference.after);
  }
  return [...items.values()];
}
