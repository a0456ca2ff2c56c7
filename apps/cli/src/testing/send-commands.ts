import type { Role } from '@liggare/platform';
import type { Command } from './every-command.js';
import type { MadeIds } from './one-of-each.js';
import type { RunningRegister } from './running-register.js';

/**
 * Sends commands one after the other. `{id}` is the entity of the path's collection; every other name in braces is
 * what the last such thing was made as, or else the last id an answer held under it.
 * @param before told what is about to be sent
 * @throws Error when one is not accepted
 */
export async function sendCommands(
  running: RunningRegister,
  commands: readonly Command[],
  made: MadeIds,
  answered: (path: string, response: Response) => Promise<void>,
  before: (target: string, body: unknown, role: Role | undefined) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const last: Record<string, string> = { point: '1', version: '1' };
  const located: Record<string, string> = {};
  for (const [path, body, { id, role } = {}] of commands) {
    const found: MadeIds = { ...last, ...located };
    const known: MadeIds = { ...found, id: id === undefined ? made[path.split('/')[2]!]! : found[id]! };
    const filled = (text: string) =>
      text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        if (known[name] === undefined) throw new Error(`${path}: no answer held a ${name}`);
        return known[name];
      });
    const [target, text] = [filled(path), filled(JSON.stringify(body))];
    await before(target, JSON.parse(text), role);
    const response = await running.post(target, text, role ? { role } : {});
    if (!response.ok) throw new Error(`${path} → ${response.status} ${await response.text()}`);
    const [, kind, newId] = /\/([\w-]+)s\/([0-9a-f-]{36})$/.exec(response.headers.get('location') ?? '') ?? [];
    if (kind !== undefined && newId !== undefined) located[`${kind}Id`] = newId;
    collectIds(await response.clone().json(), last);
    await answered(path, response);
  }
}

function collectIds(value: unknown, found: Record<string, string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key.endsWith('Id') && typeof inner === 'string') found[key] = inner;
    else collectIds(inner, found);
  }
}
