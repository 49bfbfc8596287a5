import { answerOf } from '../refusal/index.ts';
import { CauseKind } from './causeRecord.ts';
import { located } from './located.ts';
import type { Scheduler } from './scheduler.ts';
import type { Source, Wait } from './wait.ts';

/** A predicate over the model's state that is looked at after every event while someone waits for it. */
export class Condition implements Source {
  readonly scheduler: Scheduler;
  readonly generation: object;
  readonly label: number;
  private readonly predicate: () => boolean;
  private wait: Wait<unknown> | undefined = undefined;

  constructor(scheduler: Scheduler, predicate: () => boolean, name: string) {
    this.scheduler = scheduler;
    this.generation = scheduler.generation;
    this.label = scheduler.label(name);
    this.predicate = predicate;
  }

  admit(wait: Wait<unknown>): void {
    this.wait = wait;
    wait.kind = CauseKind.joined;
    this.scheduler.watch(this);
    this.look();
  }

  /** Ends the wait if the predicate is true. */
  look(): void {
    if (!this.isTrue()) return;
    this.withdraw();
    this.wait!.succeed(undefined, NaN);
  }

  withdraw(): void {
    this.scheduler.unwatch(this);
  }

  private isTrue(): boolean {
    try {
      return answerOf(this.predicate());
    } catch (error) {
      throw located(error, `day ${this.scheduler.clock}`, `${this.describe()}: `);
    }
  }

  describe(): string {
    return `condition "${this.scheduler.labelName(this.label)}"`;
  }
}
