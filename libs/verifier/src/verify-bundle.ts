import { linesOf, type BundleFiles } from './files/bundle-files.js';
import { checkRoots, checkSignatures, wantedSizes, type Trust } from './levels/checkpoints.js';
import { DisclosureChecks } from './levels/disclosures.js';
import { checkEvent, parseEventLine } from './levels/event-line.js';
import { Replay, type Reducers } from './levels/replay.js';
import { SeenByWitnesses } from './levels/seen-by-witnesses.js';
import { StreamChecks } from './levels/streams.js';
import { checkSums, reasonOf } from './levels/sums.js';
import { entriesOf, GrowingTree } from './levels/tree.js';
import { Findings, type Verdict } from './verdict.js';

export interface VerifyOptions {
  /** The auditor's own C2SP tlog-policy: whose signatures count. */
  readonly policy?: string;
  /** A checkpoint that the auditor kept from an earlier time. */
  readonly pinned?: string;
  /** The highest level to run; all of them unless given. */
  readonly level?: number;
  readonly reducers?: Reducers;
  /** Told now and then how many events were looked at. */
  readonly progress?: (events: number, size: number) => void;
}

/**
 * Checks a bundle from its bytes up, without asking anybody. Never throws for what is in the bundle: whatever is wrong with
 * it is in the verdict. A level that could not be run says so.
 */
export async function verifyBundle(files: BundleFiles, options: VerifyOptions = {}): Promise<Verdict> {
  const findings = new Findings();
  await checkSums(files, findings);
  const trust = await checkSignatures(files, findings, options);
  if (trust) await checkEvents(files, findings, trust, options);
  findings.note(
    8,
    'Compare the paragraph numbers in reports/ with the signed minutes: no file can show what was never recorded.',
  );
  const about = trust && {
    origin: trust.checkpoint.origin,
    size: trust.checkpoint.size,
    root: Buffer.from(trust.checkpoint.root).toString('base64'),
  };
  return findings.verdict(about ?? {}, options.level ?? Infinity);
}

/** L1, L2 and L4 to L7, in one reading of leaves and events side by side. */
async function checkEvents(
  files: BundleFiles,
  findings: Findings,
  trust: Trust,
  { level = Infinity, reducers, progress }: VerifyOptions,
): Promise<void> {
  const { origin, size } = trust.checkpoint;
  const tree = new GrowingTree(files, findings, wantedSizes(trust));
  const streams = new StreamChecks(findings, new SeenByWitnesses(trust));
  const disclosures = new DisclosureChecks(findings);
  const replay = level >= 6 ? await Replay.begin(files, findings, reducers) : undefined;
  if (!reducers) findings.note(6, 'This verifier has no rules to replay the events with.');
  const lines = linesOf(files, 'events.jsonl');
  try {
    for await (const entry of entriesOf(files, size)) {
      const seq = tree.size;
      await tree.append(entry);
      const next = await lines.next();
      if (next.done === true) throw new Error(`it ends before event ${seq}`);
      const line = parseEventLine(next.value);
      if (line.seq !== seq) throw new Error(`event ${line.seq} stands where ${seq} belongs`);
      checkEvent(line, entry, origin, findings);
      streams.look(line);
      disclosures.look(line);
      replay?.look(line);
      if (seq % 1_000 === 0) progress?.(seq, size);
    }
    if ((await lines.next()).done !== true) throw new Error('it has more events than the log');
    await tree.end();
    disclosures.end();
  } catch (error) {
    const level = tree.size < size ? 2 : 1;
    findings.problem(level, 'tampered', 'events.jsonl, tile/', reasonOf(error));
  }
  checkRoots(trust, tree, findings);
  progress?.(size, size);
}
