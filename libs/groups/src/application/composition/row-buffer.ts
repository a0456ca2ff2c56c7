import type { Transaction } from '@liggare/database';
import type { FactRow, RowSink } from './bitemporal-fold.js';
import { COPY_NULL, copyIn, copyText } from './copy-in.js';
import type { FactTable } from './fact.js';

/** Collects what events do to the fact tables and writes it in at most two statements per table. */
export class RowBuffer implements RowSink {
  private readonly opening = new Map<FactTable, FactRow[]>();
  private readonly closing = new Map<FactTable, FactRow[]>();

  opened(row: FactRow): void {
    push(this.opening, row);
  }

  /** A row that is not in its table yet will be written closed, so that rows do not depend on where batches end. */
  closed(row: FactRow): void {
    if (row.written) push(this.closing, row);
  }

  /**
   * Rows are closed before others are opened: at no moment does a table contradict itself. What is written is settled
   * when this is called; a row that is closed later belongs to the next buffer.
   */
  async write(tx: Transaction): Promise<void> {
    const closing = [...this.closing].map(([table, rows]) => ({ table, values: keysAndEnds(rows) }));
    const opening = [...this.opening].map(([table, rows]) => ({ table, lines: linesOf(rows) }));
    for (const { table, values } of closing) {
      await tx.query(
        `update ${table.name} t set recorded_to = c.position
         from unnest($1::numeric[], $2::smallint[], $3::numeric[]) as c (recorded_from, ordinal, position)
         where t.recorded_from = c.recorded_from and t.ordinal = c.ordinal`,
        values,
      );
    }
    for (const { table, lines } of opening) {
      const columns = table.columns.map(({ name }) => name).join(', ');
      const target = `${table.name} (${columns}, view, valid, recorded_from, recorded_to, ordinal, event_id)`;
      await copyIn(tx, `copy ${target} from stdin`, lines);
    }
  }
}

function keysAndEnds(rows: readonly FactRow[]): string[] {
  return [
    arrayOf(rows, (row) => row.recordedFrom),
    arrayOf(rows, (row) => row.ordinal),
    arrayOf(rows, (row) => row.recordedTo!),
  ];
}

/** The rows in COPY's format; from now on they count as written. */
function linesOf(rows: readonly FactRow[]): string {
  let text = '';
  for (const row of rows) {
    row.written = true;
    const { fact, recordedFrom, recordedTo, ordinal, eventId } = row;
    for (const cell of fact.cells) {
      text += cell === undefined ? COPY_NULL : typeof cell === 'number' ? cell : copyText(cell);
      text += '\t';
    }
    text += `${fact.view ?? COPY_NULL}\t[${fact.valid.from ?? ''},${fact.valid.to ?? ''})\t${recordedFrom}\t${recordedTo ?? COPY_NULL}\t${ordinal}\t${eventId}\n`;
  }
  return text;
}

function arrayOf(rows: readonly FactRow[], value: (row: FactRow) => bigint | number): string {
  let literal = '{';
  for (const row of rows) literal += `${literal.length > 1 ? ',' : ''}${value(row)}`;
  return literal + '}';
}

function push(rows: Map<FactTable, FactRow[]>, row: FactRow): void {
  const known = rows.get(row.fact.table);
  if (known) known.push(row);
  else rows.set(row.fact.table, [row]);
}
