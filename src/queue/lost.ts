import { setTimeout as pause } from 'node:timers/promises';

/** A database that gave no answer for long. */
export class QueueLost extends Error {
  override readonly name = 'QueueLost';
}

/** Longer than a server takes to start again, shorter than an evening lost. */
const patienceSeconds = 300;
const hurrySeconds = 10;

/**
 * Does something until the database answers, with pauses of at most five seconds.
 *
 * @throws QueueLost after five minutes without an answer, and every other error at once.
 */
export async function persistently<T>(
  body: () => Promise<T>,
  {
    signal,
    patience = patienceSeconds,
    hurry,
    hurriedPatience = hurrySeconds,
    isLost: mayReturn = isLost,
    onLost = async () => {},
  }: {
    /** Aborted, the loss is thrown at once. */
    signal?: AbortSignal | undefined;
    patience?: number;
    /** Aborted, it is waited for `hurriedPatience` seconds more at most. */
    hurry?: AbortSignal | undefined;
    hurriedPatience?: number;
    /** Which errors are worth another attempt. */
    isLost?: (error: unknown) => boolean;
    /** Before each further attempt. */
    onLost?: () => Promise<void>;
  } = {},
): Promise<T> {
  let waited = 0;
  let hurried = 0;
  for (let seconds = 0.1; ; seconds = Math.min(5, seconds * 2)) {
    try {
      return await body();
    } catch (error) {
      if (!mayReturn(error)) throw error;
      if (waited >= patience || hurried >= hurriedPatience || signal?.aborted === true) {
        throw new QueueLost(`queue: no answer for ${Math.round(waited)} s (${failureText(error)})`);
      }
    }
    await pause(seconds * 1000, undefined, signal === undefined ? {} : { signal }).catch(() => {});
    waited += seconds;
    if (hurry?.aborted === true) hurried += seconds;
    await onLost();
  }
}

/**
 * Whether trying again may help: no connection, a server that stops or starts, or two transactions in each other's
 * way.
 */
export function isLost(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isLost);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (/^(08|40|57P0|53300|E(CONN|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOST|NET))/.test(code)) return true;
  // Errors of the client itself have no code.
  return code === '' && /connection (terminated|error)|not queryable|timeout/i.test(error.message);
}

/** Whether a server says that it is about to be there: it starts, or recovers. */
export function isStarting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57P03';
}

const NO_PASSWORD = 'it asks for a password, and none is in the URL, in PGPASSWORD or in ~/.pgpass';

/** An error of the database or of the way to it in one line; it has no credentials. */
export function failureText(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return failureText(error.errors[0]);
  const text = (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
  return /password must be a (?:non-empty )?string/.test(text) ? NO_PASSWORD : text;
}
