import { derivedId } from '@liggare/kernel';
import type { CellValue, Column } from './column.js';
import type { CellRule, Remark } from './rules.js';

export const CATEGORIES = ['party', 'person', 'group', 'decision', 'initiative'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Stands for the id of the person that the row speaks of, when the file names that person instead of giving an id. */
export const THE_PERSON = '@person';

/** What one row makes of one stream: a command as the slice understands it, in plain JSON. */
export interface Line {
  readonly category: Category;
  /** The stream's id, or {@link THE_PERSON}. */
  readonly target: string;
  /** It makes its stream. */
  readonly creates?: true;
  readonly command: { readonly type: string; readonly [field: string]: unknown };
}

/** How the file tells one person from another: `Referens`, or name and year of birth. */
export interface NamedPerson {
  readonly key: string;
  /** Absent: a row with nothing but a reference. */
  readonly name?: string;
}

/** What a row of the file says, once read. Without lines when a cell is wrong. */
export interface ReadRow {
  readonly row: number;
  readonly lines: readonly Line[];
  readonly person?: NamedPerson;
  readonly remarks: readonly Remark[];
}

/** The cells of a row by the keys of their columns; what is empty is absent. */
export type Cells = Readonly<Record<string, CellValue | undefined>>;

/** What a table makes of a row. `ids(n)`: the nth id this row may hand out. */
export interface RowMeaning {
  readonly lines: readonly Line[];
  readonly person?: NamedPerson;
  readonly broken?: readonly { readonly key: string; readonly rule: CellRule; readonly warning?: true }[];
}

/** A template: its columns, and what its rows mean. */
export interface Table {
  readonly name: string;
  readonly sv: string;
  readonly columns: readonly Column[];
  meaning(cells: Cells, id: (n: number) => string): RowMeaning;
}

/** The command of a row's nth line: sent again, it is the same command, and nothing is recorded twice. */
export function lineCommandId(importId: string, row: number, part: number): string {
  return derivedId('import-line', importId, row, part);
}
