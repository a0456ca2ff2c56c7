import type { Role } from '@liggare/platform';
import { addressesOf, entitiesOf, type Entities } from '../testing/every-address.js';
import { everyCommand, madeFinding } from '../testing/every-command.js';
import { fetchOpenApi, schemasOf, type OpenApi, type Operation } from '../testing/open-api.js';
import { oneOfEach } from '../testing/one-of-each.js';
import { runDemo } from '../testing/running-demo.js';
import type { RunningRegister } from '../testing/running-register.js';
import type { JsonSchema, SchemaLookup } from '../testing/schema-arbitrary.js';
import { schemaViolations } from '../testing/schema-violations.js';
import { sendAnchor } from '../testing/send-anchor.js';
import { everyImportCommand } from '../testing/send-import.js';
import { sendCommands } from '../testing/send-commands.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('the OpenAPI document, beside the API itself', () => {
  let running: RunningRegister;
  let document: OpenApi;
  let lookup: SchemaLookup;
  /** Everything the demo registered. */
  let entities: Entities;

  beforeAll(async () => {
    ({ running } = await runDemo());
    document = await fetchOpenApi(running.url);
    lookup = schemasOf(document);
    entities = await entitiesOf(running);
  }, 180_000);

  afterAll(() => running.stop());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, path, method, operation })),
    );

  /** Fails unless the answer is one that the operation says it gives. */
  async function expectDescribed(target: string, operation: Operation, response: Response): Promise<void> {
    const described = operation.responses[response.status] ?? operation.responses['default'];
    const type = response.headers.get('content-type')!.split(';')[0]!;
    const schema = described?.content?.[type]?.schema;
    // Formats of others have specifications of their own.
    if (schema && !type.endsWith('json')) return response.arrayBuffer().then(() => undefined);
    const body = await response.json();
    if (!schema) throw new Error(`${target} → ${response.status} ${type} is not described`);
    expect([target, schemaViolations(body, schema, lookup)]).toEqual([target, []]);
  }

  const positions = Array.from({ length: 50 }, (_, i) => String(i + 1));
  const targets = (path: string) => addressesOf(path, entities, positions);

  it.each(['parties', 'persons', 'matters', 'meetings', 'decisions', 'groups', 'initiatives'])(
    'is held against real %s',
    (collection) => {
      expect(entities[collection]!.length).toBeGreaterThan(0);
    },
  );

  it('describes what every GET answers, for readers who see names and readers who do not', async () => {
    const gets = operations().filter(({ method }) => method === 'get');
    expect(gets.length).toBeGreaterThan(20);
    for (const { path, operation } of gets) {
      const roles = (operation['x-roles'] ?? ['auditor']) as readonly Role[];
      for (const role of new Set([roles[0]!, ...roles.filter((role) => role === 'bi')])) {
        for (const target of targets(path)) {
          const response = await running.get(target, role);
          expect([target, response.status]).toEqual([target, 200]);
          await expectDescribed(target, operation, response);
        }
      }
    }
  }, 300_000);

  it('describes past states of knowledge too', async () => {
    const head = await running.register.store.head();
    for (const path of ['/v1/groups/{id}', '/v1/groups/{id}/composition', '/v1/decisions/{id}']) {
      for (const target of targets(path)) {
        const dated = `${target}?validAt=2024-02-01&knownAt=${head / 2n}`;
        await expectDescribed(dated, document.paths[path]!['get']!, await running.get(dated));
      }
    }
  }, 60_000);

  it('describes problems', async () => {
    const path = '/v1/persons/{id}';
    const missing = await running.get(path.replace('{id}', NOBODY));
    expect(missing.status).toBe(404);
    await expectDescribed(path, document.paths[path]!['get']!, missing);
    const invalid = await running.post('/v1/persons', { givenName: 7 });
    expect(invalid.status).toBe(422);
    await expectDescribed(path, document.paths['/v1/persons']!['post']!, invalid);
  });

  it('describes what every command answers', async () => {
    const called = new Set<string>();
    const answered = async (path: string, response: Response) => {
      called.add(path);
      const { post } = document.paths[path]!;
      const described = Object.keys(post!.responses);
      expect([path, described]).toEqual([path, expect.arrayContaining([String(response.status), 'default'])]);
      // Only a file can be there already.
      expect([path, described.length]).toEqual([path, path === '/v1/imports' ? 3 : 2]);
      await expectDescribed(path, post!, response);
    };
    const made = await oneOfEach(running, answered);
    const others = await oneOfEach(running);
    const known = { ...made, findings: madeFinding(others) };
    await sendCommands(running, everyCommand(made, others), known, answered);
    await everyImportCommand(running, others['groups']!, answered);
    await sendAnchor(running, answered);
    const posts = operations().filter(({ method }) => method === 'post');
    expect(posts.map(({ path }) => path).filter((path) => !called.has(path))).toEqual([]);
  }, 60_000);

  it('says of every operation what it is, what it answers, and who may use it', () => {
    const lacking = operations().flatMap(({ name, operation }) => {
      const { summary, tags = [], responses, security } = operation;
      const succeeds = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      const said: Readonly<Record<string, boolean>> = {
        summary: summary !== undefined && summary !== '',
        tags: tags.length > 0,
        answer:
          succeeds.length > 0 &&
          succeeds.every(([, response]) => Object.values(response?.content ?? {}).some((media) => media?.schema)),
        problem: responses['default']?.content?.['application/problem+json'] !== undefined,
        access: operation['x-public'] === true || (security ?? []).length > 0,
      };
      return Object.keys(said).flatMap((what) => (said[what] ? [] : [`${name}: ${what}`]));
    });
    expect(lacking).toEqual([]);
    // What a class is called when its type was lost on the way.
    expect(document.components.schemas['Object']).toBeUndefined();
  });

  it('gives an example or the codes of everything that can be sent', () => {
    const seen = new Set<JsonSchema>();
    const without = (schema: JsonSchema, at: string): string[] => {
      const parts = [...(schema.allOf ?? []), ...(schema.items ? [schema.items] : [])];
      const target = schema.$ref === undefined ? [] : [lookup(schema.$ref)];
      const inner = [...parts, ...target].flatMap((part) => {
        if (seen.has(part)) return [];
        seen.add(part);
        return without(part, part === target[0] ? schema.$ref!.split('/').at(-1)! : at);
      });
      const properties = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
        const refers = property.$ref ?? property.allOf ?? property.items?.$ref;
        const shown = refers ?? property.example ?? property.examples ?? property.enum;
        return [...(shown === undefined ? [`${at}/${name}`] : []), ...without(property, `${at}/${name}`)];
      });
      return [...inner, ...properties];
    };
    const bodies = operations().flatMap(({ name, operation }) => {
      const schema = operation.requestBody?.content['application/json']?.schema;
      return schema ? [{ name, schema }] : [];
    });
    expect(bodies.length).toBeGreaterThan(40);
    expect(bodies.flatMap(({ name, schema }) => without(schema, name))).toEqual([]);
  });
});
