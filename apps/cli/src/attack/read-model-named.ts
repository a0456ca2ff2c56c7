import { projections } from '@liggare/assembly';

/** @throws Error there is none */
export function readModelNamed(name: string): (typeof projections)[number] {
  const found = projections.find((each) => each.name === name);
  if (!found) throw new Error(`there is no read model ${name}`);
  return found;
}
