/**
 * What the packages in a lock ask for and the lock does not hold. `npm ci` refuses such a lock.
 * @param lock package-lock.json
 * @returns {{ name: string, version: string, by: string, optional: boolean, dev: boolean }[]}
 */
export function missingFromLock({ packages }) {
  return Object.entries(packages).flatMap(([by, { dependencies, optionalDependencies, dev, link }]) => {
    if (link) return [];
    const wanted = { ...dependencies, ...optionalDependencies };
    return Object.entries(wanted)
      .filter(([name]) => !found(packages, by, name))
      .map(([name, version]) => ({
        name,
        version,
        by,
        optional: name in (optionalDependencies ?? {}),
        dev: dev === true,
      }));
  });
}

/** As Node looks packages up: beside, then further and further out. */
function found(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    if (`${folder}${folder && '/'}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}
