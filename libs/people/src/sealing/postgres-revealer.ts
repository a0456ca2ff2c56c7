import type { Database } from '@liggare/database';
import { NotAuthentic, opens, readDisclosure, unseal } from '@liggare/evidence';
import type { Revealed, Revealer, RevealOptions } from '@liggare/platform';
import { subjectOfKey } from './key-id.js';
import { nobodyProtected, type ProtectedSubjects } from './protected-subjects.js';
import type { SubjectKeys } from './subject-keys.js';

interface SealedRow {
  readonly sd: string;
  readonly event_id: string;
  readonly pointer: string;
  readonly kid: string;
  /** Null, as is the ciphertext, when the log says that the key was destroyed. */
  readonly nonce: string | null;
  readonly ciphertext: string | null;
}

type ReadableRow = SealedRow & { readonly nonce: string; readonly ciphertext: string };

/** Told of a stored ciphertext that does not open its commitment: tampering, or a key of another installation. */
export type OnBroken = (place: { readonly eventId: string; readonly pointer: string }) => void;

/**
 * Finds the text behind commitments. Nothing is shown that does not open its commitment: neither a ciphertext that was
 * exchanged in the database nor one with two plaintexts gets through. What is sealed for a protected person is withheld
 * from whoever may not unmask, wherever it stands and however old it is.
 */
export class PostgresRevealer implements Revealer {
  /** @param log origin of the log, as the sealer was given it */
  constructor(
    private readonly readModels: Database,
    private readonly keys: SubjectKeys,
    private readonly log: string,
    private readonly onBroken: OnBroken,
    private readonly protection: Pick<ProtectedSubjects, 'among'> = nobodyProtected,
  ) {}

  /** One answer per digest: the text, or why it is not shown. */
  async reveal(digests: readonly string[], { mayUnmask = false }: RevealOptions = {}): Promise<Map<string, Revealed>> {
    const answers = new Map<string, Revealed>(digests.map((digest) => [digest, { withheld: 'unknown' }]));
    if (answers.size === 0) return answers;
    const { rows } = await this.readModels.query<SealedRow>(
      'select sd, event_id, pointer, kid, nonce, ciphertext from sealed_values.sealed_value where sd = any($1)',
      [[...answers.keys()]],
    );
    const protectedSubjects = await this.protection.among([...new Set(rows.map(({ kid }) => subjectOfKey(kid)))]);
    for (const { sd, ciphertext } of rows) if (ciphertext === null) answers.set(sd, { withheld: 'erased' });
    const keys = await this.keys.forReading([...new Set(rows.map(({ kid }) => kid))]);
    for (const row of rows) {
      const key = keys.get(row.kid);
      const isProtected = protectedSubjects.has(subjectOfKey(row.kid));
      if (key === 'erased') answers.set(row.sd, { withheld: 'erased' });
      else if (isProtected && !mayUnmask) answers.set(row.sd, { withheld: 'protected' });
      else if (key && isThere(row)) answers.set(row.sd, unmasked(this.open(row, key), isProtected));
    }
    return answers;
  }

  private open(row: ReadableRow, key: Uint8Array): Revealed {
    const disclosure = this.disclosureOf(row, key);
    if (disclosure !== undefined && opens(disclosure, row.sd)) {
      const { pointer, value } = readDisclosure(disclosure);
      if (pointer === row.pointer) return { value };
    }
    this.onBroken({ eventId: row.event_id, pointer: row.pointer });
    return { withheld: 'unknown' };
  }

  private disclosureOf(row: ReadableRow, key: Uint8Array): string | undefined {
    const sealed = { alg: 'A256GCM', kid: row.kid, n: row.nonce, ct: row.ciphertext } as const;
    try {
      return unseal(sealed, key, { event: row.event_id, log: this.log, ptr: row.pointer });
    } catch (error) {
      if (error instanceof NotAuthentic) return undefined;
      throw error;
    }
  }
}

function isThere(row: SealedRow): row is ReadableRow {
  return row.nonce !== null && row.ciphertext !== null;
}

function unmasked(revealed: Revealed, isProtected: boolean): Revealed {
  return isProtected && 'value' in revealed ? { ...revealed, unmasked: true } : revealed;
}
