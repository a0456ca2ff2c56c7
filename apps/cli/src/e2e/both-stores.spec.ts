import { ProtocolServer } from '@liggare/event-store-contract/protocol-server';
import type { Role } from '@liggare/platform';
import { addressesOf, entitiesOf } from '../testing/every-address.js';
import { fetchOpenApi } from '../testing/open-api.js';
import { runDemo, type RunningDemo } from '../testing/running-demo.js';
import type { RunningRegister } from '../testing/running-register.js';

/** Members of an answer whose text is a position, or named by one. */
const NAMED = ['position', 'knownAt', 'knownSince', 'recordedAt', 'recordedFrom', 'recordedTo', 'correlationId'];

/** Likewise where the log itself is paged through; elsewhere these are counts. */
const PLACES = ['offset', 'next'];

/** Every log has a key of its own, and its names are salted by chance: two logs are never one tree. */
const EVIDENCE = /^\/((v1\/)?evidence|v1\/audit\/bundle)\b/;

/** Made by chance for every request. */
const CHANCE = ['traceId', 'instance'];

interface Table {
  readonly columns: readonly { readonly key: string }[];
  readonly rows: readonly (readonly unknown[])[];
}

/**
 * The positions of a log, in order. They are the store's own; which event stands at one is not. And the correlation
 * ids: every request has its own, and which events share one is not by chance.
 */
class Positions {
  private readonly names: ReadonlyMap<string, string>;

  private constructor(
    readonly all: readonly string[],
    correlations: readonly string[],
  ) {
    this.names = new Map([
      ...all.map((position, place) => [position, `#${place + 1}`] as const),
      ...correlations.map((id, place) => [id, `request of #${place + 1}`] as const).reverse(),
    ]);
  }

  static async of({ register }: RunningRegister): Promise<Positions> {
    const [all, correlations]: [string[], string[]] = [[], []];
    for await (const { position, metadata } of register.store.readAll()) {
      all.push(position.toString());
      correlations.push(metadata.correlationId);
    }
    return new Positions(all, correlations);
  }

  /** The same text on both stores: `#7` is the position of the seventh event. */
  named(text: string): string {
    return this.names.get(text) ?? text;
  }

  /** The answer of an address with every position in it named. */
  inAnswer(value: unknown, address = '', key = ''): unknown {
    if (CHANCE.includes(key)) return undefined;
    const isNamed = NAMED.includes(key) || (PLACES.includes(key) && address.startsWith('/v1/audit/'));
    if (typeof value === 'string') return isNamed ? this.named(value) : this.inSentence(value);
    if (Array.isArray(value)) return value.map((item) => this.inAnswer(item, address));
    if (typeof value !== 'object' || value === null) return value;
    // When an event came under a checkpoint is a matter of each log.
    if ('kind' in value && value.kind === 'proof') return { kind: 'proof' };
    if ('columns' in value && 'rows' in value) return this.inTable(value as Table, address);
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, this.inAnswer(inner, address, name)]),
    );
  }

  /** Rows are lists in the order of the columns. */
  private inTable({ columns, rows, ...rest }: Table, address: string): unknown {
    const named = rows.map((row) => row.map((cell, n) => this.inAnswer(cell, address, columns[n]!.key)));
    return { ...(this.inAnswer(rest, address) as object), columns, rows: named };
  }

  /** Reports begin their rows with the position of the event. */
  inCsv(text: string): string {
    return text.replaceAll(/^\d+(?=;)/gm, (position) => this.named(position));
  }

  /** What is said of an event in words. */
  private inSentence(text: string): string {
    return text.replaceAll(/(?<=^|\s)(Event|Händelse) (\d+)/g, (_, word: string, position: string) => {
      return `${word} ${this.named(position)}`;
    });
  }

  /** The address with the position that `#7` names. */
  inAddress(address: string): string {
    return address.replaceAll(/#(\d+)/g, (_, place: string) => this.all[Number(place) - 1]!);
  }

  inLink(link: string | null, address: string): string | null {
    const position = address.startsWith('/v1/audit/') ? /(?<=(?:offset|knownAt)=)\d+/g : /(?<=knownAt=)\d+/g;
    return link && link.replaceAll(position, (text) => this.named(text));
  }
}

