import { setTimeout as pause } from 'node:timers/promises';

/** A database that gave no answer for long. */
export class QueueLost extends Error {
  override readonly name = 'QueueLost';
}

/** Longer than a server takes to start again, shorter than an evening lost. */
const patienceSeconds = 300;

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
    onLost = async () => {},
  }: {
    /** Aborted, the loss is thrown at once. */
    signal?: AbortSignal | undefined;
    patience?: number;
    /** Before each further attempt. */
    onLost?: () => Promise<void>;
  } = {},
): Promise<T> {
  let waited = 0;
  for (let seconds = 0.1; ; seconds = Math.min(5, seconds * 2)) {
    try {
      return await body();
    } catch (error) {
      if (!isLost(error)) throw error;
      if (waited >= patience || signal?.aborted === true) {
        throw new QueueLost(`queue: no answer for ${Math.round(waited)} s (${failureText(error)})`);
      }
    }
    await pause(seconds * 1000, undefined, signal === undefined ? {} : { signal }).catch(() => {});
    waited += seconds;
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

/** An error of the database or of the way to it in one line; it has no credentials. */
export function failureText(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return failureText(error.errors[0]);
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
}
