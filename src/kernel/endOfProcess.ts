import { Signal } from './signal.ts';

/** Fires at the end of a process, and at nothing else. */
export class EndOfProcess<T> extends Signal<T> {
  override fire(): never {
    this.refuse('fired');
  }

  override reset(): never {
    this.refuse('reset');
  }

  private refuse(what: string): never {
    throw new Error(
      `process "${this.name}": its end ${what}, expected a signal of your own (day ${this.scheduler.clock})`,
    );
  }
}
