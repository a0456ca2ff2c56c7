import type { Register } from '@liggare/assembly';
import { ROLES, type LocalIssuer } from '@liggare/platform';

/** The group the chronology is about, as its founding decision names it. */
const GROUP = 'Politiska referensgruppen för preventionsarbetet 2023–2026';

/** What to try with the demo, as lines that can be pasted into a shell. */
export async function demoGuide(register: Register, issuer: LocalIssuer, url: string): Promise<readonly string[]> {
  const { rows } = await register.database.query<{ group_id: string; person_id: string | null }>(
    `select n.group_id, (select m.person_id from composition.membership m where m.group_id = n.group_id and m.seat = 8
       and m.kind = 'member' order by lower(m.valid) limit 1) as person_id
       from composition.group_name n where n.name = $1 and n.recorded_to is null`,
    [GROUP],
  );
  const { rows: problems } = await register.database.query<{ problem_id: string }>(
    'select problem_id from preventive_chain.problem_period where recorded_to is null order by title limit 1',
  );
  const onEventStoreDb = register.log.store === 'eventstoredb';
  const group = `${url}/v1/groups/${rows[0]?.group_id ?? '<id>'}`;
  const tokens = await Promise.all(
    ROLES.map(async (role) => [role, await issuer.token(`${role}-demo`, [role], '12h')] as const),
  );
  const get = (path: string) => `  curl -s -H "Authorization: Bearer $AUDITOR" "${path}"`;
  return [
    '',
    `Liggare demo at ${url}   reference: ${url}/docs   (a demo log: its times are made up)`,
    '',
    'Tokens, one per role, for twelve hours:',
    ...tokens.map(([role, token]) => `  export ${role.toUpperCase()}=${token}`),
    '',
    'Who sits in the reference group today:',
    get(`${group}/composition`),
    'Who sat in it on 2024-07-01, as known then:',
    get(`${group}/composition?validAt=2024-07-01&knownAt=2024-07-01T12:00:00Z`),
    'The same day, as known now: a court annulled the election of two of them, from the start …',
    get(`${group}/composition?validAt=2024-07-01&view=dejure`),
    '… and in fact they sat until the judgment was final:',
    get(`${group}/composition?validAt=2024-07-01&view=defacto`),
    'The history of one seat (L elected, released, replaced, elected again):',
    get(`${group}/seats/member/8/history`),
    'Everything recorded about the group, field by field:',
    get(`${group.replace('/v1/groups/', '/v1/audit/entities/group/')}/trail?limit=5`),
    'What does not fit, or waits for somebody, today:',
    get(`${url}/v1/findings?limit=50`),
    'When and why somebody became a member and ceased to be, down to the paragraph:',
    get(`${group}/memberships/${rows[0]?.person_id ?? '<id>'}`),
    'From a problem to its causes, measures, indicators and follow-ups:',
    get(`${url}/v1/problems/${problems[0]?.problem_id ?? '<id>'}/chain`),
    'Is the municipality in line with lag (2023:196) today?',
    get(`${url}/v1/compliance/sfs-2023-196`),
    'What an auditor keeps, to see later that nothing was changed (three lines and a signature):',
    `  curl -s "${url}/evidence/checkpoint"`,
    'The log itself:',
    `  npm run liggare -- audit log --limit 20${onEventStoreDb ? ' --event-store eventstoredb' : ''}`,
    '',
    'Ctrl-C stops everything; npm run demo continues on the same data.',
  ];
}
