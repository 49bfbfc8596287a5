import { noteLine, type Console } from './console.ts';

/**
 * Runs something that can be stopped with Ctrl-C: the first stops it at the next block of records, a second ends the
 * process, with finished blocks on disk either way.
 */
export async function interruptible<T>(
  console: Console,
  body: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(130);
    noteLine(console, 'stopping at the next block of records; once more to stop at once');
    controller.abort();
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, onSignal);
  try {
    return await body(controller.signal);
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
  }
}
