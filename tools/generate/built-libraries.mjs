import { projects } from '../projects.mjs';

const isMigrationSet = (value) => typeof value?.schema === 'string' && typeof value.directory === 'string';
const isProjection = (value) => typeof value?.apply === 'function' && Array.isArray(value.handles);
const isSlice = (value) => Array.isArray(value?.catalogues) && Array.isArray(value.projections);

/**
 * What the built libraries export, told by its shape: so that a new slice, read model or migration is in the reference
 * without anybody adding it to a list.
 */
export async function builtLibraries() {
  const names = projects.filter(({ layers }) => !['app', 'contract'].includes(layers[0])).map(({ name }) => name);
  const exported = [];
  for (const name of names) exported.push(...Object.values(await import(name)).flat());
  const slices = exported.filter(isSlice);
  return {
    slices: unique(slices, ({ name }) => name),
    projections: unique(
      [...exported.filter(isProjection), ...slices.flatMap((slice) => slice.projections)],
      ({ name, version }) => `${name} ${version}`,
    ),
    migrations: unique(
      [...exported.filter(isMigrationSet), ...slices.flatMap((slice) => slice.migrations)],
      ({ schema }) => schema,
    ),
  };
}

/** Sorted by key, each key once. */
function unique(values, key) {
  const byKey = new Map(values.map((value) => [key(value), value]));
  return [...byKey.keys()].sort().map((k) => byKey.get(k));
}
