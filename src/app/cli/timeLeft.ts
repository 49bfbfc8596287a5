import { durationText } from '../../wording/index.ts';

/** Earlier, the time that is left is a guess. */
const FIRST_SECONDS = 5;

/** Tells from how far something is when it will be done: `12 minutes left`, or nothing while that is a guess. */
export function timeLeft(): (done: number, total: number) => string | undefined {
  let start: { readonly done: number; readonly at: number } | undefined;
  let before = 0;
  return (done, total) => {
    const now = performance.now();
    // Something else has begun.
    if (done < before) start = undefined;
    before = done;
    start ??= { done, at: now };
    const seconds = (now - start.at) / 1000;
    if (seconds < FIRST_SECONDS || done === start.done || done >= total) return undefined;
    return `${durationText((seconds / (done - start.done)) * (total - done))} left`;
  };
}
