import type { Command } from 'commander';
import { attackDemo } from '../attack/attack-demo.js';
import { attackPage, lookLines } from '../attack/attack-page.js';
import type { AttackSeen } from '../attack/attack.js';
import type { Output } from '../output/output.js';
import { progressBar } from '../output/progress.js';

/** `liggare audit attack-demo`: what an auditor sees of each attack of the threat model. Touches no register. */
export function auditAttackDemoCommand(group: Command, output: () => Output): void {
  group
    .command('attack-demo')
    .description('carries out attacks T1 to T12 on copies of a demo register, and shows what the auditor sees')
    .option('--markdown', 'as a page', false)
    .option('--language <code>', 'sv or en', 'sv')
    .action(async (options: { markdown: boolean; language: string }) => {
      const language = options.language === 'en' ? 'en' : 'sv';
      const { json } = output();
      output().note('a register of its own, with the demo data, and copies of it; half a minute …');
      const seen = await attackDemo(progressBar('loading the demo', json), progressBar('attacks', json));
      output().answer(seen, () =>
        options.markdown
          ? attackPage(seen, language).trimEnd().split('\n')
          : seen.flatMap((one) => shown(one, language)),
      );
    });
}

function shown({ threat, title, aim, did, looks, limits }: AttackSeen, language: 'sv' | 'en'): readonly string[] {
  return [
    ...[`${threat}  ${title[language]}`, `    ${aim[language]}`],
    ...did.map((line) => `    operator# ${line}`),
    ...looks.flatMap((look) => lookLines(look, 'exit code').map((line, n) => `    ${n === 0 ? '' : '  '}${line}`)),
    ...[`    ${limits[language]}`, ''],
  ];
}
