import type { Register } from '@liggare/assembly';
import { derivedId, type CommandContext, type Instant } from '@liggare/kernel';
import { partyAggregate } from '@liggare/people';

/** Of whoever runs the machine. The same purpose is the same command. */
export function operatorContext(now: Instant, purpose: string): CommandContext {
  const commandId = derivedId('attack-demo', now, purpose);
  return { commandId, correlationId: commandId, actor: { id: 'drift', role: 'admin' }, now };
}

/** Something harmless that is recorded, so that the log grows. */
export async function registerParty({ repository }: Register, name: string, now: Instant): Promise<void> {
  const partyId = derivedId('attack-demo-party', name);
  const command = { type: 'RegisterParty', partyId, name } as const;
  await repository.execute(partyAggregate, partyId, command, operatorContext(now, name));
}
