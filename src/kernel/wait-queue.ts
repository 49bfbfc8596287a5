interface Queued {
  queuePriority: number;
  previous: this | undefined;
  following: this | undefined;
}

/** First in, first out within priority, lower priority first; any member can leave from the middle. */
export class WaitQueue<W extends Queued> implements Iterable<W> {
  length = 0;
  first: W | undefined = undefined;
  last: W | undefined = undefined;

  /** Joins behind its equals, or ahead of them. */
  join(member: W, ahead = false): void {
    // Looks for the place from both ends at once: the walk is as long as the nearer end is far.
    const priority = member.queuePriority;
    let before = this.last;
    for (let front = this.first; before !== undefined && front !== undefined; front = front.following) {
      if (ahead ? before.queuePriority < priority : before.queuePriority <= priority) break;
      if (ahead ? front.queuePriority >= priority : front.queuePriority > priority) {
        before = front.previous;
        break;
      }
      before = before.previous;
    }
    const after = before === undefined ? this.first : before.following;
    member.previous = before;
    member.following = after;
    if (before === undefined) this.first = member;
    else before.following = member;
    if (after === undefined) this.last = member;
    else after.previous = member;
    this.length++;
  }

  has(member: W): boolean {
    return member.previous !== undefined || this.first === member;
  }

  leave(member: W): void {
    const { previous, following } = member;
    if (previous === undefined) this.first = following;
    else previous.following = following;
    if (following === undefined) this.last = previous;
    else following.previous = previous;
    member.previous = member.following = undefined;
    this.length--;
  }

  *[Symbol.iterator](): Generator<W> {
    for (let member = this.first; member !== undefined;) {
      const following: W | undefined = member.following;
      yield member;
      member = following;
    }
  }
}
