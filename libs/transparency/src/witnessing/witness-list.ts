import { Malformed, parsePolicy, type VerifierKey } from '@liggare/evidence';

/** A witness that is asked. */
export interface ConfiguredWitness {
  /** By the policy. */
  readonly name: string;
  readonly key: VerifierKey;
  readonly url: string;
}

/**
 * Witnesses of a policy, and where they answer. One without an address is not asked: its cosignatures come otherwise.
 * @param urls name of the policy to prefix of its addresses
 * @throws Malformed the policy is none, or an address is of no witness in it
 */
export function witnessList(policyText: string, urls: ReadonlyMap<string, string>): readonly ConfiguredWitness[] {
  const { witnesses } = parsePolicy(policyText);
  return [...urls].map(([name, url]) => {
    const key = witnesses.get(name);
    if (!key) throw new Malformed('tlog-policy', `${name} has an address, and is no witness of it`);
    return { name, key, url };
  });
}
