import { openLocalIssuer } from '@liggare/assembly';
import { ROLES, type Role } from '@liggare/platform';
import { Option, type Command } from 'commander';
import { CommandFailed } from '../exit-codes.js';
import type { Output } from '../output/output.js';
import { configurationFor } from './opening.js';

export function tokenCommand(program: Command, output: () => Output): void {
  program
    .command('token')
    .description('a bearer token of the register’s own issuer, for machines without an identity provider')
    .addOption(new Option('--role <role>', 'what the bearer may do').choices(ROLES).makeOptionMandatory())
    .requiredOption('--subject <id>', 'pseudonymous id of the bearer; events keep it')
    .option('--lifetime <time>', 'e.g. 30m, 8h', '8h')
    .action(async ({ role, subject, lifetime }: { role: Role; subject: string; lifetime: string }) => {
      const issuer = await openLocalIssuer(configurationFor(false));
      if (!issuer) throw new CommandFailed('LIGGARE_OIDC_ISSUER is set: tokens come from there');
      const token = await issuer.token(subject, [role], lifetime);
      output().answer({ token }, () => [token]);
    });
}
