import { systemClock } from '@liggare/kernel';
import { oneOfEach, type MadeIds } from '../testing/one-of-each.js';
import { RegisterPlace, startRegister, type RunningRegister } from '../testing/running-register.js';
import { handIn, rowsOf, sendStep, settled } from '../testing/send-import.js';

const HEADERS = 'Grupp-id;Uppdrag;Person-id;Förnamn;Efternamn;Födelseår;Plats;Från och med;Till och med';

describe('imports, over HTTP', () => {
  let running: RunningRegister;
  let made: MadeIds;
  let place: RegisterPlace;

  beforeAll(async () => {
    place = await RegisterPlace.make();
    running = await startRegister(place.configuration(), systemClock);
    made = await oneOfEach(running);
  }, 60_000);

  afterAll(async () => {
    await running.stop();
    await place.remove();
  });

  const table = (...rows: string[]) => `\uFEFF${[HEADERS, ...rows].join('\r\n')}\r\n`;
  const head = () => running.register.store.head();

  async function group(): Promise<string> {
    const response = await running.post('/v1/groups', { name: 'Grupp', legalForm: 'reference-group', from: '2020' });
    return ((await response.json()) as { id: string }).id;
  }

  async function members(groupId: string, day: string): Promise<readonly unknown[]> {
    await running.register.readModels.waitFor(await head(), 30_000);
    const response = await running.get(`/v1/groups/${groupId}/composition?validAt=${day}`);
    return ((await response.json()) as { members: { holders: readonly unknown[] } }).members.holders;
  }

  async function domainEvents(): Promise<number> {
    const { rows } = await running.register.database.query<{ n: number }>(
      `select count(*)::int as n from event_store.event where stream not like 'import-%' and stream not like 'projection-%'`,
    );
    return rows[0]!.n;
  }

  it('records nothing when a row is wrong, and says cell, column and rule: edge case 62', async () => {
    const groupId = await group();
    const before = await domainEvents();
    const answer = await handIn(
      running,
      'appointments',
      table(
        `${groupId};ledamot;;Amanda;Exempelsson;1970;1;2023-02-13;2026-12-31`,
        `${groupId};ledamot;;Bo;Påhittad;;1;2024;`,
        `${made['persons']};ersättare;${made['persons']};;;;;2023;`,
        `${groupId};gäst;${made['groups']};;;;;i våras;`,
        `${groupId};ersättare;${made['groups']};;;;;2023;`,
      ),
    );
    expect(answer).toMatchObject({ status: 'checked', rows: 5, errors: 5, events: 0 });
    const rows = await rowsOf(running, answer.id, 'error');
    const errors = rows.flatMap(({ row, remarks }) =>
      remarks.filter(({ severity }) => severity === 'error').map(({ cell, column, rule }) => [row, cell, column, rule]),
    );
    expect(errors).toEqual([
      [3, 'G3', 'Plats', 'seat-taken'],
      [4, 'A4', 'Grupp-id', 'unknown-group'],
      [5, 'B5', 'Uppdrag', 'not-a-choice'],
      [5, 'H5', 'Från och med', 'not-a-date'],
      [6, 'C6', 'Person-id', 'unknown-person'],
    ]);
    expect(await sendStep(running, answer.id, 'executions')).toBe('import-has-errors');
    expect(await domainEvents()).toBe(before);
  });

  it('records all rows as one batch, keeps partial dates, does nothing the second time, and is reversed as a set: edge cases 58 and 62', async () => {
    const groupId = await group();
    const file = table(
      `${groupId};ledamot;;Amanda;Exempelsson;1970;1;2023;okänt`,
      `${groupId};ledamot;;Bo;Påhittad;1970;;2023-05;`,
      `${groupId};ersättare;;AMANDA;exempelsson;1970;;1/5 2022;2022-12-31`,
      `${groupId};ersättare;${made['persons']};;;;;okänt;2023`,
    );
    const checked = await handIn(running, 'appointments', file);
    expect(checked).toMatchObject({ status: 'checked', rows: 4, errors: 0 });
    expect((await rowsOf(running, checked.id)).map(({ row, records }) => [row, records])).toEqual([
      [2, ['RegisterPerson', 'AppointMember']],
      [3, ['RegisterPerson', 'AppointMember']],
      [4, ['AppointSubstitute']],
      [5, ['AppointSubstitute']],
    ]);
    const before = await domainEvents();
    expect(await sendStep(running, checked.id, 'executions')).toMatchObject({ status: 'executed', rows: 4, events: 6 });
    expect(await domainEvents()).toBe(before + 6);
    const appointments = (await (await running.get(`/v1/groups/${groupId}`)).json()) as {
      appointments?: { from: string; to?: string }[];
    };
    const dates = JSON.stringify(appointments);
    for (const date of ['"2023"', '"unknown"', '"2023-05"', '"2022-05-01"', '"2023-01-01"'])
      expect(dates).toContain(date);

    const after = await head();
    expect(await handIn(running, 'appointments', file)).toMatchObject({ id: checked.id, status: 'executed' });
    expect(await sendStep(running, checked.id, 'executions')).toMatchObject({ status: 'executed', events: 6 });
    expect(await head()).toBe(after);

    const trail = await running.get(`/v1/audit/entities/import/${checked.id}/trail`);
    const { items } = (await trail.json()) as { items: { type: string; actor: { id: string } }[] };
    expect(items.map(({ type }) => type).sort()).toEqual([
      'ImportChecked',
      'ImportExecuted',
      'ImportRegistered',
      'ImportStarted',
    ]);
    const { rows: correlated } = await running.register.database.query<{ n: number }>(
      `select count(*)::int as n from event_store.event where metadata->>'correlationId' = $1 and stream not like 'import-%'`,
      [checked.id],
    );
    expect(correlated[0]?.n).toBe(6);

    expect(await sendStep(running, checked.id, 'reversals')).toMatchObject({ status: 'reversed' });
    expect(await domainEvents()).toBe(before + 12);
    expect(await members(groupId, '2024-01-01')).toEqual([]);

    const again = await handIn(running, 'appointments', file);
    expect(again.id).not.toBe(checked.id);
    expect(await sendStep(running, again.id, 'executions')).toMatchObject({ status: 'executed', events: 6 });
  }, 60_000);

  it('says at each row what the rules of the register would find, and the register then finds just that: edge case 62', async () => {
    const groupId = await group();
    await running.post(`/v1/groups/${groupId}/instructions`, {
      effectiveFrom: '2020-01-01',
      memberSeats: 1,
      substituteSeats: 1,
    });
    const file = table(
      `${groupId};ledamot;;Frida;Fyndberg;1970;1;2023-01-01;2024-01-01`,
      `${groupId};ledamot;;Gun;Fyndberg;1971;2;2023-03-01;2024-01-01`,
      `${groupId};ersättare;;Frida;Fyndberg;1970;1;2023-06-01;2023-09-01`,
    );
    const checked = await handIn(running, 'appointments', file);
    expect(checked).toMatchObject({ status: 'checked', errors: 0 });
    const remarks = (await rowsOf(running, checked.id)).flatMap(({ row, remarks: of }) =>
      of.map(({ rule, message }) => ({ row, rule, message })),
    );
    const told = remarks.filter(({ rule }) =>
      ['more-holders-than-seats', 'member-and-substitute-at-once'].includes(rule!),
    );
    expect(told.map(({ row, rule }) => `${row} ${rule}`).sort()).toEqual([
      '4 member-and-substitute-at-once',
      '4 more-holders-than-seats',
    ]);
    expect(JSON.stringify(told)).not.toMatch(/Frida|Fyndberg/);
    expect(await sendStep(running, checked.id, 'executions')).toMatchObject({ status: 'executed' });
    await running.register.readModels.waitFor(await head(), 30_000);
    const response = await running.get('/v1/findings?limit=200&validAt=2023-07-01');
    const { items } = (await response.json()) as { items: readonly { rule: string; entityId: string }[] };
    const found = new Set(items.filter(({ entityId }) => entityId === groupId).map(({ rule }) => rule));
    for (const { rule } of told) expect(found).toContain(rule);
  });

  it('takes back what it recorded when a row is refused meanwhile: edge case 62', async () => {
    const groupId = await group();
    const other = await group();
    const { id } = await handIn(
      running,
      'appointments',
      table(`${other};ledamot;;Cilla;Fiktberg;;1;2023;`, `${groupId};ledamot;;Cilla;Fiktberg;;1;2023;`),
    );
    await running.post(`/v1/groups/${groupId}/appointments`, {
      ...{ kind: 'member', personId: made['persons'], seat: 1, from: '2023-01-01' },
    });
    const before = await domainEvents();
    expect(await sendStep(running, id, 'executions')).toMatchObject({
      status: 'reversed',
      failure: { row: 3, rule: 'seat-taken' },
    });
    expect(await domainEvents()).toBe(before);
    expect(await members(other, '2024-01-01')).toEqual([]);
  }, 60_000);

  it('takes back what it had begun to record when a row is refused half-way: edge case 62', async () => {
    const [first, second] = [await group(), await group()].sort() as [string, string];
    const file = table(`${first};ledamot;;Dag;Fiktberg;;1;2023;`, `${second};ledamot;;Dag;Fiktberg;;1;2023;`);
    const { id } = await handIn(running, 'appointments', file);
    await running.post(`/v1/groups/${second}/appointments`, {
      ...{ kind: 'member', personId: made['persons'], seat: 1, from: '2023-01-01' },
    });
    // As if the other appointment had come after the last trial.
    await running.register.database.query(
      `update imports.import set task = 'record', context = $2 where import_id = $1`,
      [id, { actor: { id: 'registrar-test', role: 'registrar' } }],
    );
    expect(await sendStep(running, id, 'executions')).toMatchObject({
      status: 'reversed',
      failure: { row: 3, rule: 'seat-taken' },
    });
    expect(await members(first, '2024-01-01')).toEqual([]);
    expect(await members(second, '2024-01-01')).toHaveLength(1);
    const dag = await running.get('/v1/persons?q=Dag%20Fiktberg');
    expect(((await dag.json()) as { items: unknown[] }).items).toEqual([]);
  }, 60_000);

  it('goes on where it was when the process ended between two rows', async () => {
    const groupId = await group();
    const rows = Array.from({ length: 700 }, (_, n) => `${groupId};ledamot;;Erik;Nr${n};;${n + 1};2023;`);
    const { id } = await handIn(running, 'appointments', table(...rows));
    const count = async () => {
      const { rows: counted } = await running.register.database.query<{ n: number }>(
        `select count(*)::int as n from event_store.event where metadata->>'correlationId' = $1 and stream not like 'import-%'`,
        [id],
      );
      return counted[0]!.n;
    };
    const execution = sendStep(running, id, 'executions').catch(() => undefined);
    while ((await count()) === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const { rows: half } = await running.register.database.query<{ done: number }>(
      'select count(*) filter (where done)::int as done from imports.line where import_id = $1',
      [id],
    );
    expect(half[0]!.done).toBeLessThan(1_400);
    await running.stop();
    await execution;
    running = await startRegister(place.configuration(), systemClock);
    expect(await settled(running, id)).toMatchObject({ status: 'executed', events: 1_400 });
    expect(await count()).toBe(1_400);
  }, 60_000);

  it('reads workbooks, decisions, measures and follow-ups, and reverses them all', async () => {
    const decisions =
      'Beslutsdatum;Utfall;Punkt 1;Typ 1;Organ-id\r\n2023-02;bifall;Grupp inrättas;val;' + made['groups'];
    const imported = await handIn(running, 'decisions', decisions);
    expect(await sendStep(running, imported.id, 'executions')).toMatchObject({ status: 'executed', events: 1 });
    expect(await sendStep(running, imported.id, 'reversals')).toMatchObject({ status: 'reversed', kept: 0 });
    const measures =
      'Rubrik;Slag;Gäller från;Påbörjad;Ansvarig grupp-id\nLjus;"social, styrning";2023;2023-05;' + made['groups'];
    const measure = await handIn(running, 'initiatives', measures);
    expect(await sendStep(running, measure.id, 'executions')).toMatchObject({ status: 'executed', events: 3 });
    const followed = await handIn(
      running,
      'follow-ups',
      `Åtgärd-id,Från och med,Till och med,Uppföljd,Bedömning\n${made['initiatives']},2024-01-01,2024-12-31,2026,Uppnått\n`,
    );
    expect(await sendStep(running, followed.id, 'executions')).toMatchObject({ status: 'executed', events: 1 });
    const recorded = async () =>
      ((await (await running.get(`/v1/initiatives/${made['initiatives']}`)).json()) as { followUps: object[] })
        .followUps;
    expect(await recorded()).toMatchObject([
      { period: { from: '2024-01-01', to: '2025-01-01' }, madeOn: '2026', assessment: 'achieved' },
    ]);
    expect(await sendStep(running, followed.id, 'reversals')).toMatchObject({ status: 'reversed' });
    expect(await recorded()).toEqual([]);
  });

  it('keeps what others have built on when it is reversed, and takes back the rest: edge case 62', async () => {
    const file = 'Förnamn;Efternamn\nGerd;Fiktberg\nHelge;Fiktberg\n';
    const { id } = await handIn(running, 'persons', file);
    expect(await sendStep(running, id, 'executions')).toMatchObject({ status: 'executed', events: 2 });
    const persons = async () => {
      const answer = await running.get('/v1/persons?q=Fiktberg&limit=200');
      const { items } = (await answer.json()) as { items: { id: string; givenName: string }[] };
      return items.filter(({ givenName }) => ['Gerd', 'Helge'].includes(givenName));
    };
    const [gerd] = (await persons()).filter(({ givenName }) => givenName === 'Gerd');
    await running.post(`/v1/groups/${await group()}/appointments`, {
      ...{ kind: 'member', personId: gerd!.id, seat: 1, from: '2023-01-01' },
    });
    expect(await sendStep(running, id, 'reversals')).toMatchObject({ status: 'reversed', kept: 1 });
    expect((await persons()).map(({ givenName }) => givenName)).toEqual(['Gerd']);
  }, 60_000);

  it('reads Popolo', async () => {
    const popolo = {
      persons: [{ id: 'p', name: 'Amanda Exempelsson' }],
      organizations: [{ id: 'o', name: 'Beredning', founding_date: '2023' }],
      posts: [{ id: 's', organization_id: 'o', label: 'Ordförande' }],
      memberships: [{ person_id: 'p', organization_id: 'o', post_id: 's', start_date: '2023-02-13', end_date: '2024' }],
    };
    const type = 'application/vnd.popolo+json';
    const { id, errors } = await handIn(running, 'popolo', JSON.stringify(popolo), type);
    expect(errors).toBe(0);
    expect(await sendStep(running, id, 'executions')).toMatchObject({ status: 'executed', events: 4 });
  });

  it('gives templates that it takes back', async () => {
    for (const name of ['persons', 'appointments', 'decisions', 'initiatives', 'follow-ups']) {
      for (const [format, type] of [
        ['csv', 'text/csv'],
        ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ] as const) {
        const response = await running.get(`/v1/imports/templates/${name}?format=${format}`);
        expect(response.headers.get('content-type')).toContain(type);
        const answer = await handIn(running, name, new Uint8Array(await response.arrayBuffer()), type);
        expect(answer.rows).toBe(1);
        const rules = (await rowsOf(running, answer.id, 'error')).flatMap(({ remarks }) =>
          remarks.map(({ rule }) => String(rule)),
        );
        expect(
          rules.filter(
            (rule) => !['unknown-group', 'unknown-initiative', 'no-basis', 'incomplete-date'].includes(rule),
          ),
        ).toEqual([]);
      }
    }
  });

  it('refuses what is no such file', async () => {
    const before = await head();
    await expect(handIn(running, 'persons', 'A;"B\n')).rejects.toThrow('422');
    await expect(handIn(running, 'persons', '{}', 'application/vnd.popolo+json')).rejects.toThrow('415');
    await expect(handIn(running, 'persons', '{}', 'application/json')).rejects.toThrow('415');
    await expect(handIn(running, 'nothing', 'A;B\n')).rejects.toThrow(/4(00|22)/);
    expect(await head()).toBe(before);
  });
});
