import type { Estimated } from '../answer/index.ts';

/** Whether an interval leaves no doubt about the sign. */
export function isApart({ low, high }: Estimated<number>): boolean {
  return (low !== undefined && low > 0) || (high !== undefined && high < 0);
}
