import type { AttackSeen, Look, Text } from './attack.js';

export type Language = keyof Text;

const WORDS = {
  sv: {
    title: 'Angrepp, och vad revisorn ser',
    intro: `Sidan är gjord av \`liggare audit attack-demo --markdown\`: varje angrepp har utförts på en kopia av ett register med demodata, med
riktig databas, riktiga underskrifter och två riktiga vittnen. Operatören har databasens lösenord, filerna och loggens nyckel; vittnenas
nycklar har operatören inte. Revisorn har sin egen policy (nycklarna, fick på annat håll), och kontrollpunkterna från sina besök på
måndagen och tisdagen. Angreppen sker på onsdagen. Det som visas är vad programmen skrev; kontrollen i
\`apps/cli/src/attack/attack-demo.spec.ts\` utför allt på nytt.

Slutkoder: 0 allt som kördes håller · 2 manipulation · 3 något saknas · 4 radering som ingen förklarat. Står det både 0 och 2 syns
angreppet bara för den som har något att jämföra med: det står under **Gräns**.`,
    heading: ['Hot', 'Operatören vill', 'Nivåer som faller', 'Slutkoder'],
    ...{ operator: 'Operatören', limits: 'Gräns', exit: 'slutkod' },
    outside: `## Det som inte visas här

T13, en manipulerad verifierare: formaten är öppna, och paketet kan granskas med \`openssl\`, ett skalskript, en webbsida eller egna
program. T14, kvantdatorer: hashträdet och omstämpling. Ingenting hjälper om alla är överens: operatör, vittnen och revisor; eller mot
ett felaktigt beslut som är riktigt registrerat.`,
  },
  en: {
    title: 'Attacks, and what the auditor sees',
    intro: `This page is made by \`liggare audit attack-demo --markdown --language en\`: each attack was carried out on a copy of a register with the
demo data, with a real database, real signatures and two real witnesses. The operator has the password of the database, the files and the
log’s key, and not the keys of the witnesses. The auditor has a policy of their own (the keys, got elsewhere), and the checkpoints of their
visits on Monday and Tuesday. The attacks are on Wednesday. What is shown is what the programs printed;
\`apps/cli/src/attack/attack-demo.spec.ts\` carries everything out again.

Exit codes: 0 all that was run holds · 2 tampering · 3 something is missing · 4 an erasure nobody explained. Where there is both a 0 and a 2,
the attack shows only to somebody who has something to compare with: **Limits** says so.`,
    heading: ['Threat', 'The operator wants to', 'Levels that fail', 'Exit codes'],
    ...{ operator: 'The operator', limits: 'Limits', exit: 'exit code' },
    outside: `## What is not shown here

T13, a verifier that lies: the formats are open, and a bundle can be examined with \`openssl\`, a shell script, a web page, or programs of
one’s own. T14, quantum computers: the hash tree, and stamping anew. Nothing helps if all agree: operator, witnesses and auditor; nor
against a wrong decision that was rightly recorded.`,
  },
} as const;

/** The page we would show a chief auditor. Markdown, one trailing line feed. */
export function attackPage(seen: readonly AttackSeen[], language: Language): string {
  const words = WORDS[language];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const parts = [
    `# ${words.title}`,
    words.intro,
    [
      row(words.heading),
      row(words.heading.map(() => '---')),
      ...seen.map((attack) =>
        row([attack.threat, attack.title[language], levelsOf(attack), exitCodesOf(attack).join(', ')]),
      ),
    ].join('\n'),
    ...seen.map((attack) => section(attack, language)),
    words.outside,
  ];
  return `${parts.join('\n\n')}\n`;
}

function section({ threat, title, aim, limits, did, looks }: AttackSeen, language: Language): string {
  const words = WORDS[language];
  return [
    `## ${threat} · ${title[language]}`,
    aim[language],
    `${words.operator}:`,
    fenced(did),
    ...looks.map((look) => fenced(lookLines(look, words.exit))),
    `**${words.limits}.** ${limits[language]}`,
  ].join('\n\n');
}

/** What was run and what it printed, as on a terminal. */
export function lookLines({ who, ran, lines, exitCode }: Look, exit: string): readonly string[] {
  return [`${who}$ ${ran}`, ...lines, ...(exitCode === undefined ? [] : [`(${exit} ${exitCode})`])];
}

/** In the order they were seen, each once. */
export function exitCodesOf({ looks }: AttackSeen): readonly number[] {
  return [...new Set(looks.flatMap(({ exitCode }) => (exitCode === undefined ? [] : [exitCode])))];
}

function levelsOf({ looks }: AttackSeen): string {
  const levels = [...new Set(looks.flatMap(({ levels = [] }) => levels))].sort((a, b) => a - b);
  return levels.map((level) => `L${level}`).join(', ') || '–';
}

function fenced(lines: readonly string[]): string {
  return ['```text', ...lines, '```'].join('\n');
}
