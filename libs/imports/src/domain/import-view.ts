import type { ImportState } from './import.js';

export type ImportView = Omit<ImportState, 'failure'> & { readonly failure: ImportState['failure'] | null };

/** An import as it is shown. */
export function presentImport(state: ImportState): ImportView {
  return { ...state, failure: state.failure ?? null };
}
