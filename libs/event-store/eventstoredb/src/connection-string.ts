/** What the client understands, and does something about. */
const PARAMETERS = new Set(
  [
    'tls',
    'tlsCAFile',
    'userCertFile',
    'userKeyFile',
    'connectionName',
    'maxDiscoverAttempts',
    'discoveryInterval',
    'gossipTimeout',
    'nodePreference',
    'keepAliveInterval',
    'keepAliveTimeout',
  ].map(flat),
);

/** Understood by the client, but here it is the adapter's own matter or, in this client, without effect. */
const NOT_HERE: ReadonlyMap<string, string> = new Map([
  [flat('tlsVerifyCert'), 'this client always verifies: name the authority with tlsCAFile'],
  [flat('defaultDeadline'), 'the deadline is an option of the store'],
  [flat('throwOnAppendFailure'), 'a failed append always throws'],
]);

/**
 * The client writes the whole string, password and all, to the console when it meets a parameter that it does not know.
 * So it never does.
 * @throws Error naming the parameter, never its value
 */
export function checkParameters(connectionString: string): void {
  for (const [, name = ''] of (connectionString.split('?')[1] ?? '').matchAll(/(?:^|&)([^=&]*)/g)) {
    const reason = NOT_HERE.get(flat(name));
    if (reason !== undefined) throw new Error(`parameter ${name} in the connection string of EventStoreDB: ${reason}`);
    if (name !== '' && !PARAMETERS.has(flat(name)))
      throw new Error(`parameter ${name} in the connection string of EventStoreDB is not known`);
  }
}

/** What is wrong with a connection string, without the string: it may hold a password. */
export function withoutSecrets(error: unknown): Error {
  const { expected, location } = error as { expected?: string; location?: readonly number[] };
  if (expected === undefined) return error as Error;
  return new Error(`the connection string of EventStoreDB cannot be read: expected ${expected} at ${location?.[0]}`);
}

/** As the client compares them. */
function flat(name: string): string {
  return name.trim().toLowerCase().replaceAll(/[_-]/g, '');
}
