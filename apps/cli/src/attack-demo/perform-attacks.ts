import type { Configuration } from '@liggare/platform';
import type { Attack, Performed } from './attack.js';
import { attacksOnMeaning } from './attacks-on-meaning.js';
import { attacksOnTheLog } from './attacks-on-the-log.js';
import { Scene } from './scene.js';

/** All of them, in the order of the threat model. */
export const ATTACKS: readonly Attack[] = [...attacksOnTheLog, ...attacksOnMeaning].sort(
  (a, b) => Number(a.threat.slice(1)) - Number(b.threat.slice(1)),
);

/**
 * Carries out every attack of the threat model, each on a copy of its own of a register that the demo was loaded into.
 * @param configuration of an empty database and data directory, which are this demonstration's alone
 * @param directory where copies, bundles and the witness are kept; the caller removes it
 */
export async function* performAttacks(
  configuration: Configuration,
  directory: string,
  note: (text: string) => void = () => undefined,
): AsyncGenerator<Performed> {
  const scene = await Scene.set(configuration, directory, note);
  try {
    for (const attack of ATTACKS) {
      const { threat, title, lesson } = attack;
      note(`${threat}: ${title.en}`);
      const copy = await scene.copy(attack.of ?? 'now');
      try {
        const seen = await attack.perform(scene, copy);
        yield { threat, title, lesson, deeds: copy.deeds, seen };
      } finally {
        await copy.close();
      }
    }
  } finally {
    await scene.strike();
  }
}
