import type { Command } from './every-command.js';
import type { MadeIds } from './one-of-each.js';

/** Every command on situation reports, action plans, agreements and the coordination. */
export function planCommands({
  made,
  others,
}: {
  readonly made: MadeIds;
  readonly others: MadeIds;
}): readonly Command[] {
  const basis = { decisionId: others['decisions'], point: 1 };
  const [report, plan] = ['/v1/situation-reports/{id}', '/v1/action-plans/{id}'];
  const [agreement, coordination] = ['/v1/agreements/{id}', '/v1/coordinations/{id}'];
  const restsOn = { situationReportId: made['situation-reports'], version: 1 };
  const item = { text: 'Belysning', initiativeId: others['initiatives'], bodyGroupId: others['groups'], by: '2026-06' };
  return [
    [
      `${report}/versions`,
      {
        ...{ title: 'Lägesbild 2025', adoptedOn: '2025-10-01', describesFrom: '2023', describesTo: '2025', basis },
        ...{ areas: ['Skogås'], problemIds: [] },
        parts: [{ part: 'survey', publicSummary: 'Ökar', details: 'Per kvarter', secrecy: 'OSL 18:2' }],
      },
    ],
    [`${report}/registration-corrections`, { corrects: '{versionId}', adoptedOn: '2025-10-02', reason: 'Fel dag' }],
    [`${plan}/versions`, { title: 'Åtgärdsplan', adoptedOn: '2025-06-09', to: '2027', restsOn, items: [item], basis }],
    [`${plan}/follow-ups`, { on: '2026-05', publicSummary: 'Hälften gjort', details: 'Hinder', basis }],
    [`${plan}/registration-corrections`, { corrects: '{followUpId}', on: '2026-06', reason: 'Fel månad' }],
    [`${agreement}/renewals`, { on: '2026-12', to: '2029-01-01', basis }],
    [`${agreement}/follow-ups`, { on: '2025', publicSummary: 'Möten hålls', details: 'Brister' }],
    [`${agreement}/terminations`, { on: '2028-01-01', reason: 'Uppsagd' }],
    [`${agreement}/registration-corrections`, { corrects: '{registrationId}', title: 'Samverkan', reason: 'Stavfel' }],
    [`${coordination}/designations`, { duty: 'strategic-council', groupId: others['groups'], from: '2024', basis }],
    [`${coordination}/designations/{factId}/ends`, { on: '2026', basis }],
    [`${coordination}/council-reports`, { on: '2025-05-19', about: 'work', publicSummary: 'Årsrapport' }],
    [`${coordination}/registration-corrections`, { corrects: '{factId}', on: '2025-05-20', reason: 'Fel dag' }],
  ];
}