describe('the demo on PostgreSQL and on EventStoreDB', () => {
  let server: ProtocolServer;
  let demos: readonly RunningDemo[];
  let positions: readonly Positions[];
  let gets: readonly { readonly path: string; readonly roles: readonly Role[] }[];

  beforeAll(async () => {
    server = await ProtocolServer.start();
    demos = [await runDemo(), await runDemo(server.connectionString)];
    positions = await Promise.all(demos.map(({ running }) => Positions.of(running)));
    const { paths } = await fetchOpenApi(demos[0]!.running.url);
    gets = Object.entries(paths).flatMap(([path, { get }]) =>
      get && !EVIDENCE.test(path) ? [{ path, roles: (get['x-roles'] ?? ['auditor']) as readonly Role[] }] : [],
    );
  }, 300_000);

  afterAll(async () => {
    for (const { running } of demos) await running.stop();
    await server.stop();
  });

  /** @param address with `#7` for the position of the seventh event */
  async function answer(store: number, address: string, role: Role): Promise<unknown> {
    const response = await demos[store]!.running.get(positions[store]!.inAddress(address), role);
    const { headers, status } = response;
    return {
      status,
      type: headers.get('content-type'),
      // The revision; what follows is a hash of the answer, positions included.
      etag: headers.get('etag')?.split('-')[0],
      origin: headers.get('liggare-origin'),
      link: positions[store]!.inLink(headers.get('link'), address),
      body: headers.get('content-type')?.includes('json')
        ? positions[store]!.inAnswer(await response.json(), address)
        : positions[store]!.inCsv(await response.text()),
    };
  }

  async function expectEqual(addresses: readonly string[], role: Role): Promise<void> {
    for (const address of addresses) {
      const [postgres, eventStoreDb] = [await answer(0, address, role), await answer(1, address, role)];
      expect([address, eventStoreDb]).toEqual([address, postgres]);
    }
  }

  it('has the same ids, and the same events in the same order', async () => {
    expect(demos[1]!.ids).toEqual(demos[0]!.ids);
    const logs = await Promise.all(
      demos.map(async ({ running }, i) => {
        const all: unknown[] = [];
        for await (const event of running.register.store.readAll()) {
          const { stream, revision, eventId, type, recordedAt } = event;
          // No two ciphertexts are equal; what is sealed is.
          const { sealed = {}, ...metadata } = event.metadata;
          const rest = positions[i]!.inAnswer({ ...metadata, sealed: Object.keys(sealed) });
          all.push({ stream, revision, eventId, type, recordedAt, rest });
        }
        return all;
      }),
    );
    expect(logs[0]!.length).toBeGreaterThan(300);
    expect(logs[1]).toEqual(logs[0]);
    expect(positions[1]!.all).not.toEqual(positions[0]!.all);
  });

  it('answers every GET the same, for readers who see names and readers who do not', async () => {
    const entities = await entitiesOf(demos[0]!.running);
    const events = positions[0]!.all.map((_, place) => `#${place + 1}`);
    expect(gets.length).toBeGreaterThan(20);
    for (const { path, roles } of gets) {
      for (const role of new Set([roles[0]!, ...roles.filter((role) => role === 'bi')]))
        await expectEqual(addressesOf(path, entities, events), role);
    }
  }, 600_000);

  it('answers the same about every past state of knowledge, by position and by moment', async () => {
    const entities = await entitiesOf(demos[0]!.running);
    const moments = [
      '2023-02-20T12:00:00Z',
      '2024-02-13T12:00:00%2B01:00',
      '2026-01-31T12:00:00Z',
      '#1',
      '#137',
      '#250',
    ];
    for (const { path, roles } of gets) {
      if (path.startsWith('/v1/audit/') || path === '/v1/api-info') continue;
      for (const knownAt of moments) {
        const dated = addressesOf(path, entities, []).map(
          (target) => `${target}?validAt=2025-11-15&knownAt=${knownAt}`,
        );
        await expectEqual(
          dated.filter((_, i) => i % 3 === 0),
          roles[0]!,
        );
      }
    }
  }, 600_000);

  it('pages through the log alike', async () => {
    await expectEqual(
      ['', '&offset=#20', '&offset=#300', '&type=MemberAppointed', '&actor=policy:death-ends-appointments'].map(
        (rest) => `/v1/audit/events?limit=20${rest}`,
      ),
      'auditor',
    );
  });

  it('refuses alike what a log has not', async () => {
    const never = '340282366920938463463374607431768211455';
    for (const path of [`/v1/audit/events/${never}`, '/v1/audit/events/0', `/v1/groups?knownAt=${never}`])
      await expectEqual([path], 'auditor');
  });
});
