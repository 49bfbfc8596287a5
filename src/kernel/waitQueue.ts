import type { Wait } from './wait.ts';

/** Waits in order: first begun, first out within priority, lower priority first; any can leave from the middle. */
export class WaitQueue implements Iterable<Wait<unknown>> {
  length = 0;
  first: Wait<unknown> | undefined = undefined;
  last: Wait<unknown> | undefined = undefined;

  /** Joins in its place, which one that comes back has kept. */
  join(wait: Wait<unknown>): void {
    // Looks for the place from both ends at once: the walk is as long as the nearer end is far.
    let before = this.last;
    for (let front = this.first; before !== undefined && front !== undefined; front = front.following) {
      if (isBefore(before, wait)) break;
      if (isBefore(wait, front)) {
        before = front.previous;
        break;
      }
      before = before.previous;
    }
    this.joinAfter(before, wait);
  }

  /** Joins at the end, whatever the priority. */
  append(wait: Wait<unknown>): void {
    this.joinAfter(this.last, wait);
  }

  has(wait: Wait<unknown>): boolean {
    return wait.previous !== undefined || this.first === wait;
  }

  leave(wait: Wait<unknown>): void {
    const { previous, following } = wait;
    if (previous === undefined) this.first = following;
    else previous.following = following;
    if (following === undefined) this.last = previous;
    else following.previous = previous;
    wait.previous = wait.following = undefined;
    this.length--;
  }

  *[Symbol.iterator](): Generator<Wait<unknown>> {
    for (let wait = this.first; wait !== undefined;) {
      const { following }: Wait<unknown> = wait;
      yield wait;
      wait = following;
    }
  }

  private joinAfter(before: Wait<unknown> | undefined, wait: Wait<unknown>): void {
    const after = before === undefined ? this.first : before.following;
    wait.previous = before;
    wait.following = after;
    if (before === undefined) this.first = wait;
    else before.following = wait;
    if (after === undefined) this.last = wait;
    else after.previous = wait;
    this.length++;
  }
}

function isBefore(left: Wait<unknown>, right: Wait<unknown>): boolean {
  const difference = left.priority - right.priority;
  return difference < 0 || (difference === 0 && left.serial < right.serial);
}
