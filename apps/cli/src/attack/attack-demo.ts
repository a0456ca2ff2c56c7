import type { Progress } from '../output/progress.js';
import type { Attack, AttackSeen } from './attack.js';
import { missingAttacks } from './attacks/missing.js';
import { personalAttacks } from './attacks/personal.js';
import { readModelAttacks } from './attacks/read-models.js';
import { rowAttacks } from './attacks/rows.js';
import { signingAttacks } from './attacks/signing.js';
import { timeAttacks } from './attacks/times.js';
import { Original } from './original.js';

/** Every attack, in the order of the threat model. */
export const ATTACKS: readonly Attack[] = [
  ...[rowAttacks, signingAttacks, timeAttacks, missingAttacks, readModelAttacks, personalAttacks].flat(),
].sort((one, other) => numberOf(one) - numberOf(other));

/** Carries out every attack on a copy of a register with the demo data; nothing else is touched. */
export async function attackDemo(loading: Progress, attacking: Progress): Promise<readonly AttackSeen[]> {
  const original = await Original.make(loading);
  loading.stop();
  try {
    const seen: AttackSeen[] = [];
    for (const attack of ATTACKS) {
      attacking.update(seen.length, ATTACKS.length);
      const { threat, title, aim, limits } = attack;
      seen.push({ threat, title, aim, limits, ...(await attack.perform(original)) });
    }
    return seen;
  } finally {
    attacking.stop();
    await original.remove();
  }
}

function numberOf({ threat }: Attack): number {
  return Number(threat.slice(1));
}
