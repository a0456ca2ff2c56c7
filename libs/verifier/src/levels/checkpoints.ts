import {
  hasQuorum,
  Malformed,
  openCheckpoint,
  parsePolicy,
  sameHash,
  type Policy,
  type TrustedCheckpoint,
} from '@liggare/evidence';
import type { BundleFiles } from '../files/bundle-files.js';
import type { Findings } from '../verdict.js';
import { reasonOf, textOf } from './sums.js';
import type { GrowingTree } from './tree.js';

export interface Trust {
  readonly policy: Policy;
  /** The checkpoint that the bundle is pinned to. */
  readonly checkpoint: TrustedCheckpoint;
  /** All others that it holds, and the one the auditor kept; by where they are from. */
  readonly earlier: ReadonlyMap<string, TrustedCheckpoint>;
}

/**
 * L3: who signed. Without a policy of the auditor's own, the keys are what the bundle itself claims, and that is
 * incomplete: anybody can sign with a key of their own.
 * @param given texts of the auditor's policy and of a checkpoint the auditor kept
 * @returns undefined when there is nothing that could be trusted
 */
export async function checkSignatures(
  files: BundleFiles,
  findings: Findings,
  given: { readonly policy?: string; readonly pinned?: string },
): Promise<Trust | undefined> {
  try {
    const policy = parsePolicy(given.policy ?? textOf(await files.read('policy.txt')));
    if (given.policy === undefined) {
      findings.problem(
        3,
        'incomplete',
        'policy.txt',
        'the keys are the bundle’s own: compare them with those printed in the minutes',
      );
    }
    const checkpoint = open('checkpoint', textOf(await files.read('checkpoint')), policy, findings);
    if (!checkpoint) return undefined;
    const cosigned = new Set(checkpoint.cosignedAt.keys());
    if (policy.quorum === 'none') findings.note(3, 'The policy asks for no witness.');
    if (hasQuorum(policy, cosigned)) findings.checked(3, 1 + cosigned.size);
    else findings.problem(3, 'incomplete', 'checkpoint', 'fewer witnesses have cosigned than the policy asks for');
    const earlier = new Map<string, TrustedCheckpoint>();
    for (const path of (await files.paths()).filter((each) => each.startsWith('checkpoints/')).sort()) {
      const one = open(path, textOf(await files.read(path)), policy, findings);
      if (one) earlier.set(path, one);
    }
    if (given.pinned !== undefined) {
      const pinned = open('the checkpoint you kept', given.pinned, policy, findings);
      if (pinned) earlier.set('the checkpoint you kept', pinned);
    }
    return { policy, checkpoint, earlier };
  } catch (error) {
    const where = error instanceof Malformed ? error.name : 'checkpoint';
    findings.problem(3, 'tampered', where, reasonOf(error));
    return undefined;
  }
}

function open(where: string, note: string, policy: Policy, findings: Findings): TrustedCheckpoint | undefined {
  try {
    return openCheckpoint(note, policy);
  } catch (error) {
    findings.problem(3, 'tampered', where, reasonOf(error));
    return undefined;
  }
}

/** Sizes whose roots decide L2 and L4. */
export function wantedSizes({ checkpoint, earlier }: Trust): ReadonlySet<number> {
  return new Set([checkpoint.size, ...[...earlier.values()].map(({ size }) => size)]);
}

/** L2 at the end, and L4: the tree has the roots that were signed for its sizes. */
export function checkRoots({ checkpoint, earlier }: Trust, tree: GrowingTree, findings: Findings): void {
  const root = tree.rootAt(checkpoint.size);
  if (root && sameHash(root, checkpoint.root)) findings.checked(2);
  else findings.problem(2, 'tampered', 'checkpoint', 'the leaves do not make its root');
  for (const [where, { origin, size, root: signed }] of earlier) {
    const found = tree.rootAt(size);
    if (origin !== checkpoint.origin) findings.problem(4, 'tampered', where, 'it is of another log');
    else if (!found) findings.problem(4, 'tampered', where, `it has ${size} leaves: the log has been cut off`);
    else if (!sameHash(found, signed))
      findings.problem(4, 'tampered', where, 'the log does not continue it: history was changed');
    else findings.checked(4);
  }
  if (earlier.size === 0) findings.note(4, 'There is no earlier checkpoint to compare with.');
}
