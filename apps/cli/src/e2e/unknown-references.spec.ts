import { systemClock } from '@liggare/kernel';
import type { Role } from '@liggare/platform';
import { everyCommand, madeFinding } from '../testing/every-command.js';
import { oneOfEach } from '../testing/one-of-each.js';
import { runRegister, type RunningRegister } from '../testing/running-register.js';
import { sendCommands } from '../testing/send-commands.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

interface Reference {
  readonly pointer: string;
  /** The body with nobody in the place of whom it names. */
  readonly body: unknown;
}

/** Every id in a body, each replaced by one that is nobody's. */
function referencesIn(body: unknown): readonly Reference[] {
  const found: Reference[] = [];
  const visit = (value: unknown, pointer: string, put: (inner: unknown) => unknown): void => {
    if (typeof value === 'string') {
      if (UUID.test(value)) found.push({ pointer, body: put(NOBODY) });
    } else if (Array.isArray(value)) {
      value.forEach((inner, n) => visit(inner, `${pointer}/${n}`, (other) => put(value.with(n, other))));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        visit(inner, `${pointer}/${key}`, (other) => put({ ...value, [key]: other }));
      }
    }
  };
  visit(body, '', (other) => other);
  return found;
}

describe('a reference to nothing', () => {
  let running: RunningRegister;

  beforeAll(async () => {
    running = await runRegister(systemClock);
  }, 60_000);

  afterAll(() => running.stop());

  it('is refused by every command that has one, with the field that it stands in, and nothing is recorded', async () => {
    const answers: string[] = [];
    const wrong: string[] = [];
    const tryIt = async (target: string, body: unknown, role: Role | undefined) => {
      for (const { pointer, body: broken } of referencesIn(body)) {
        // What is to be taken away may be away already: that changes nothing, and is no error.
        if (pointer.startsWith('/unlinks/')) continue;
        const head = await running.register.store.head();
        const response = await running.post(target, broken, role ? { role } : {});
        const { code, errors } = (await response.json()) as { code: string; errors?: readonly { pointer: string }[] };
        const path = target.replaceAll(/[0-9a-f-]{36}/g, '…');
        const line = `${path} ${pointer}: ${response.status} ${code} ${errors?.map((each) => each.pointer).join() ?? ''}`;
        answers.push(line);
        const names = errors?.some((each) => pointer.startsWith(each.pointer)) ?? false;
        const unchanged = (await running.register.store.head()) === head;
        if (response.status !== 422 || !code.startsWith('unknown-') || !names || !unchanged) wrong.push(line);
      }
    };
    const made = await oneOfEach(running);
    const others = await oneOfEach(running);
    const known = { ...made, findings: madeFinding(others) };
    await sendCommands(running, everyCommand(made, others), known, () => Promise.resolve(), tryIt);
    expect(answers.length).toBeGreaterThan(60);
    expect(wrong).toEqual([]);
  }, 120_000);
});
