import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { API_VERSION } from '../http/api-info.controller.js';
import { withNullTypes } from './null-types.js';

const DESCRIPTION = `**Svenska.** Registret över kommunens förebyggande arbete: beslut, uppdrag och insatser som
händelser i en logg. Läsningar kan ange \`validAt\` (vilken dag svaret gäller) och \`knownAt\` (vad registret visste då).
Kommandon är idempotenta med \`Idempotency-Key\`, skyddas av \`If-Match\` och svarar med sin plats i loggen,
\`Liggare-Position\`.

**English.** The register of the municipality's preventive work: decisions, appointments and initiatives as events in a
log. Reads take \`validAt\` (the day the answer is about) and \`knownAt\` (what the register knew then). Commands are
idempotent by \`Idempotency-Key\`, guarded by \`If-Match\`, and answer with their place in the log, \`Liggare-Position\`.`;

const PROBLEM = {
  description: 'Fel enligt RFC 9457 · A problem (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'traceId'],
  properties: {
    type: { type: 'string', format: 'uri-reference', examples: ['/problems/rule-broken'] },
    title: { type: 'string', examples: ['En regel hindrar detta'] },
    status: { type: 'integer', examples: [422] },
    detail: { type: 'string', examples: ['the period ends before it begins'] },
    instance: { type: 'string', format: 'uri', examples: ['urn:uuid:0c1f5d0e-7a53-5b57-9c5f-6d1f3f0a2b11'] },
    code: {
      type: 'string',
      description: 'Regelns kod, eller felslagets · Code of the rule, or of the kind of problem',
      examples: ['from-after-to'],
    },
    traceId: { type: 'string', examples: ['4bf92f3577b34da6a3ce929d0e0e4736'] },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'detail'],
        properties: {
          pointer: {
            type: 'string',
            description: 'JSON Pointer, ?parameter eller huvud · JSON pointer, ?parameter or header',
            examples: ['/to'],
          },
          code: { type: 'string', examples: ['from-after-to'] },
          detail: { type: 'string', examples: ['the period ends before it begins'] },
        },
      },
    },
  },
};

/** Headers every command takes. */
const COMMAND_HEADERS = [
  header('Idempotency-Key', 'Samma nyckel betyder samma kommando · The same key means the same command'),
  header('If-Match', 'Versionen som avsändaren såg, t.ex. "7" · The revision the sender saw'),
  header(
    'Liggare-On-Behalf-Of',
    'Organet i vars namn avsändaren handlar (id) · The body in whose name the sender acts (id)',
  ),
  header('Prefer', 'respond-async: vänta inte på läsmodellerna · do not wait for the read models'),
  header('traceparent', 'W3C Trace Context'),
];

function header(name: string, description: string) {
  return { name, in: 'header' as const, required: false, description, schema: { type: 'string' } };
}

/** Headers of every answer to a command. */
const WRITTEN_HEADERS = {
  Location: answerHeader('Resursens adress · Address of the resource'),
  ETag: answerHeader('Resursens version, för If-Match · The resource’s revision, for If-Match'),
  'Liggare-Position': answerHeader('Kommandots plats i loggen · The command’s place in the log'),
  'Liggare-Read-Models': answerHeader(
    'current: läsmodellerna visar ändringen; annars pending · shown by read models yet?',
  ),
  'Liggare-Receipt': answerHeader(
    'Var beviset finns att händelsen står i loggen, eller pending · Where the proof is that the event is in the log',
  ),
};

function answerHeader(description: string) {
  return { description, schema: { type: 'string' as const } };
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;

/** The OpenAPI 3.1 document of everything the app serves, in an order that does not change from run to run. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Liggare – admin-API')
    .setDescription(DESCRIPTION)
    .setVersion(API_VERSION)
    .setContact('Liggare', 'https://example.org/liggare', 'liggare@example.org')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/sv/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, config);
  Object.assign(document.info, {
    'x-sla': { availability: 'enligt driftavtal · per operating agreement', support: 'vardagar · weekdays' },
    'x-limitations': ['Följer regler ur REST API-profilen men gör inte anspråk på överensstämmelse'],
  });
  for (const path of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(path) as [string, Operation | undefined][]) {
      if (operation?.responses) complete(method, operation, operation.responses);
    }
  }
  document.components ??= {};
  document.components.schemas = sorted(
    withNullTypes({ ...document.components.schemas, Problem: PROBLEM_SCHEMA as never }),
  );
  document.paths = sorted(document.paths);
  return document;
}

/** What holds for every operation, said at each, as the REST API profile asks (DOK.19, DOK.20, FEL.02). */
function complete(method: string, operation: Operation, responses: Operation['responses']): void {
  operation.description ??= operation.summary ?? '';
  for (const [status, response] of Object.entries(responses)) {
    if (!response || '$ref' in response) continue;
    response.description ||= status === '201' ? 'Skapad · Created' : 'Svaret · The answer';
    if (method === 'post' && status.startsWith('2')) response.headers = { ...WRITTEN_HEADERS, ...response.headers };
  }
  responses['default'] = PROBLEM;
  if (method === 'post') operation.parameters = [...(operation.parameters ?? []), ...COMMAND_HEADERS];
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
