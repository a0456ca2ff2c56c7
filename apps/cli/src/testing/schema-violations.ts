import { isCivilDate, isUuid } from '@liggare/kernel';
import type { JsonSchema, SchemaLookup } from './schema-arbitrary.js';

/** What says nothing about which values fit. A keyword that is neither here nor checked below is an error. */
const ANNOTATIONS = new Set(['description', 'example', 'examples', 'default', 'title']);
const CHECKED = new Set([
  ...['$ref', 'type', 'enum', 'format', 'oneOf', 'anyOf', 'allOf', 'items', 'properties', 'required'],
  ...['additionalProperties', 'minimum', 'maximum', 'minLength', 'maxLength'],
]);

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  uuid: isUuid,
  date: isCivilDate,
  'date-time': (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text),
  uri: (text) => URL.canParse(text),
  'uri-reference': (text) => URL.canParse(text, 'https://example.org'),
};

/**
 * Where a value departs from its schema, as `pointer: what`. Stricter than JSON Schema: a property that the schema does
 * not name is a departure too, since it is one that the document does not tell of.
 */
export function schemaViolations(value: unknown, schema: JsonSchema, lookup: SchemaLookup, at = ''): string[] {
  for (const keyword of Object.keys(schema)) {
    if (!ANNOTATIONS.has(keyword) && !CHECKED.has(keyword)) throw new Error(`unknown keyword ${keyword} at ${at}`);
  }
  const found: string[] = [];
  if (schema.$ref !== undefined) found.push(...schemaViolations(value, lookup(schema.$ref), lookup, at));
  for (const part of schema.allOf ?? []) found.push(...schemaViolations(value, part, lookup, at));
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices && !choices.some((choice) => schemaViolations(value, choice, lookup, at).length === 0)) {
    found.push(`${at}: fits none of the alternatives`);
  }
  if (schema.enum && !schema.enum.includes(value)) found.push(`${at}: is not among ${JSON.stringify(schema.enum)}`);
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (types && !types.some((type) => isOfType(value, type))) {
    return [...found, `${at}: is ${JSON.stringify(value)?.slice(0, 60)}, not ${types.join(' or ')}`];
  }
  if (typeof value === 'string') found.push(...inText(value, schema, at));
  if (typeof value === 'number') found.push(...inNumber(value, schema, at));
  if (Array.isArray(value) && schema.items) {
    found.push(...value.flatMap((item, i) => schemaViolations(item, schema.items!, lookup, `${at}/${i}`)));
  }
  if (types?.includes('object') && isObject(value)) found.push(...inObject(value, schema, lookup, at));
  return found;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inText(text: string, { format, minLength = 0, maxLength = Infinity }: JsonSchema, at: string): string[] {
  const check = format === undefined ? undefined : FORMATS[format];
  if (format !== undefined && !check) throw new Error(`unknown format ${format} at ${at}`);
  const long = text.length < minLength || text.length > maxLength ? [`${at}: has ${text.length} characters`] : [];
  return check && !check(text) ? [...long, `${at}: ${JSON.stringify(text)} is no ${format}`] : long;
}

function inNumber(number: number, { minimum = -Infinity, maximum = Infinity }: JsonSchema, at: string): string[] {
  return number < minimum || number > maximum ? [`${at}: ${number} is out of bounds`] : [];
}

function inObject(
  value: Readonly<Record<string, unknown>>,
  { properties = {}, required = [], additionalProperties = false }: JsonSchema,
  lookup: SchemaLookup,
  at: string,
): string[] {
  const missing = required.filter((name) => value[name] === undefined).map((name) => `${at}/${name}: is missing`);
  const others = typeof additionalProperties === 'object' ? additionalProperties : {};
  const inside = Object.entries(value).flatMap(([name, item]) => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!property && additionalProperties === false) return [`${at}/${name}: is not in the document`];
    return schemaViolations(item, property ?? others, lookup, `${at}/${name}`);
  });
  return [...missing, ...inside];
}
