/** A name in clear, in memory only. */
export interface KnownName {
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Is it the person's name on the day that is asked about? */
  readonly current: boolean;
}

const swedish = new Intl.Collator('sv');

/**
 * Ids of the persons one of whose names has every word of the query in it, whatever the case; ordered by family and
 * given name as the Swedish alphabet does (å, ä, ö last).
 */
export function matchNames(names: readonly KnownName[], q: string): readonly string[] {
  const words = fold(q).split(/\s+/).filter(Boolean);
  const matches = new Set(
    names.filter((name) => words.every((word) => fold(full(name)).includes(word))).map(({ personId }) => personId),
  );
  const ordered = names
    .filter(({ personId, current }) => current && matches.has(personId))
    .toSorted((a, b) => swedish.compare(sortKey(a), sortKey(b)) || (a.personId < b.personId ? -1 : 1));
  return ordered.map(({ personId }) => personId);
}

function full({ givenName, familyName }: KnownName): string {
  return `${givenName} ${familyName}`;
}

function sortKey({ givenName, familyName }: KnownName): string {
  return `${familyName} ${givenName}`;
}

function fold(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('sv');
}
