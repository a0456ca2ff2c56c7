import type { Register } from '@liggare/assembly';
import { civilDateAt } from '@liggare/kernel';
import { keyRotationAggregate, keyRotationId, rotateEncryptionKey } from '@liggare/people';
import type { Command } from 'commander';
import type { Output } from '../output/output.js';
import { table } from '../output/table.js';
import { eventStoreOption } from './event-store-option.js';
import { openExisting } from './opening.js';
import { ordered, orderOf, type OrderOptions } from './order-options.js';

/** `liggare keys …`: the keys that personal data is sealed under, and the one that wraps them. */
export function keysCommand(program: Command, output: () => Output): void {
  const group = program.command('keys').description('keys of personal data: how many there are, rotation');
  const chosen = eventStoreOption(group);
  group
    .command('list')
    .description('key-encryption keys, and how many subject keys are wrapped with each')
    .action(() => openExisting(chosen(), (register) => list(register, output())));
  ordered(
    group,
    'rotate',
    'wrap all subject keys anew and destroy the former key-encryption key; goes on where it was stopped',
  ).action((options: OrderOptions) => openExisting(chosen(), (register) => rotate(register, options, output())));
}

interface EncryptionKeyRow {
  readonly id: string;
  readonly state: string;
  readonly subjectKeys: number;
}

async function list({ database }: Register, output: Output): Promise<void> {
  const { rows } = await database.query<EncryptionKeyRow>(
    `select e.kek_id as id, e.state, count(k.kid) filter (where k.wrapped is not null)::int as "subjectKeys"
     from keys.encryption_key e left join keys.subject_key k using (kek_id) group by 1, 2 order by e.state, 1`,
  );
  output.answer(rows, () =>
    table([
      ['KEY', 'STATE', 'SUBJECT KEYS'],
      ...rows.map(({ id, state, subjectKeys }) => [id, state, String(subjectKeys)]),
    ]),
  );
}

async function rotate(register: Register, options: OrderOptions, output: Output): Promise<void> {
  const { database, keyEncryption, repository, clock } = register;
  const { context, reason } = orderOf(options, clock);
  const rotation = await rotateEncryptionKey(database, keyEncryption, async ({ from, to, keys }) => {
    const on = civilDateAt(context.now);
    const command = { type: 'RecordKeyRotation', from, to, keys, on, reason } as const;
    await repository.execute(keyRotationAggregate, keyRotationId(to), command, context);
  });
  output.answer(rotation ?? null, () => [
    rotation
      ? `${rotation.keys} subject keys are wrapped with ${rotation.to}; ${rotation.from.join(', ')} is destroyed`
      : 'the key management service has no newer key: nothing was done',
  ]);
}
