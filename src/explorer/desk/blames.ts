import type { RolloutScenario } from '../../../models/rollout/scenario.ts';
import type { Executor } from '../../experiment/executor.ts';
import { blameTable } from '../../output/blameTable.ts';
import type { Table } from '../../output/table.ts';
import type { Records } from '../../record/index.ts';
import type { BlameStory } from '../blameStory.ts';
import { blameStoryOf, foundBlame } from './blameStoryOf.ts';
import { BLAME, blameRecords } from './blaming.ts';
import type { Study } from './study.ts';

/** For which milestone blame is shared out, over so many replications. */
export interface BlameAsked {
  readonly milestone: string;
  readonly replications: number;
}

/** The coalitions of the latest analyses, the scenario's and its baseline's: asked again, they are not run again. */
export class Blames {
  readonly #executor: Executor<RolloutScenario>;
  readonly #latest = new Map<string, Records>();

  constructor(executor: Executor<RolloutScenario>) {
    this.#executor = executor;
  }

  /** Shares out the blame in one scenario, or in two that are compared; undefined where it was called off. */
  async share(
    sides: readonly [Study, Study | undefined],
    asked: BlameAsked,
    { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number, total: number) => void },
  ): Promise<BlameStory | undefined> {
    const studies = sides.filter((side) => side !== undefined);
    const each = asked.replications * BLAME.coalitions.length;
    const found: Records[] = [];
    for (const [place, study] of studies.entries()) {
      const records =
        this.#latest.get(keyOf(study, asked)) ??
        (await blameRecords({
          study,
          ...asked,
          executor: this.#executor,
          signal,
          onProgress: (done) => onProgress(place * each + done, studies.length * each),
        }));
      found.push(records);
    }
    if (signal.aborted) return undefined;
    this.#latest.clear();
    for (const [place, study] of studies.entries()) this.#latest.set(keyOf(study, asked), found[place]!);
    return blameStoryOf(found[0]!, found[1], asked.milestone);
  }

  /** The table of an analysis that is among the latest. */
  table(study: Study, asked: BlameAsked): Table | undefined {
    const records = this.#latest.get(keyOf(study, asked));
    return records && blameTable(foundBlame(records, asked.milestone));
  }
}

function keyOf({ key }: Study, { milestone, replications }: BlameAsked): string {
  return JSON.stringify([key, milestone, replications]);
}
