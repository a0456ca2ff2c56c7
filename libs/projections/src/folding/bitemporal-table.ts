import type { Transaction } from '@liggare/database';
import type { Position } from '@liggare/kernel';

/** One row's values by column name, without the recorded axis. */
export type Row = Readonly<Record<string, string | null>>;

export interface TableShape {
  readonly table: string;
  /** The column that names the fact: among the rows that are open, one per value of it. */
  readonly key: string;
  /** The columns besides `recorded_from` and `recorded_to`, with their PostgreSQL types. */
  readonly columns: Readonly<Record<string, string>>;
}

interface Opened {
  readonly row: Row;
  readonly from: Position;
  to?: Position;
}

/**
 * Collects what a batch of events does to one bitemporal table and writes it in two statements. Rows are closed, never
 * deleted; a row that is opened and closed within the batch is written closed, so that the rows do not depend on
 * where the batches end.
 */
export class BitemporalChanges {
  private readonly opened: Opened[] = [];
  private readonly openNow = new Map<string, Opened>();
  private readonly closed = new Map<string, Position>();

  constructor(private readonly shape: TableShape) {}

  /** The rows of one entity were `before` and are `after` from this position on. */
  change(before: readonly Row[], after: readonly Row[], position: Position): void {
    const [old, now] = [this.byText(before), this.byText(after)];
    for (const [text, row] of old) if (!now.has(text)) this.close(row[this.shape.key]!, position);
    for (const [text, row] of now) if (!old.has(text)) this.open(row, position);
  }

  async write(tx: Transaction): Promise<void> {
    const { table, key, columns } = this.shape;
    if (this.closed.size > 0) {
      await tx.query(
        `update ${table} t set recorded_to = c.position
         from unnest($1::uuid[], $2::numeric[]) as c (key, position) where t.${key} = c.key and t.recorded_to is null`,
        [[...this.closed.keys()], [...this.closed.values()].map(String)],
      );
    }
    if (this.opened.length === 0) return;
    const all = { ...columns, recorded_from: 'numeric', recorded_to: 'numeric' };
    const arrays = Object.values(all).map((type, index) => `$${index + 1}::text[]::${type}[]`);
    const values = Object.keys(all).map((column) => this.opened.map((opened) => valueOf(opened, column)));
    await tx.query(
      `insert into ${table} (${Object.keys(all).join(', ')}) select * from unnest(${arrays.join(', ')})`,
      values,
    );
  }

  private open(row: Row, position: Position): void {
    const opened: Opened = { row, from: position };
    this.opened.push(opened);
    this.openNow.set(row[this.shape.key]!, opened);
  }

  private close(key: string, position: Position): void {
    const opened = this.openNow.get(key);
    if (!opened) this.closed.set(key, position);
    else opened.to = position;
    this.openNow.delete(key);
  }

  private byText(rows: readonly Row[]): ReadonlyMap<string, Row> {
    const columns = Object.keys(this.shape.columns);
    return new Map(rows.map((row) => [JSON.stringify(columns.map((column) => row[column])), row]));
  }
}

function valueOf(opened: Opened, column: string): string | null {
  if (column === 'recorded_from') return String(opened.from);
  if (column === 'recorded_to') return opened.to === undefined ? null : String(opened.to);
  return opened.row[column] ?? null;
}
