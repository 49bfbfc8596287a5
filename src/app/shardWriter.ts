import type { ShardResult } from '../queue/index.ts';

/** Shards that are written at once. */
const MOST_SHARDS = 200;
/** Bytes that wait to be written before computing waits for them. */
const MOST_BYTES = 64e6;

/** Writes computed shards one batch after another: what is computed while others are written goes with the next. */
export class ShardWriter {
  readonly #commit: (batch: readonly ShardResult[]) => Promise<void>;
  readonly #onFailure: (error: unknown) => void;
  readonly #computed: ShardResult[] = [];
  #isCommitting = false;
  #committing = Promise.resolve();

  constructor(commit: (batch: readonly ShardResult[]) => Promise<void>, onFailure: (error: unknown) => void) {
    this.#commit = commit;
    this.#onFailure = onFailure;
  }

  /** Writes a shard soon; waits only where too much is to be written already. */
  async add(shard: ShardResult): Promise<void> {
    this.#computed.push(shard);
    if (!this.#isCommitting) {
      this.#isCommitting = true;
      this.#committing = this.#commitAll().catch(this.#onFailure);
    }
    if (bytesOf(this.#computed) > MOST_BYTES) await this.#committing;
  }

  /** Until all is written, or writing has failed. */
  async settled(): Promise<void> {
    await this.#committing;
  }

  async #commitAll(): Promise<void> {
    try {
      while (this.#computed.length > 0) await this.#commit(this.#computed.splice(0, MOST_SHARDS));
    } finally {
      this.#isCommitting = false;
    }
  }
}

function bytesOf(results: readonly ShardResult[]): number {
  return results.flatMap(({ blocks }) => blocks).reduce((sum, { packed }) => sum + packed.byteLength, 0);
}
