import { once } from 'node:events';
import { makeSecretFile } from '../secrets/secret-file.js';

// A process that makes the secret file when told to, and says what it got: node secret-maker.js FILE SECRET
const [, , file = '', secret = ''] = process.argv;
process.stdout.write('ready\n');
await once(process.stdin, 'data');
process.stdout.write((await makeSecretFile(file, secret)).toString());
process.stdin.destroy();
