import type { QueuedShard } from '../queue/index.ts';

/** A shard that a worker has taken. */
export interface Held extends QueuedShard {
  /** Aborts when the shard is no longer ours. */
  readonly gone: AbortController;
}

/** The shards that a worker has: under way, computed and not yet written, or waiting for a lane. */
export class HeldShards {
  readonly #held = new Map<string, Held>();
  readonly #waiting: Held[] = [];
  /** Leases of ours that we know nothing of, when they were last looked at. */
  #strange = new Set<string>();

  hold(shard: QueuedShard): void {
    const one = { ...shard, gone: new AbortController() };
    this.#held.set(keyOf(shard), one);
    this.#waiting.push(one);
  }

  drop(shard: QueuedShard): void {
    this.#held.delete(keyOf(shard));
  }

  /** The next that waits for a lane. */
  next(): Held | undefined {
    return this.#waiting.shift();
  }

  get isAnyWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  get all(): Held[] {
    return [...this.#held.values()];
  }

  /** Gives up what others have by now, and holds what is leased to us; `before` was held when that was asked. */
  compare(before: readonly Held[], leases: readonly QueuedShard[]): void {
    const ours = new Set(leases.map(keyOf));
    const known = new Set(before.map(keyOf));
    for (const key of known) if (!ours.has(key)) this.#held.get(key)?.gone.abort();
    // Taken in a transaction whose answer was lost: ours, and nobody else will compute them.
    const unknown = leases.filter((lease) => !this.#held.has(keyOf(lease)) && !known.has(keyOf(lease)));
    for (const lease of unknown) if (this.#strange.has(keyOf(lease))) this.hold(lease);
    this.#strange = new Set(unknown.map(keyOf));
  }
}

function keyOf({ run, shard }: QueuedShard): string {
  return `${run} ${shard}`;
}
