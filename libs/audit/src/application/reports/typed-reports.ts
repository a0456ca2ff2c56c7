import { civilDateAt, type RecordedEvent } from '@liggare/kernel';
import { column, type Cell, type ReportDefinition } from './report.js';

const HEAD = [
  column('position', 'Plats i loggen', 'Position'),
  column('recordedAt', 'Registrerad', 'Recorded'),
  column('actor', 'Av', 'By'),
  column('type', 'Händelse', 'Event'),
  column('stream', 'Ström', 'Stream'),
];

function ofTypes(
  name: string,
  title: ReportDefinition['title'],
  types: readonly string[],
  fields: ReportDefinition['columns'],
): ReportDefinition {
  return {
    ...{ name, title, columns: [...HEAD, ...fields] },
    async *rows({ store }, { knownAt, actor, since }) {
      for await (const event of store.readAll({ filter: { types } })) {
        if (event.position > knownAt) return;
        if (actor !== undefined && event.metadata.actor.id !== actor) continue;
        if (since !== undefined && civilDateAt(event.recordedAt) < since) continue;
        yield [...headOf(event), ...fields.map(({ key }) => cellOf((event.data as Record<string, unknown>)[key]))];
      }
    },
  };
}

function headOf({ position, recordedAt, metadata, type, stream }: RecordedEvent): readonly Cell[] {
  return [position.toString(), recordedAt, metadata.actor.id, type, stream];
}

/** Commitments stay closed. */
function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}

/** Who was forgotten, on whose authority, and what was refused; who was protected; which rules of disposal there were. */
export const erasures = ofTypes(
  'erasures',
  { sv: 'Radering, gallring och skyddade uppgifter', en: 'Erasure, disposal and protected identities' },
  [
    ...['ErasureRequested', 'ErasureRefused', 'SubjectKeyErased', 'ErasureCompleted'],
    ...['IdentityProtected', 'IdentityProtectionLifted', 'RetentionRuleAdopted', 'RetentionRuleEnded'],
  ],
  [
    column('subjectId', 'Vem', 'Whose'),
    column('personId', 'Skyddad person', 'Protected person'),
    column('keyId', 'Nyckel', 'Key'),
    column('authority', 'Beslutad av', 'Authority'),
    column('legalBasis', 'Rättslig grund', 'Legal basis'),
    column('decision', 'Beslut', 'Decision'),
    column('affectedCount', 'Berörda värden', 'Values affected'),
    column('affectedDigest', 'Kontrolltal', 'Digest'),
  ],
);

/** What happened to the keys that sign the log and that names are sealed under. */
export const keys = ofTypes(
  'keys',
  { sv: 'Nycklar: byten och förstöring', en: 'Keys: rotation and destruction' },
  ['LogKeyRotated', 'KeyEncryptionKeyRotated', 'SubjectKeyErased'],
  [
    column('oldVkey', 'Gammal nyckel', 'Old key'),
    column('newVkey', 'Ny nyckel', 'New key'),
    column('firstSize', 'Från storlek', 'From size'),
    column('from', 'Gamla huvudnycklar', 'Old key-encryption keys'),
    column('to', 'Ny huvudnyckel', 'New key-encryption key'),
    column('subjectId', 'Vem', 'Whose'),
    column('keyId', 'Nyckel', 'Key'),
    column('keyCommitment', 'Nyckelns kontrolltal', 'Commitment to the key'),
  ],
);
