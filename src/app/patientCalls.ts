import { performance } from 'node:perf_hooks';
import { persistently } from '../queue/index.ts';

/** After a loss of the database others may need so long to be back. */
const SETTLE_SECONDS = 10;

/** Calls of a database that may be gone for some minutes. */
export class PatientCalls {
  readonly #signal: AbortSignal;
  #lostAt = -Infinity;

  /** Calls that name no signal of their own end with this one. */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** @throws QueueLost */
  async call<T>(body: () => Promise<T>, signal: AbortSignal = this.#signal): Promise<T> {
    return await persistently(body, { signal, onLost: this.#onLost });
  }

  /** A call that is made also when all others are to end. @throws QueueLost */
  async last<T>(body: () => Promise<T>): Promise<T> {
    return await persistently(body, { hurry: this.#signal, onLost: this.#onLost });
  }

  /** Whether it has been there for so long that those who are not heard of are gone. */
  get isSettled(): boolean {
    return performance.now() - this.#lostAt > SETTLE_SECONDS * 1000;
  }

  readonly #onLost = async (): Promise<void> => {
    this.#lostAt = performance.now();
  };
}
