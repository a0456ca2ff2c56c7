import { readDay, readPartial } from './dates.js';
import type { ReadRow, Line, NamedPerson } from './line.js';
import { messageOf, type CellRule, type Remark } from './rules.js';

export type PopoloObject = Readonly<Record<string, unknown>>;

/** One object of a Popolo file while it is read: its fields, and what is to be said of them. */
export class PopoloFields {
  private readonly remarks: Remark[] = [];

  constructor(
    private readonly object: PopoloObject,
    private readonly pointer: string,
    private readonly row: number,
  ) {}

  /** Which object of the file it is, from 1. */
  get position(): number {
    return this.row;
  }

  text(field: string, max = 200): string | undefined {
    const value = this.object[field];
    if (value === undefined || value === null || value === '') return undefined;
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).normalize('NFC').trim() : '';
    const control = text === '' || /(?!\n)[\p{Cc}\p{Cs}]/u.test(text);
    if (!control && text.length <= max) return text;
    this.broken(field, control ? 'control-characters' : 'too-long');
    return undefined;
  }

  required(field: string): string {
    const text = this.text(field);
    if (text === undefined) this.broken(field, 'required');
    return text ?? '';
  }

  partial(field: string) {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const date = readPartial(text);
    if (date === undefined) this.broken(field, 'not-a-date');
    else if (readDay(text) === undefined) this.warn(field, 'incomplete-date');
    return date;
  }

  broken(field: string, rule: CellRule): void {
    this.say('error', field, rule);
  }

  warn(field: string, rule: CellRule): void {
    this.say('warning', field, rule);
  }

  /** What the object makes, unless something in it is wrong. */
  read(lines: readonly Line[], person?: NamedPerson): ReadRow {
    const fine = !this.remarks.some(({ severity }) => severity === 'error');
    const named = fine && person ? { person } : {};
    return { row: this.row, lines: fine ? lines : [], ...named, remarks: this.remarks };
  }

  private say(severity: Remark['severity'], field: string, rule: CellRule): void {
    const cell = `${this.pointer}/${field}`;
    this.remarks.push({ severity, row: this.row, cell, rule, message: messageOf(rule) });
  }
}

/** A text field of an object; empty when it is anything else. */
export function textIn(object: PopoloObject, field: string): string {
  const value = object[field];
  return typeof value === 'string' ? value : '';
}
