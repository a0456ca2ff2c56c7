/** Which way is better. */
export const INDICATOR_DIRECTIONS = ['lower', 'higher', 'neither'] as const;
export type IndicatorDirection = (typeof INDICATOR_DIRECTIONS)[number];

/** How often a value is expected. */
export const INDICATOR_FREQUENCIES = ['monthly', 'quarterly', 'yearly', 'biennial', 'irregular'] as const;
export type IndicatorFrequency = (typeof INDICATOR_FREQUENCIES)[number];
