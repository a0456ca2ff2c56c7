import { LEVELS, STATUS_WORDS, type Verdict } from '@liggare/verifier';
import type { Performed, Seen } from './attack.js';

export type Language = 'sv' | 'en';

const WORDS = {
  sv: {
    heading: 'Attackdemonstrationen',
    intro: [
      'Varje hot mot loggen (T1–T12) utfört på riktigt, på kopior av ett register med demodata: databasen, filerna och nycklarna är',
      'operatörens. Revisorn har loggens nyckel från det tryckta protokollet och, där det står så, en kontrollpunkt från tidigare; ett vittne står',
      'utanför. Sidan är skriven av `liggare audit attack-demo --markdown --language sv`; kör det själv.',
    ],
    did: 'Operatören gör',
    sees: 'Det som syns',
    nothing: 'ingenting är fel',
    exit: 'slutkod',
    notChecked:
      'Det som inte visas här: T13 (verifieraren är operatörens) möts av öppna format och tre verifierare som delar lite kod; T14 (framtida förfalskade underskrifter) av tidsstämplar som förnyas.',
  },
  en: {
    heading: 'The attack demo',
    intro: [
      'Every threat to the log (T1–T12), carried out for real on copies of a register with the demo in it: database, files and keys are the',
      'operator’s. The auditor has the log’s key from the printed minutes and, where it says so, a checkpoint from before; a witness is outside.',
      'Written by `liggare audit attack-demo --markdown`; run it yourself.',
    ],
    did: 'The operator',
    sees: 'What is seen',
    nothing: 'nothing is wrong',
    exit: 'exit code',
    notChecked:
      'Not shown here: T13 (the verifier is the operator’s) is met by open formats and three verifiers that share little code; T14 (signatures forged in the future) by timestamps that are renewed.',
  },
} as const;

/** One attack, to read on a terminal. */
export function attackLines({ threat, title, lesson, deeds, seen }: Performed, language: Language): readonly string[] {
  return [
    '',
    `${threat}  ${title[language]}`,
    ...deeds.map((deed) => `    # ${deed}`),
    ...seen.flatMap((one) => [`    ${one.by[language]}:`, ...linesOf(one, language).map((line) => `        ${line}`)]),
    `    → ${lesson[language]}`,
  ];
}

/** All attacks as a page. */
export function attackPage(all: readonly Performed[], language: Language): string {
  const words = WORDS[language];
  const parts = all.flatMap(({ threat, title, lesson, deeds, seen }) => [
    `## ${threat}. ${title[language]}`,
    '',
    ...(deeds.length === 0 ? [] : [`${words.did}:`, '', '```text', ...deeds, '```', '']),
    `${words.sees}:`,
    '',
    '```text',
    ...seen.flatMap((one) => [`${one.by[language]}:`, ...linesOf(one, language).map((line) => `    ${line}`)]),
    '```',
    '',
    lesson[language],
    '',
  ]);
  return [`# ${words.heading}`, '', ...words.intro, '', ...parts, words.notChecked, ''].join('\n');
}

function linesOf({ verdict, said = [] }: Seen, language: Language): readonly string[] {
  return verdict ? [...found(verdict, language), ...said] : said;
}

/** Only what is not well; the first of several problems of a level. */
function found({ levels, exitCode }: Verdict, language: Language): readonly string[] {
  const words = WORDS[language];
  const unwell = levels.filter(({ status }) => status !== 'ok' && status !== 'not-run');
  const lines = unwell.flatMap(({ level, status, problems, count }) => [
    `L${level} ${STATUS_WORDS[status][language]}: ${LEVELS[level]![language]}`,
    ...problems.slice(0, 1).map(({ where, what }) => `   ${where}: ${what}`),
    ...(count > 1 ? [`   … ${count - 1}`] : []),
  ]);
  return [...(lines.length === 0 ? [words.nothing] : lines), `${words.exit} ${exitCode}`];
}
