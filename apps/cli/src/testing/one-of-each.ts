import type { RunningRegister } from './running-register.js';

const points = [{ number: 1, kind: 'other', text: 'Punkt' }];

/** The least that makes one entity of each kind, by collection. */
const LEAST: Readonly<Record<string, object>> = {
  parties: { name: 'Fiktionspartiet', abbreviation: 'FiP' },
  persons: { givenName: 'Fia', familyName: 'Fuzzman' },
  matters: { title: 'Ärende', openedOn: '2024' },
  meetings: { organ: {}, date: '2024-01-01' },
  decisions: { instrument: 'meeting', outcome: 'adopted', decidedOn: '2024', confidence: 'certain', points },
  groups: { name: 'Grupp', legalForm: 'informal', from: '2020' },
  initiatives: { title: 'Åtgärd', kinds: ['social'], level: 'universal', areas: [], confidence: 'certain' },
};

/** Makes one entity of each kind. @returns their ids, by collection */
export async function oneOfEach(
  running: RunningRegister,
  answered: (path: string, response: Response) => Promise<void> = () => Promise.resolve(),
): Promise<Record<string, string>> {
  const made: Record<string, string> = {};
  for (const [name, body] of Object.entries(LEAST)) {
    const path = `/v1/${name}`;
    const response = await running.post(path, body);
    if (response.status !== 201) throw new Error(`${path} → ${response.status} ${await response.text()}`);
    made[name] = response.headers.get('location')!.split('/').at(-1)!;
    await answered(path, response);
  }
  return made;
}
