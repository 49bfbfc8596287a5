import type { Question } from '../exchange.ts';
import type { Settings } from '../settings.ts';
import type { ScenarioShelf } from './openScenario.ts';
import { openStudy, type Study } from './study.ts';

/** Studies that stay in memory: the scenario, its baseline, and a few steps back. */
const KEPT = 4;

/** The latest studies, so that what was run is not run again. */
export class Studies {
  readonly #shelf: ScenarioShelf;
  readonly #latest: Study[] = [];

  constructor(shelf: ScenarioShelf) {
    this.#shelf = shelf;
  }

  /** The study of a scenario under some settings; throws what loading it throws. */
  of({ source, seed }: Question, settings: Settings): Study {
    const key = JSON.stringify([source, Object.entries(settings).sort(), seed]);
    const known = this.#latest.find((study) => study.key === key);
    const study = known ?? openStudy(key, this.#shelf.open(source, settings), seed);
    if (known !== undefined) this.#latest.splice(this.#latest.indexOf(known), 1);
    this.#latest.push(study);
    if (this.#latest.length > KEPT) this.#latest.shift();
    return study;
  }
}
