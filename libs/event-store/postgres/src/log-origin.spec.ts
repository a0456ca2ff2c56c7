import { OtherOrigin } from '@liggare/kernel';
import { openOrigin, readOrigin } from './log-origin.js';
import { createTestLog, type TestLog } from './testing/test-log.js';

describe('the origin of a log', () => {
  let log: TestLog;
  const wanted = { name: 'log.example.se/liggare', clock: 'system' } as const;

  beforeEach(async () => {
    log = await createTestLog();
  });

  afterEach(() => log.close());

  it('is nobody’s before it is opened, and then what it was opened as', async () => {
    expect(await readOrigin(log.database)).toBeUndefined();
    expect(await openOrigin(log.database, wanted)).toMatchObject(wanted);
    expect(await openOrigin(log.database, wanted)).toMatchObject(wanted);
    expect(await readOrigin(log.database)).toMatchObject(wanted);
  });

  it('has an id, which every log has for itself', async () => {
    const { id, store } = await openOrigin(log.database, wanted);
    expect([id, store]).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), 'postgres']);
    expect((await readOrigin(log.database))?.id).toBe(id);
    const other = await createTestLog();
    expect((await openOrigin(other.database, wanted)).id).not.toBe(id);
    await other.close();
  });

  it('is one, whoever opens at the same time', async () => {
    const names = Array.from({ length: 8 }, (_, i) => ({ name: `log-${i}.example.se`, clock: 'system' as const }));
    const opened = await Promise.allSettled(names.map((name) => openOrigin(log.database, name)));
    expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of opened) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(OtherOrigin);
  });

  it.each([
    { name: 'log.example.se/other', clock: 'system' },
    { name: 'log.example.se/liggare', clock: 'demo' },
  ] as const)('refuses to be taken for $name under a $clock clock', async (other) => {
    await openOrigin(log.database, wanted);
    const error: unknown = await openOrigin(log.database, other).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(OtherOrigin);
    expect(error).toMatchObject({ found: wanted, wanted: other });
    expect(await readOrigin(log.database)).toMatchObject(wanted);
  });

  it.each([
    'update event_store.origin set clock = $$demo$$',
    'delete from event_store.origin',
    'truncate event_store.origin',
  ])('cannot be changed: %s', async (statement) => {
    await openOrigin(log.database, wanted);
    await expect(log.database.query(statement)).rejects.toMatchObject({ code: '42501' });
    expect(await readOrigin(log.database)).toMatchObject(wanted);
  });
});
