import { Readable } from 'node:stream';
import type { RunningRegister } from './running-register.js';

export interface ImportAnswer {
  readonly id: string;
  readonly status: string;
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  readonly events: number;
  readonly failure: { readonly row: number; readonly rule: string } | null;
}

export interface RowAnswer {
  readonly row: number;
  readonly records: readonly string[];
  readonly remarks: readonly Readonly<Record<string, string>>[];
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands in a file, as bytes or text, and waits until it has been tried. */
export async function handIn(
  running: RunningRegister,
  content: string,
  file: string | Uint8Array,
  type = 'text/csv',
): Promise<ImportAnswer> {
  const token = await running.issuer.token('registrar-test', ['registrar'], '1h');
  const response = await fetch(new URL(`/v1/imports?content=${content}`, running.url), {
    method: 'POST',
    headers: { 'content-type': type, authorization: `Bearer ${token}` },
    body: Readable.toWeb(Readable.from([Buffer.from(file)])),
    duplex: 'half',
  });
  // 200: the same file was here already.
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return settled(running, ((await response.json()) as ImportAnswer).id);
}

/** Asks until nothing is under way. */
export async function settled(running: RunningRegister, id: string): Promise<ImportAnswer> {
  for (;;) {
    const answer = (await (await running.get(`/v1/imports/${id}`)).json()) as ImportAnswer;
    if (!['registered', 'executing', 'failed', 'reversing'].includes(answer.status)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** @returns the import, or the rule that refuses it */
export async function sendStep(running: RunningRegister, id: string, step: string): Promise<ImportAnswer | string> {
  const response = await running.post(`/v1/imports/${id}/${step}`, {});
  const body = (await response.json()) as { code: string };
  return response.ok ? settled(running, id) : body.code;
}

export async function rowsOf(running: RunningRegister, id: string, severity?: string): Promise<readonly RowAnswer[]> {
  const query = severity === undefined ? '' : `&severity=${severity}`;
  const response = await running.get(`/v1/imports/${id}/rows?limit=200${query}`);
  return ((await response.json()) as { items: readonly RowAnswer[] }).items;
}

type Answered = (path: string, response: Response) => Promise<void>;

/** Every command on imports, each answer given to `answered`: a table of nobody that is tried, recorded and reversed. */
export async function everyImportCommand(running: RunningRegister, groupId: string, answered: Answered): Promise<void> {
  const token = await running.issuer.token('registrar-test', ['registrar'], '1h');
  const table = `Grupp-id;Uppdrag;Förnamn;Efternamn;Plats;Från och med\n${groupId};ersättare;Amanda;Exempelsson;9;2023-02-13\n`;
  const response = await fetch(new URL('/v1/imports?content=appointments', running.url), {
    method: 'POST',
    headers: { 'content-type': 'text/csv', authorization: `Bearer ${token}` },
    body: table,
  });
  await answered('/v1/imports', response.clone());
  const { id } = (await response.json()) as ImportAnswer;
  for (const step of ['trials', 'executions', 'reversals']) {
    await settled(running, id);
    await answered(`/v1/imports/{id}/${step}`, await running.post(`/v1/imports/${id}/${step}`, {}));
  }
  await settled(running, id);
}
