import fc from 'fast-check';

/** The part of a JSON Schema that the OpenAPI document uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
}

export type SchemaLookup = (ref: string) => JsonSchema;

/** What nobody sends on purpose: each has broken some parser somewhere. */
const hostile = fc.constantFrom<unknown>(
  null,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '2023-02-29',
  '9999-99-99',
  'unknown',
  '00000000-0000-4000-8000-000000000000',
  -1,
  0,
  1e308,
  2 ** 53,
  true,
  [],
  {},
  [[]],
  'x'.repeat(5_000),
  '=1+1',
  "'; drop table event_store.event; --",
  { __proto__: { admin: true } },
  { _sd: 'AAAA' },
  { _personal: { subject: 'x', value: 'y' } },
);

/** Bodies near the schema: mostly valid fields, with hostile values, missing and additional properties mixed in. */
export function bodiesNear(schema: JsonSchema, lookup: SchemaLookup): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 6, arbitrary: valid(schema, lookup, 0) },
    { weight: 3, arbitrary: disturbed(schema, lookup) },
    { weight: 1, arbitrary: fc.oneof(hostile, fc.jsonValue()) },
  );
}

function disturbed(schema: JsonSchema, lookup: SchemaLookup): fc.Arbitrary<unknown> {
  return fc
    .tuple(valid(schema, lookup, 0), fc.nat(), hostile, fc.constantFrom('replace', 'remove', 'add'))
    .map(([body, pick, value, how]) => {
      if (typeof body !== 'object' || body === null || Array.isArray(body)) return value;
      const copy: Record<string, unknown> = { ...body };
      const keys = Object.keys(copy);
      const key = keys[pick % Math.max(keys.length, 1)] ?? 'unexpected';
      if (how === 'replace') copy[key] = value;
      else if (how === 'remove') Reflect.deleteProperty(copy, key);
      else copy['unexpected'] = value;
      return copy;
    });
}

function valid(schema: JsonSchema, lookup: SchemaLookup, depth: number): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return valid(lookup(schema.$ref), lookup, depth);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return fc.oneof(...choices.map((choice) => valid(choice, lookup, depth)));
  if (schema.allOf) {
    return fc
      .tuple(...schema.allOf.map((part) => valid(part, lookup, depth)))
      .map((parts) => Object.assign({}, ...parts) as unknown);
  }
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  switch (type) {
    case 'object':
      return objectOf(schema, lookup, depth);
    case 'array':
      return fc.array(valid(schema.items ?? {}, lookup, depth + 1), { maxLength: depth > 3 ? 0 : 3 });
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -5, max: Math.min(schema.maximum ?? 50, 1_000) });
    case 'boolean':
      return fc.boolean();
    case 'string':
      return textOf(schema);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function objectOf(schema: JsonSchema, lookup: SchemaLookup, depth: number): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  return fc.record(
    Object.fromEntries(properties.map(([name, property]) => [name, valid(property, lookup, depth + 1)])),
    { requiredKeys: (schema.required ?? []).filter((name) => properties.some(([known]) => known === name)) },
  );
}

function textOf(schema: JsonSchema): fc.Arbitrary<string> {
  const example = schema.example ?? schema.examples?.[0];
  const examples = typeof example === 'string' ? [fc.constant(example)] : [];
  if (schema.format === 'uuid') return fc.oneof(...examples, fc.uuid());
  if (schema.format === 'date') return day;
  if (schema.format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  return fc.oneof(...examples, day, fc.string({ maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 20 }));
}

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
