import type { CellRule } from './rules.js';
import { readDay, readPartial } from './dates.js';

/** What stands in the cells of a column. */
export type CellKind =
  | { readonly is: 'line' | 'lines'; readonly max: number }
  | { readonly is: 'id' | 'day' | 'partial' | 'number' | 'year' | 'email' }
  | { readonly is: 'choice' | 'choices'; readonly of: Readonly<Record<string, string>> }
  | { readonly is: 'list'; readonly max: number };

/** A column of a template. Headers, descriptions and examples exist here and nowhere else. */
export interface Column {
  readonly key: string;
  /** Swedish, as it stands in the first row. */
  readonly header: string;
  readonly kind: CellKind;
  readonly required?: true;
  readonly sv: string;
  readonly example: string;
  /** Fields of the command that come from it: what the domain says of those is said of this cell. */
  readonly pointers?: readonly string[];
}

export type CellValue = string | number | readonly string[];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,180}\.[^\s@]{2,}$/;

/** What a filled cell says, or the rule it breaks. */
export function readCell({ kind }: Column, text: string): { readonly value: CellValue } | { readonly rule: CellRule } {
  const trimmed = text.normalize('NFC').trim();
  const or = (value: CellValue | undefined, rule: CellRule) => (value === undefined ? { rule } : { value });
  switch (kind.is) {
    case 'line':
    case 'lines':
      return readText(trimmed, kind.max, kind.is === 'lines');
    case 'id':
      return or(UUID.test(trimmed.toLowerCase()) ? trimmed.toLowerCase() : undefined, 'not-an-id');
    case 'day':
      return or(readDay(trimmed), 'not-a-day');
    case 'partial':
      return or(readPartial(trimmed), 'not-a-date');
    case 'number':
      return or(/^[1-9]\d{0,5}$/.test(trimmed) ? Number(trimmed) : undefined, 'not-a-number');
    case 'year':
      return or(/^(1[89]|20)\d{2}$/.test(trimmed) ? Number(trimmed) : undefined, 'not-a-year');
    case 'email':
      return or(EMAIL.test(trimmed) ? trimmed : undefined, 'not-an-email');
    case 'choice':
      return or(choiceOf(kind.of, trimmed), 'not-a-choice');
    case 'choices': {
      const chosen = split(trimmed).map((one) => choiceOf(kind.of, one));
      return or(chosen.every((one) => one !== undefined) ? chosen : undefined, 'not-a-choice');
    }
    case 'list': {
      const texts = split(trimmed).map((one) => readText(one, kind.max, false));
      const broken = texts.find((one) => 'rule' in one);
      return broken ?? { value: texts.flatMap((one) => ('value' in one ? [one.value] : [])) };
    }
  }
}

function readText(text: string, max: number, lines: boolean): { value: string } | { rule: CellRule } {
  const plain = lines ? text.replaceAll(/\r\n?/g, '\n') : text;
  if (plain.length > max) return { rule: 'too-long' };
  const forbidden = lines ? /(?!\n)[\p{Cc}\p{Cs}]/u : /[\p{Cc}\p{Cs}]/u;
  return forbidden.test(plain) ? { rule: 'control-characters' } : { value: plain };
}

function split(text: string): string[] {
  return text
    .split(/[,|\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** The Swedish word or the code itself, whatever its case. */
function choiceOf(of: Readonly<Record<string, string>>, text: string): string | undefined {
  const plain = text.toLowerCase();
  return of[plain] ?? Object.values(of).find((code) => code === plain);
}
