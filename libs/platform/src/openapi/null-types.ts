/** OpenAPI 3.1 knows no `nullable`: what may be null has the type null beside its own, and null among its codes. */
export function withNullTypes<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(withNullTypes) as T;
  if (typeof schema !== 'object' || schema === null) return schema;
  const mapped = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, withNullTypes(value as unknown)]),
  );
  const { nullable, ...rest } = mapped;
  if (nullable !== true || typeof rest['type'] !== 'string') return mapped as T;
  const codes = rest['enum'] as readonly unknown[] | undefined;
  const withNull = codes && !codes.includes(null) ? { enum: [...codes, null] } : {};
  return { ...rest, type: [rest['type'], 'null'], ...withNull } as T;
}
