const UUID = /\[0-9a-f\]\{8\}/;

/**
 * One row per field of a JSON Schema, nested fields by path (`basis.point`, `seats[].id`).
 * @returns {{ path: string, type: string, optional: boolean, description: string }[]}
 */
export function fieldRows(schema, prefix = '') {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const row = { path, type: typeName(field), optional: !required.has(name), description: describe(field) };
    return [row, ...nested(field, path)];
  });
}

function nested(field, path) {
  if (isSealed(field)) return [];
  if (field.type === 'object') return fieldRows(field, `${path}.`);
  if (field.type === 'array') return nested(field.items, `${path}[]`);
  return [];
}

/** The schema of an event as it is stored: where `decide` writes a plain personal value, only the commitment remains. */
export function storedForm(schema) {
  if (Array.isArray(schema)) return schema.map(storedForm);
  if (typeof schema !== 'object' || schema === null) return schema;
  if (isSealed(schema)) return commitmentOf(schema);
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, storedForm(value)]));
}

function commitmentOf(field) {
  return (field.anyOf ?? [field]).find((alternative) => alternative.properties?._sd !== undefined);
}

function isSealed(field) {
  return commitmentOf(field) !== undefined;
}

function describe(field) {
  return field.description ?? commitmentOf(field)?.description ?? '';
}

function typeName(field) {
  if (isSealed(field)) return 'sealed text';
  if (field.anyOf) return field.anyOf.map(typeName).join(' | ');
  if (field.const !== undefined) return JSON.stringify(field.const);
  if (field.type === 'array') return `list of ${typeName(field.items)}`;
  if (field.type !== 'string') return field.type ?? 'any';
  if (field.format) return field.format.replace('-', ' ');
  return UUID.test(field.pattern ?? '') ? 'UUID' : 'text';
}
