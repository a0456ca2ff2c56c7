import { personal, Refusal, withoutUndefined, type Aggregate } from '@liggare/kernel';
import { importEvents, type Format, type ImportEvent } from './import-events.js';

/** How far an import has come. A failed one undoes itself and ends as `reversed`. */
export const IMPORT_STATUSES = [
  'registered',
  'checked',
  'executing',
  'executed',
  'failed',
  'reversing',
  'reversed',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export interface ImportState {
  readonly id: string;
  readonly status: ImportStatus;
  readonly content: string;
  readonly format: Format;
  readonly sha256: string;
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  /** What execution wrote. */
  readonly events: number;
  /** Entries that a reversal left because others had built on them. */
  readonly kept?: number;
  readonly failure?: { readonly row: number; readonly rule: string };
}

export type ImportCommand =
  | {
      readonly type: 'RegisterImport';
      readonly importId: string;
      readonly content: string;
      readonly format: Format;
      readonly template: number;
      readonly sha256: string;
      readonly rows: number;
    }
  | { readonly type: 'RecordCheck'; readonly rows: number; readonly errors: number; readonly warnings: number }
  | { readonly type: 'StartExecution' }
  | { readonly type: 'RecordExecution'; readonly rows: number; readonly events: number }
  | { readonly type: 'RecordFailure'; readonly row: number; readonly rule: string }
  | { readonly type: 'StartReversal'; readonly reason?: string }
  | { readonly type: 'RecordReversal'; readonly events: number; readonly kept: number };

const unregistered: ImportState = {
  ...{ id: '', status: 'registered', content: '', format: 'csv', sha256: '' },
  ...{ rows: 0, errors: 0, warnings: 0, events: 0 },
};

/** @throws Refusal a step that does not follow on the one before */
function decide(state: ImportState, command: ImportCommand): readonly ImportEvent[] {
  if (command.type === 'RegisterImport') {
    const { type: _, ...data } = command;
    if (state.id !== '') throw new Refusal('already-exists', 'the import is already registered');
    return [{ type: 'ImportRegistered', data }];
  }
  if (state.id === '') throw new Refusal('not-registered', 'the import is not registered');
  const importId = state.id;
  const { status } = state;
  switch (command.type) {
    case 'RecordCheck': {
      const { type: _, ...data } = command;
      need(['registered', 'checked'].includes(status), 'already-started', 'the import has been started');
      return [{ type: 'ImportChecked', data: { importId, ...data } }];
    }
    case 'StartExecution':
      if (status === 'executing' || status === 'executed') return [];
      need(status === 'checked', 'not-checked', 'the import has not been tried, or is closed');
      need(state.errors === 0, 'import-has-errors', 'a file with errors is not recorded at all');
      return [{ type: 'ImportStarted', data: { importId } }];
    case 'RecordExecution':
      if (status === 'executed') return [];
      need(status === 'executing', 'not-started', 'the import has not been started');
      return [{ type: 'ImportExecuted', data: { importId, rows: command.rows, events: command.events } }];
    case 'RecordFailure':
      if (status === 'failed') return [];
      need(status === 'executing', 'not-started', 'the import has not been started');
      return [{ type: 'ImportFailed', data: { importId, row: command.row, rule: command.rule } }];
    case 'StartReversal': {
      if (status === 'reversing' || status === 'reversed') return [];
      need(status === 'executed', 'not-executed', 'only an import that is recorded can be reversed');
      const reason = command.reason === undefined ? undefined : personal(importId, command.reason);
      return [{ type: 'ReversalStarted', data: { importId, ...withoutUndefined({ reason }) } }];
    }
    case 'RecordReversal':
      if (status === 'reversed') return [];
      need(status === 'reversing' || status === 'failed', 'not-reversing', 'the import is not being reversed');
      return [{ type: 'ImportReversed', data: { importId, events: command.events, kept: command.kept } }];
  }
}

function evolve(state: ImportState, event: ImportEvent): ImportState {
  switch (event.type) {
    case 'ImportRegistered': {
      const { importId: id, content, format, sha256, rows } = event.data;
      return { ...unregistered, id, content, format, sha256, rows };
    }
    case 'ImportChecked': {
      const { errors, warnings } = event.data;
      return { ...state, status: 'checked', errors, warnings };
    }
    case 'ImportStarted':
      return { ...state, status: 'executing' };
    case 'ImportExecuted':
      return { ...state, status: 'executed', events: event.data.events };
    case 'ImportFailed':
      return { ...state, status: 'failed', failure: { row: event.data.row, rule: event.data.rule } };
    case 'ReversalStarted':
      return { ...state, status: 'reversing' };
    case 'ImportReversed': {
      const { kept } = event.data;
      return { ...state, status: 'reversed', ...(kept === undefined ? {} : { kept }) };
    }
    default:
      return state;
  }
}

function need(holds: boolean, rule: string, message: string): void {
  if (!holds) throw new Refusal(rule, message);
}

/** One file that somebody wanted recorded: what it was, what the trial said, and what became of it. */
export const importAggregate: Aggregate<ImportState, ImportCommand, ImportEvent> = {
  category: 'import',
  catalogue: importEvents,
  initialState: unregistered,
  decide,
  evolve,
};
