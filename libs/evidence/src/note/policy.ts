import { cosignedAt } from './cosignature.js';
import { parseVerifierKey, SIGNATURE_TYPES, type VerifierKey } from './keys.js';
import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { isSignedEd25519 } from './ed25519.js';
import { Malformed } from './malformed.js';
import { parseNote, signaturesOf } from './signed-note.js';

/** Witnesses of which so many must have cosigned. */
export interface Group {
  readonly name: string;
  readonly threshold: number;
  readonly members: readonly string[];
}

/** C2SP tlog-policy: what an auditor pins: which logs, which witnesses, how many of them. */
export interface Policy {
  readonly logs: readonly VerifierKey[];
  readonly witnesses: ReadonlyMap<string, VerifierKey>;
  readonly groups: ReadonlyMap<string, Group>;
  /** A witness, a group, or `none`. */
  readonly quorum: string;
}

const NONE = 'none';

/** @throws Malformed */
export function parsePolicy(text: string): Policy {
  const logs: VerifierKey[] = [];
  const witnesses = new Map<string, VerifierKey>();
  const groups = new Map<string, Group>();
  let quorum: string | undefined;
  const known = (name: string) => witnesses.has(name) || groups.has(name);
  for (const [index, line] of text.split('\n').entries()) {
    const fail = (reason: string) => new Malformed('tlog-policy', `line ${index + 1}: ${reason}`);
    const words = line
      .replace(/#.*$/, '')
      .trim()
      .split(/[ \t]+/)
      .filter(Boolean);
    const [keyword, ...rest] = words;
    if (keyword === undefined) continue;
    if (keyword === 'log') {
      const [vkey = ''] = rest;
      const key = parseVerifierKey(vkey);
      if (key.type !== SIGNATURE_TYPES.ed25519) throw fail('a log signs with a plain Ed25519 key');
      if (logs.some((log) => log.text === key.text)) throw fail('a log twice');
      logs.push(key);
    } else if (keyword === 'witness') {
      const [name = '', vkey = ''] = rest;
      const key = parseVerifierKey(vkey);
      if (name === '' || name === NONE || known(name)) throw fail('a name of its own');
      if (key.type !== SIGNATURE_TYPES.cosignature) throw fail('a witness signs with a cosignature key');
      if ([...witnesses.values()].some((other) => other.text === key.text)) throw fail('a witness twice');
      witnesses.set(name, key);
    } else if (keyword === 'group') {
      const [name = '', many = '', ...members] = rest;
      if (name === '' || name === NONE || known(name)) throw fail('a name of its own');
      if (members.length === 0 || new Set(members).size !== members.length) throw fail('members, each once');
      const unknown = members.find((member) => !known(member));
      if (unknown !== undefined) throw fail(`${unknown} is not said above`);
      const threshold =
        many === 'all' ? members.length : many === 'any' ? 1 : /^[1-9]\d*$/.test(many) ? Number(many) : 0;
      if (threshold < 1 || threshold > members.length) throw fail('all, any, or how many of the members');
      groups.set(name, { name, threshold, members });
    } else if (keyword === 'quorum') {
      const [name = ''] = rest;
      if (quorum !== undefined || rest.length !== 1) throw fail('exactly one quorum');
      if (name !== NONE && !known(name)) throw fail(`${name} is not said above`);
      quorum = name;
    } else {
      throw fail(`${keyword} is not a keyword`);
    }
  }
  if (quorum === undefined) throw new Malformed('tlog-policy', 'no quorum');
  return { logs, witnesses, groups, quorum };
}

/** A checkpoint, and who stands for it. */
export interface TrustedCheckpoint extends Checkpoint {
  readonly text: string;
  readonly log: VerifierKey;
  /** Names by the policy, and when they cosigned, seconds since 1970. */
  readonly cosignedAt: ReadonlyMap<string, number>;
}

/**
 * A checkpoint that one of the policy's logs signed, whoever cosigned it.
 * @throws Malformed it is no checkpoint, of no log of the policy, or has a signature of a known key that does not hold
 */
export function openCheckpoint(signed: string, policy: Pick<Policy, 'logs' | 'witnesses'>): TrustedCheckpoint {
  const note = parseNote(signed);
  const checkpoint = parseCheckpoint(note.text);
  const logs = policy.logs.filter(({ name }) => name === checkpoint.origin);
  const cosigners = [...policy.witnesses];
  const times = new Map<string, number>();
  const [log] = signaturesOf(note, [...logs, ...cosigners.map(([, key]) => key)], (key, line, text) => {
    if (key.type === SIGNATURE_TYPES.ed25519) {
      return isSignedEd25519(key.key, Buffer.from(text, 'utf8'), line.signature);
    }
    const time = cosignedAt(key, line, text);
    const name = cosigners.find(([, other]) => other === key)?.[0];
    if (time === undefined || name === undefined) return false;
    times.set(name, Math.min(time, times.get(name) ?? time));
    return true;
  }).filter(({ type }) => type === SIGNATURE_TYPES.ed25519);
  if (!log) throw new Malformed('checkpoint', `not signed by ${checkpoint.origin}`);
  return { ...checkpoint, text: note.text, log, cosignedAt: times };
}

/** Have as many cosigned as the policy asks for? */
export function hasQuorum(policy: Policy, cosigned: ReadonlySet<string>): boolean {
  const counts = (name: string): boolean => {
    const group = policy.groups.get(name);
    if (!group) return cosigned.has(name);
    return group.members.filter(counts).length >= group.threshold;
  };
  return policy.quorum === NONE || counts(policy.quorum);
}
