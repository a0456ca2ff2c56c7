/** The ids of persons and parties anywhere in an answer, each once. */
export function idsIn(answer: unknown): { readonly persons: string[]; readonly parties: string[] } {
  const persons = new Set<string>();
  const parties = new Set<string>();
  const walk = (value: unknown, key = ''): void => {
    if (typeof value === 'string') {
      if (key === 'personId') persons.add(value);
      if (key === 'partyId' || key === 'nominatingPartyId') parties.add(value);
    } else if (Array.isArray(value)) {
      for (const item of value) walk(item, key);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) walk(item, name);
    }
  };
  walk(answer);
  return { persons: [...persons], parties: [...parties] };
}
