import type { RolloutScenario } from '../../../models/rollout/scenario.ts';
import type { Executor } from '../../experiment/executor.ts';
import type { Progress } from '../../experiment/run.ts';
import type { Records } from '../../record/index.ts';
import type { Study } from './study.ts';

export interface HowToRun {
  readonly signal: AbortSignal;
  /** Whether more may be drawn, where totals were observed, until enough agree. */
  readonly untilEnough: boolean;
}

/** Has replications of studies run, and knows how long that takes. */
export class StudyRuns {
  readonly #executor: Executor<RolloutScenario>;
  #replications = 0;
  #milliseconds = 0;

  constructor(executor: Executor<RolloutScenario>) {
    this.#executor = executor;
  }

  async run(study: Study, replications: number, how: HowToRun): Promise<Records> {
    const started = performance.now();
    let ran = 0;
    const onProgress = ({ done, found }: Progress): void => {
      ran = done - found;
    };
    const records = await study.run({ executor: this.#executor, replications, ...how, onProgress });
    if (ran > 0) {
      this.#replications += ran;
      this.#milliseconds += performance.now() - started;
    }
    return records;
  }

  /** A baseline for as many replications: of the two, as many as the one asks for that asks for more. */
  async besides(
    records: Records,
    { study, other, ...how }: { study: Study; other: Study | undefined } & HowToRun,
  ): Promise<{ records: Records; before: Records | undefined }> {
    if (other === undefined) return { records, before: undefined };
    const before = await this.run(other, records.replications, how);
    const { replications } = before;
    const again = replications > records.replications ? await this.run(study, replications, how) : records;
    return { records: again, before };
  }

  /** Undefined before the first. */
  get millisecondsEach(): number | undefined {
    return this.#replications === 0 ? undefined : this.#milliseconds / this.#replications;
  }
}
