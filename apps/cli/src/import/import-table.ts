import { openAsBlob } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { CommandFailed, EXIT } from '../exit-codes.js';

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  txt: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/vnd.popolo+json',
};

/** How often the API is asked whether it is done. */
const ASK_EVERY_MS = 250;

export interface TableTarget {
  readonly url: string;
  token(): Promise<string>;
}

export interface TableImport {
  readonly id: string;
  readonly status: string;
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  readonly events: number;
  readonly failure: { readonly row: number; readonly rule: string } | null;
}

export interface TableRemark {
  readonly row: number;
  readonly severity: string;
  readonly cell?: string;
  readonly column?: string;
  readonly rule: string;
  readonly message: string;
}

/** Hands in a file and waits until it has been tried. @throws CommandFailed with the API's own problem text */
export async function handInTable(target: TableTarget, content: string, path: string): Promise<TableImport> {
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
  if (type === undefined) throw new CommandFailed(`${path}: only .csv, .xlsx and .json files`, EXIT.usage);
  const file = await openAsBlob(path).catch(() => {
    throw new CommandFailed(`cannot read ${path}`, EXIT.notFound);
  });
  const answer = await call<TableImport>(target, `/v1/imports?content=${content}`, { body: file, type });
  return settled(target, answer.id);
}

/** @param step `executions` or `reversals` */
export async function takeStep(target: TableTarget, id: string, step: string): Promise<TableImport> {
  await call<TableImport>(target, `/v1/imports/${id}/${step}`, { body: '{}', type: 'application/json' });
  return settled(target, id);
}

/** The first remarks, at most so many rows. */
export async function remarksOf(target: TableTarget, id: string, limit: number): Promise<readonly TableRemark[]> {
  interface Row {
    readonly row: number;
    readonly remarks: readonly Omit<TableRemark, 'row'>[];
  }
  const pages = await Promise.all(
    ['error', 'warning'].map((severity) =>
      call<{ items: readonly Row[] }>(target, `/v1/imports/${id}/rows?severity=${severity}&limit=${limit}`),
    ),
  );
  const [errors, warnings] = pages.map(({ items }) =>
    items.flatMap(({ row, remarks }) => remarks.map((one) => ({ ...one, row }))),
  );
  return [
    ...(errors ?? []).filter(({ severity }) => severity === 'error'),
    ...(warnings ?? []).filter(({ severity }) => severity === 'warning'),
  ];
}

async function settled(target: TableTarget, id: string): Promise<TableImport> {
  for (;;) {
    const answer = await call<TableImport>(target, `/v1/imports/${id}`);
    if (!['registered', 'executing', 'failed', 'reversing'].includes(answer.status)) return answer;
    await pause(ASK_EVERY_MS);
  }
}

async function call<T>(target: TableTarget, path: string, sent?: { body: Blob | string; type: string }): Promise<T> {
  const authorization = `Bearer ${await target.token()}`;
  const request = sent
    ? { method: 'POST', body: sent.body, headers: { authorization, 'content-type': sent.type } }
    : { headers: { authorization } };
  const response = await fetch(new URL(path, target.url), request).catch((cause: unknown) => {
    throw new CommandFailed(`${target.url} does not answer: ${String(cause)}`, EXIT.unavailable);
  });
  if (!response.ok) throw new CommandFailed(`answered ${response.status}: ${await response.text()}`, EXIT.refused);
  return (await response.json()) as T;
}
