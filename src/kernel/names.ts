// Events keep these numbers in 32 bits, signed.
const MOST = 2 ** 31 - 1;

/** Names as small integers: labels and entities of events. */
export class Names {
  private readonly ids = new Map<string, number>([['', 0]]);
  private readonly firsts: number[] = [0];
  private readonly names: string[] = [''];
  // 0 for a name that stands alone.
  private readonly counts: number[] = [0];
  private next = 1;
  // The latest, as many processes of one name are often made one after another.
  private latest = '';
  private latestId = 0;

  /** The number of a name, the same for the same name. */
  intern(name: string): number {
    if (name === this.latest) return this.latestId;
    let id = this.ids.get(name);
    if (id === undefined) {
      id = this.block(name, 0);
      this.ids.set(name, id);
    }
    this.latest = name;
    this.latestId = id;
    return id;
  }

  /** How many numbers are left. */
  get free(): number {
    return MOST - this.next;
  }

  /** The first of `count` consecutive numbers, shown as the name and a serial from 1 on. */
  block(name: string, count: number): number {
    const first = this.next;
    this.firsts.push(first);
    this.names.push(name);
    this.counts.push(count);
    this.next += count || 1;
    return first;
  }

  nameOf(id: number): string {
    let low = 0;
    let high = this.firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.firsts[middle] <= id) low = middle;
      else high = middle - 1;
    }
    if (!(id >= 0 && id < this.next)) return `#${id}`;
    return this.counts[low] === 0 ? this.names[low] : `${this.names[low]} ${id - this.firsts[low] + 1}`;
  }

  clear(): void {
    this.ids.clear();
    this.ids.set('', 0);
    this.latest = '';
    this.latestId = 0;
    this.firsts.length = this.names.length = this.counts.length = this.next = 1;
  }
}
