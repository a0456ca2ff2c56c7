import type { Database } from '@liggare/database';
import { dataFile, type Configuration } from '@liggare/platform';
import { KeyEncryptionCommand } from './key-encryption-command.js';
import { KeyEncryptionFile } from './key-encryption-file.js';
import type { KeyEncryption } from './key-encryption.js';

/** A command of the operator's where there is one, else a file of ours. */
export function keyEncryptionOf(configuration: Configuration, database: Database): KeyEncryption {
  const { keyEncryptionCommand: command } = configuration;
  if (command) return new KeyEncryptionCommand(command);
  return KeyEncryptionFile.of(dataFile(configuration, 'keys', 'key-encryption-key'), database);
}
