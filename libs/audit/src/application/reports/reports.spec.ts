import { connect, createTestDatabase, type Database, type TestDatabase } from '@liggare/database';
import { groupAggregate } from '@liggare/groups';
import { commandContext, instant, partialDate, position } from '@liggare/kernel';
import { personAggregate } from '@liggare/people';
import { layReadModel, rebuild } from '@liggare/projections';
import { groupId, registered } from '../../testing/registered.js';
import { auditTrailProjection } from '../audit-trail.projection.js';
import { reportCsv } from './report-csv.js';
import type { Cell, ReportSource } from './report.js';
import { makeReport, REPORTS, type ReportOrder } from './reports.js';

describe('the auditor’s reports', () => {
  let server: TestDatabase;
  let database: Database;
  let source: ReportSource;
  let appointmentId: string;

  beforeAll(async () => {
    server = await createTestDatabase();
    database = connect(server.url);
    const projection = auditTrailProjection([...personAggregate.catalogue.types, ...groupAggregate.catalogue.types]);
    await layReadModel(database, projection);
    const history = await registered();
    ({ appointmentId } = history);
    // A Saturday night.
    const now = instant('2023-05-06T21:30:00Z');
    for (const from of ['2023-03-01', '2023-02-20']) {
      const correct = { type: 'CorrectAppointment', appointmentId, mistake: 'wrong-date' } as const;
      const context = commandContext({ now, actor: { id: 'david', role: 'registrar' } });
      await history.repository.execute(groupAggregate, groupId, { ...correct, from: partialDate(from) }, context);
    }
    await rebuild(database, projection, history.store);
    source = { store: history.store, database };
  });

  afterAll(async () => {
    await database.end();
    await server.drop();
  });

  async function rowsOf(name: string, order: ReportOrder = {}): Promise<readonly Record<string, Cell>[]> {
    const { columns, rows } = await makeReport(
      source,
      REPORTS.find((report) => report.name === name)!,
      order,
    );
    const found: Record<string, Cell>[] = [];
    for await (const row of rows) {
      expect(row).toHaveLength(columns.length);
      found.push(Object.fromEntries(columns.map(({ key }, i) => [key, row[i]!])));
    }
    return found;
  }

  const positions = (rows: readonly Record<string, Cell>[]) => rows.map(({ position: at }) => Number(at));

  it('retroactive: what was recorded later after its day than the grace', async () => {
    const late = await rowsOf('retroactive', { graceDays: 0 });
    expect(positions(late)).toEqual(expect.arrayContaining([3, 4, 5, 7]));
    expect(late.find(({ position: at }) => at === '5')).toMatchObject({ validFrom: '2023-02-13', daysLate: 1 });
    expect(positions(await rowsOf('retroactive', { graceDays: 1 }))).not.toContain(5);
  });

  it('future-dated: what was recorded before its day', async () => {
    const ahead = await rowsOf('future-dated');
    expect(positions(ahead)).toEqual([6, 8, 9]);
    expect(ahead[2]).toMatchObject({ validFrom: '2024-01-01', daysAhead: 321 });
    expect(positions(await rowsOf('future-dated', { knownAt: position(7) }))).toEqual([6]);
    expect(positions(await rowsOf('future-dated', { actor: 'bertil' }))).toEqual([9]);
  });

  it('corrections, and which are of what had been corrected before', async () => {
    expect(await rowsOf('corrections')).toMatchObject([
      { position: '10', corrects: appointmentId, nth: 1, again: 'no' },
      { position: '11', corrects: appointmentId, nth: 2, again: 'yes' },
    ]);
  });

  it('what an actor recorded, and what was recorded outside office hours', async () => {
    expect(positions(await rowsOf('actor', { actor: 'anna' }))).toEqual([1, 2, 6, 8]);
    expect((await rowsOf('actor', { actor: 'anna' })).every(({ officeHours }) => officeHours === 'yes')).toBe(true);
    expect(await rowsOf('outside-office-hours')).toMatchObject([
      { position: '10', actor: 'david', localDay: '2023-05-06', localTime: '23:30' },
      { position: '11' },
    ]);
  });

  it('erasures and keys are there though there are none', async () => {
    expect(await rowsOf('erasures')).toEqual([]);
    expect(await rowsOf('keys')).toEqual([]);
  });

  it('as CSV no text becomes a formula', async () => {
    const columns = [
      { key: 'a', sv: 'Å', en: 'A' },
      { key: 'b', sv: 'B;', en: 'B' },
    ];
    async function* rows() {
      yield await Promise.resolve(['=1+1', -3]);
      yield ['@"x"', null];
      yield ['-a\r\nb', 'c;d'];
    }
    let text = '';
    for await (const piece of reportCsv({ columns, rows: rows() })) text += piece;
    expect(text).toBe('\uFEFFÅ;"B;"\r\n\'=1+1;-3\r\n"\'@""x""";\r\n"\'-a\r\nb";"c;d"\r\n');
  });
});
