import { Socket } from 'node:net';
import pg from 'pg';
import { InputError } from '../experiment/index.ts';
import { failureText, isStarting, persistently } from './lost.ts';
import type { QueueUrl } from './queueUrl.ts';

/** Where statements are run. */
export interface Session {
  /** @throws what the database answers, or that it was not reached. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** An open database: statements on their own, or several of which all happen or none. */
export interface Database extends Session {
  /** Host, port and database. */
  readonly shown: string;
  transaction<T>(body: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** So long may a statement take; a block of 8 MB passes in that time through 2 Mbit/s. */
const statementMilliseconds = 60_000;

/**
 * Opens a PostgreSQL database. It is reached at once, or when it has started where it is about to, and again after
 * every loss when something is asked of it.
 *
 * @throws InputError when it cannot be reached or does not let us in.
 * @example const database = await openDatabase(queueUrl('postgres://localhost/lab'));
 */
export async function openDatabase({ connection, shown }: QueueUrl): Promise<Database> {
  const sockets = new Set<Socket>();
  const pool = new pg.Pool({
    // Where the client refuses what the server asks, it leaves its socket open, and the process would not end.
    stream: () => {
      const socket = new Socket();
      sockets.add(socket);
      return socket.once('close', () => sockets.delete(socket));
    },
    connectionString: connection,
    application_name: 'gigaramp',
    max: 4,
    connectionTimeoutMillis: 10_000,
    query_timeout: statementMilliseconds,
    keepAlive: true,
    // What a machine that fell silent has begun would keep its shard from all others.
    idle_in_transaction_session_timeout: statementMilliseconds,
  });
  // A connection that is lost while nobody uses it: the next statement opens another.
  pool.on('error', () => {});
  const database: Database = {
    shown,
    query: async (text, values) => await queried(pool, text, values),
    transaction: async (body) => await transacted(pool, body),
    close: async () => await pool.end(),
  };
  try {
    await persistently(async () => await database.query('select 1'), {
      isLost: (error) => isStarting(error),
    });
    return database;
  } catch (error) {
    await pool.end();
    for (const socket of sockets) socket.destroy();
    throw new InputError(
      `queue ${shown}: cannot be opened (${failureText(error)}), expected a PostgreSQL database`,
    );
  }
}

async function queried<Row extends object>(
  source: pg.Pool | pg.PoolClient,
  text: string,
  values?: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await source.query<Row & pg.QueryResultRow>(
    text,
    values === undefined ? undefined : [...values],
  );
  return rows;
}

async function transacted<T>(pool: pg.Pool, body: (session: Session) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // Lost between two statements, it says so here too, and nobody listening would end the process.
  const ignore = (): void => {};
  client.on('error', ignore);
  let failure: unknown;
  try {
    await client.query('begin');
    const result = await body({ query: async (text, values) => await queried(client, text, values) });
    await client.query('commit');
    return result;
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    client.off('error', ignore);
    // One that failed is closed, which undoes what was begun and needs no answer.
    client.release(failure !== undefined);
  }
}
