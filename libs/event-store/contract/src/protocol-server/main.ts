import { parseArgs } from 'node:util';
import { ProtocolServer } from './protocol-server.js';

const USAGE = 'protocol-server [--port N] [--host NAME] [--directory DIRECTORY]\n';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: 'localhost' },
    directory: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(USAGE);
else await serve();

async function serve(): Promise<void> {
  const server = await ProtocolServer.start({
    port: Number(values.port),
    host: values.host,
    ...(values.directory !== undefined && { directory: values.directory }),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop());
  process.stdout.write(
    'A test double of EventStoreDB: it proves nothing about durability and must not hold real data.\n',
  );
  process.stdout.write(`Listening on ${server.connectionString}\n`);
  process.send?.({ connectionString: server.connectionString });
}
