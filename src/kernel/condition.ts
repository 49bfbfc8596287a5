import type { Simulation } from './simulation.ts';
import { CauseKind } from './cause-record.ts';
import { Wait } from './wait.ts';

/** Waits until a predicate over the model's state is true; it is looked at after every event. */
export class Condition extends Wait<void> {
  override kind: CauseKind = CauseKind.joined;
  readonly predicate: () => boolean;
  private readonly simulation: Simulation;

  constructor(simulation: Simulation, predicate: () => boolean, name: string) {
    super(simulation, simulation.label(name));
    this.simulation = simulation;
    this.predicate = predicate;
  }

  protected start(): void {
    if (this.predicate()) this.succeed(undefined, NaN);
    else this.simulation.watch(this);
  }

  withdraw(): void {
    this.simulation.unwatch(this);
  }

  describe(): string {
    return `condition "${this.scheduler.labelName(this.label)}"`;
  }
}
