import type { Command } from './every-command.js';
import type { MadeIds } from './one-of-each.js';

const year = { from: '2024-01-01', to: '2025-01-01' };
const definition = { definition: 'Andel otrygga', unit: '%', source: 'NTU' };

/** Problems and causes, what initiatives work on, indicators, follow-ups: in an order in which each is accepted. */
export function preventiveChainCommands(made: MadeIds, others: MadeIds): readonly Command[] {
  const basis = { decisionId: others['decisions'], point: 1 };
  return [...problems(basis), ...work(made, basis), ...indicators(made, basis), ...areas(others, basis)];
}

function problems(basis: object): readonly Command[] {
  const problem = '/v1/problems/{id}';
  return [
    [
      `${problem}/revisions`,
      { from: '2024-02-01', description: 'Vid norra entrén', publicSummary: 'På torget', basis },
    ],
    [`${problem}/causes`, { text: 'Dålig belysning', factor: 'risk', from: '2023', basis }],
    [`${problem}/causes/{causeId}/ends`, { to: '2027', reason: 'Ny kartläggning' }],
    [`${problem}/closures`, { on: '2025-01-01', reason: 'Inget kvar' }],
    [`${problem}/reopenings`, { on: '2025-06' }],
    [`${problem}/registration-corrections`, { corrects: '{causeId}', text: 'Mörka stråk' }],
  ];
}

function work(made: MadeIds, basis: object): readonly Command[] {
  const initiative = '/v1/initiatives/{id}';
  const problemId = made['problems'];
  const plan = { period: year, dueOn: '2025-03-31' };
  const followUp = { period: year, madeOn: '2025-02', assessment: 'on-track', continuation: 'continue' };
  return [
    [`${initiative}/problems`, { problemId, from: '2024', basis }],
    [`${initiative}/problems/{addressId}/ends`, { to: '2026' }],
    [`${initiative}/budgets`, { period: year, amount: 1_200_000, funding: 'Statsbidrag', basis }],
    [`${initiative}/legal-bases`, { statute: 'lag (2023:421)', from: '2024-01-01', basis }],
    [`${initiative}/legal-bases/{legalBasisId}/ends`, { to: '2026-01-01' }],
    [`${initiative}/planned-follow-ups`, plan],
    [`${initiative}/follow-ups`, { ...followUp, plannedId: '{plannedId}', evidence: 'Intervjuer', summary: 'Tolv' }],
  ];
}

function indicators(made: MadeIds, basis: object): readonly Command[] {
  const indicator = '/v1/indicators/{id}';
  return [
    [`${indicator}/versions`, { ...definition, method: 'Webb', from: '2025-01-01', breaksSeries: true, basis }],
    [`${indicator}/baselines`, { value: 38, on: '2023', basis }],
    [`${indicator}/targets`, { value: 32, by: '2027-01-01', basis }],
    [`${indicator}/measurements`, { period: year, value: 36, source: 'NTU 2025', publishedOn: '2025-10' }],
    [`${indicator}/measurements`, { period: year, value: 36.5 }],
    [`${indicator}/links`, { subject: { initiativeId: made['initiatives'] }, from: '2023', basis }],
    [`${indicator}/links/{linkId}/ends`, { to: '2030' }],
    [`${indicator}/registration-corrections`, { corrects: '{measurementId}', value: 37 }],
  ];
}

function areas({ areas: successorId }: MadeIds, basis: object): readonly Command[] {
  const area = '/v1/areas/{id}';
  return [
    [`${area}/names`, { name: 'Skogås centrum', from: '2024-01-01', basis }],
    [
      `${area}/boundaries`,
      { boundary: 'Öster om banan', geometry: 'https://kartor.example/2', from: '2025-01-01', basis },
    ],
    [`${area}/registration-corrections`, { corrects: '{boundaryId}', boundary: 'Väster om banan', reason: 'Fel sida' }],
    [`${area}/successors`, { successorId, kind: 'merged', on: '2027-01-01', basis }],
  ];
}
