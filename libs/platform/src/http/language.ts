export type Language = 'sv' | 'en';

/** The reader's language by `Accept-Language` (RFC 9110 §12.5.4): the better liked of the two, Swedish when in doubt. */
export function languageOf(accepted: string | undefined): Language {
  const liking = { sv: 0, en: 0 };
  for (const range of (accepted ?? '').split(',')) {
    const match = /^\s*(sv|en)(?:-[a-z0-9-]+)?\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*$/i.exec(range);
    if (!match) continue;
    const language = match[1]!.toLowerCase() as Language;
    liking[language] = Math.max(liking[language], Number(match[2] ?? 1));
  }
  return liking.en > liking.sv ? 'en' : 'sv';
}
