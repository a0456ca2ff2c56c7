import { mkdtemp, open, rm } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openRegister, platformParts, RegisterModule } from '@liggare/assembly';
import { Imports } from '@liggare/imports';
import { groupAggregate } from '@liggare/groups';
import { commandContext, derivedId, systemClock } from '@liggare/kernel';
import { personAggregate } from '@liggare/people';
import { readConfiguration } from '@liggare/platform';
import { NestFactory } from '@nestjs/core';
import { liveBytes, watchMemory } from './memory.mjs';

const PERSONS = 1_000;
/** Appointments of one group. */
const SEATS = 200;

/**
 * Importing synthetic appointments from a CSV file: reading, the trial, the recording, beside `COPY` of the same
 * number of rows. 10,000 and 100,000 unless `--events` says fewer: memory is to be the same.
 *
 * @param {import('@liggare/database').EmbeddedPostgres} server
 * @param {{ events: number }} options
 */
export async function run(server, { events }) {
  const most = Math.min(events, 100_000);
  const figures = [];
  for (const rows of [most / 10, most]) figures.push(...(await importRows(server, rows)));
  return figures;
}

async function importRows(server, rows) {
  const directory = await mkdtemp(join(tmpdir(), 'liggare-bench-import-'));
  await server.ensureDatabase(`bench_import_${rows}`);
  const environment = {
    DATABASE_URL: server.url(`bench_import_${rows}`),
    LIGGARE_DATA_DIRECTORY: directory,
    LIGGARE_LOG_LEVEL: 'fatal',
  };
  const register = await openRegister(readConfiguration(environment), { clock: systemClock });
  const app = await NestFactory.createApplicationContext(RegisterModule.with(await platformParts(register)), {
    logger: false,
  });
  try {
    const file = join(directory, 'uppdrag.csv');
    await fill(register.repository, file, rows);
    return await measure(app.get(Imports), register, file, rows);
  } finally {
    await app.close();
    await register.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function measure(imports, { database }, file, rows) {
  const peak = watchMemory();
  const before = liveBytes();
  const about = { content: 'appointments', format: 'csv' };
  let id = '';
  const tried = await timed(async () => {
    ({
      state: { id },
    } = await imports.handIn(createReadStream(file), about, commandContext()));
    await until(imports, id, ['checked']);
  });
  const { errors } = await imports.find(id);
  if (errors > 0) throw new Error(`the trial finds ${errors} errors`);
  const recorded = await timed(async () => {
    await imports.execute(id, commandContext());
    await until(imports, id, ['executed']);
  });
  const highest = peak.stop();
  const copied = await timed(() => copy(database, file));
  const row = (what, seconds) => ({
    rows,
    what,
    'rows/s': Math.round(rows / seconds),
    '× COPY': seconds / copied,
    seconds,
    'live MB before': Math.round(before / 2 ** 20),
    'live MB at most': Math.round(highest / 2 ** 20),
  });
  return [
    row('upload, reading and trial', tried),
    row('recording', recorded),
    row('both', tried + recorded),
    row('COPY of the same rows', copied),
  ];
}

async function until(imports, id, statuses) {
  while (!statuses.includes((await imports.find(id)).status)) await pause(20);
}

/** Persons and groups for the file to refer to, and the file itself. */
async function fill(repository, file, rows) {
  const id = (what, n) => derivedId('bench', what, n);
  const make = async (count, one) => {
    for (let from = 0; from < count; from += 100) {
      const some = Array.from({ length: Math.min(100, count - from) }, (_, n) => from + n);
      await Promise.all(some.map(one));
    }
  };
  await make(PERSONS, (n) => {
    const command = { type: 'RegisterPerson', personId: id('person', n), givenName: 'Erik', familyName: `Nr${n}` };
    return repository.execute(personAggregate, id('person', n), command, commandContext());
  });
  await make(Math.ceil(rows / SEATS), (n) => {
    const command = { type: 'EstablishGroup', name: `Grupp ${n}`, legalForm: 'reference-group', from: '2020' };
    return repository.execute(groupAggregate, id('group', n), command, commandContext());
  });
  const csv = await open(file, 'w');
  await csv.write('Grupp-id;Uppdrag;Person-id;Plats;Från och med;Till och med\r\n');
  for (let n = 0; n < rows; n++) {
    const group = id('group', n % Math.ceil(rows / SEATS));
    const seat = Math.floor(n / Math.ceil(rows / SEATS));
    await csv.write(`${group};ledamot;${id('person', seat)};${seat + 1};2023-0${1 + (n % 9)};2026-12-31\r\n`);
  }
  await csv.close();
}

/** The fastest way into PostgreSQL there is: the same rows, as one COPY into a table without an index. */
async function copy(database, file) {
  await database.query(
    'create table public.copied (group_id uuid, kind text, person_id uuid, seat int, valid_from text, valid_to text)',
  );
  const client = await database.connect();
  try {
    const text = "copy public.copied from stdin with (format csv, delimiter ';', header)";
    await new Promise((resolve, reject) => {
      client.query(new CopyIn(text, file, resolve, reject));
    });
  } finally {
    client.release();
  }
}

/** What `pg` takes for a query: sends a file when the server asks for it. */
class CopyIn {
  constructor(text, file, resolve, reject) {
    Object.assign(this, { text, file, resolve, reject });
  }

  submit(connection) {
    connection.query(this.text);
  }

  async handleCopyInResponse(connection) {
    for await (const piece of createReadStream(this.file)) connection.sendCopyFromChunk(piece);
    connection.endCopyFrom();
  }

  handleCommandComplete() {}

  handleReadyForQuery() {
    this.resolve();
  }

  handleError(error) {
    this.reject(error);
  }
}

async function timed(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
