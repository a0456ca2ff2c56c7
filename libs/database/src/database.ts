import pg from 'pg';

/** What a query runs on: a pool, a client, or a transaction. */
export interface Queryable {
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(
    text: string | pg.QueryConfig,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>>;
}

/** A client inside `begin … commit`. */
export type Transaction = pg.ClientBase;

export type Database = pg.Pool;

/**
 * A pool of connections. A connection that dies while idle is dropped, not thrown: the next query gets a new one.
 * @param url `postgresql://user:password@host:port/database`
 */
export function connect(url: string, options: pg.PoolConfig = {}): Database {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000, ...options });
  pool.on('error', () => undefined);
  // One that dies between two queries of a transaction says so by an event that would end the process if nobody
  // listened; the next query fails and says it again.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export async function inTransaction<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await database.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: unknown) => (broken = lost as Error));
    throw error;
  } finally {
    client.release(broken);
  }
}
