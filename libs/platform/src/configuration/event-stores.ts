/** The stores that can keep the log. */
export const EVENT_STORES = ['postgres', 'eventstoredb'] as const;

export type EventStoreKind = (typeof EVENT_STORES)[number];
