import { EmbeddedPostgres } from '@liggare/database';
import type { Command } from 'commander';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attackLines, attackPage, type Language } from '../attack-demo/attack-page.js';
import type { Performed } from '../attack-demo/attack.js';
import { performAttacks } from '../attack-demo/perform-attacks.js';
import type { Output } from '../output/output.js';
import { configurationFor } from './opening.js';

interface AttackDemoOptions {
  readonly markdown: boolean;
  readonly language: string;
}

/** `liggare audit attack-demo`: what an operator can do, and what an auditor then sees. Touches no register that is there. */
export function attackDemoCommand(audit: Command, output: () => Output): void {
  audit
    .command('attack-demo')
    .description('carries out the threats T1 to T12 on copies of a demo register, and shows what an auditor sees')
    .option('--markdown', 'as a page', false)
    .option('--language <code>', 'sv or en', 'en')
    .action(async ({ markdown, language }: AttackDemoOptions) => {
      const read: Language = language === 'sv' ? 'sv' : 'en';
      const performed: Performed[] = [];
      await inTemporaryRegister(async (configuration, directory) => {
        for await (const one of performAttacks(configuration, directory, (text) => output().note(text))) {
          performed.push(one);
        }
      });
      if (markdown) process.stdout.write(attackPage(performed, read));
      else output().answer(performed, () => performed.flatMap((one) => attackLines(one, read)));
    });
}

/** A database server and a data directory of its own, gone afterwards. */
async function inTemporaryRegister(
  work: (configuration: ReturnType<typeof configurationFor>, directory: string) => Promise<void>,
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'liggare-attack-'));
  // The server runs as another user where this is root.
  await chmod(directory, 0o711);
  const server = await EmbeddedPostgres.start({ directory: join(directory, 'postgres') });
  try {
    await server.ensureDatabase('liggare');
    const { eventStoreDbUrl: _, ...configuration } = configurationFor(true, 'postgres');
    const own = { databaseUrl: server.url('liggare'), dataDirectory: join(directory, 'data'), logLevel: 'silent' };
    await work({ ...configuration, ...own }, directory);
  } finally {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
