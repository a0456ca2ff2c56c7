import { EventStoreDb } from './event-store-db.js';

describe('a connection string', () => {
  it.each([
    'esdb://localhost',
    'esdb://a:b@localhost:2113?tls=false',
    'esdb+discover://a:b%40@cluster.example.se?tls=true&nodePreference=leader&keepAliveInterval=10000',
    'esdb://one:2113,two:2113,three:2113/?tls=false&connection-name=liggare&max_discover_attempts=3',
  ])('is taken as it is: %s', async (connectionString) => {
    await EventStoreDb.connect(connectionString).close();
  });

  it.each([
    ['esdb://a:secret@localhost?tls=false&tlsVerifyCert=false', 'tlsCAFile'],
    ['esdb://a:secret@localhost?throwOnAppendFailure=false', 'throwOnAppendFailure'],
    ['esdb://a:secret@localhost?defaultDeadline=1', 'option of the store'],
    ['esdb://a:secret@localhost?colour=secret', 'colour'],
    ['esdb://a:secret:localhost', 'expected'],
    ['esdb://a:secret@localhost:secret', 'port number'],
    ['kurrentdb://a:secret@localhost', 'esdb://'],
  ])('is refused without what is secret in it: %s', (connectionString, message) => {
    const warned = jest.spyOn(console, 'warn').mockImplementation();
    try {
      EventStoreDb.connect(connectionString);
      throw new Error('it was taken');
    } catch (error) {
      expect(String(error)).toContain(message);
      expect(`${String(error)}${JSON.stringify(error)}`).not.toContain('secret');
      expect(warned).not.toHaveBeenCalled();
    } finally {
      warned.mockRestore();
    }
  });
});
