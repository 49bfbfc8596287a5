import type { CapacityPolicy } from './capacityPolicy.ts';
import type { Wait } from './wait.ts';
import type { Work } from './work.ts';

const NO_WORKS: readonly Work[] = [];

/** What is worked with each ticket. */
export class TicketWorks {
  // Some may be over.
  private readonly works = new Map<Wait<unknown>, readonly Work[]>();

  add(ticket: Wait<unknown>, work: Work): void {
    this.works.set(ticket, [...this.of(ticket), work]);
  }

  /** The works of a ticket that are not over. */
  of(ticket: Wait<unknown>): readonly Work[] {
    if (this.works.size === 0) return NO_WORKS;
    return this.works.get(ticket)?.filter((work) => !work.isOver) ?? NO_WORKS;
  }

  forget(ticket: Wait<unknown>): void {
    if (this.works.size > 0) this.works.delete(ticket);
  }

  /**
   * Whether a ticket can lose its units, under a policy for work that has none of its own.
   *
   * The work decides, as long as it lasts: what is to be finished is not taken back before.
   */
  canLose(ticket: Wait<unknown>, policy: CapacityPolicy): boolean {
    const works = this.of(ticket).filter((work) => !work.endsNow);
    if (works.length === 0) return policy !== 'finish';
    return works.every((work) => (work.policy ?? policy) !== 'finish');
  }
}
