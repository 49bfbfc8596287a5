import { rollout } from '../../../models/rollout/rollout.ts';
import { allTables } from '../../app/allTables.ts';
import { Interrupted } from '../../experiment/run.ts';
import { InputError } from '../../experiment/inputError.ts';
import type { Table } from '../../output/table.ts';
import { csvText } from '../../output/csvText.ts';
import type { Loaded } from '../../scenario/index.ts';
import type { RolloutScenario } from '../../../models/rollout/scenario.ts';
import type { Records } from '../../record/index.ts';
import { scenarioSchema } from '../../../models/rollout/scenarioSchema.ts';
import type { Executor } from '../../experiment/executor.ts';
import { schemaNode, type SchemaNode } from '../../scenario/schemaNode.ts';
import type { Question, Reply, Request, RunFolder, Source } from '../exchange.ts';
import { Blames, type BlameAsked } from './blames.ts';
import { factsOf } from './facts.ts';
import { ScenarioShelf } from './openScenario.ts';
import { openedRun } from './openedRun.ts';
import { pathStory } from './pathStory.ts';
import { milestoneNamed, pictureOf } from './picture.ts';
import { scenarioFile } from './scenarioFile.ts';
import type { ShippedFiles } from './shippedFiles.ts';
import { problemsOf } from './problemsOf.ts';
import { Studies } from './studies.ts';
import type { Study } from './study.ts';
import { StudyRuns } from './studyRuns.ts';

/** Numbers of replications at which the picture is drawn again, before all of them are there. */
const LOOKS = [10, 50, 200, 500, 1000, 2500, 5000] as const;

/** Answers questions about scenarios: it loads them, has their replications run, and reduces the records. */
export class Desk {
  readonly #shelf: ScenarioShelf;
  readonly #leftOut: string;
  readonly #post: (reply: Reply) => void;
  readonly #studies: Studies;
  readonly #runs: StudyRuns;
  readonly #blames: Blames;
  #running: AbortController | undefined;
  #current: { question: Question; study: Study; finished: number } | undefined;
  #unchanged: { key: string; loaded: Loaded<RolloutScenario> } | undefined;
  #shape: SchemaNode | undefined;

  constructor(shipped: ShippedFiles, executor: Executor<RolloutScenario>, post: (reply: Reply) => void) {
    this.#shelf = new ScenarioShelf(shipped);
    this.#leftOut = shipped.leftOut;
    this.#studies = new Studies(this.#shelf);
    this.#runs = new StudyRuns(executor);
    this.#blames = new Blames(executor);
    this.#post = post;
    post({
      kind: 'ready',
      first: shipped.first,
      scenarios: shipped.scenarios.map(({ name, isTemplate, line }) => ({ name, isTemplate, line })),
    });
  }

  async receive(request: Request): Promise<void> {
    if (request.kind === 'ask') return await this.#ask(request.question);
    if (request.kind === 'folder') return this.#open(request.folder);
    if (this.#current === undefined) return;
    const { question, study, finished } = this.#current;
    const { id } = question;
    try {
      if (request.kind === 'path') {
        const { replication } = request;
        const milestone = milestoneAsked(study, question);
        if (milestone === undefined) return;
        const { scenario } = study.loaded;
        this.#post({
          kind: 'path',
          id,
          path: pathStory({ scenario, seed: study.seed, replication, milestone }),
        });
      } else if (request.kind === 'table') {
        const table =
          request.name === 'blame'
            ? this.#blameTable(question, study)
            : this.#tables(study, study.records(finished)).find(({ name }) => name === request.name);
        if (table !== undefined)
          this.#post({ kind: 'file', id, file: { name: `${table.name}.csv`, text: csvText(table) } });
      } else {
        this.#post({ kind: 'file', id, file: scenarioFile(this.#shelf, question) });
      }
    } catch (error) {
      this.#post({ kind: 'refused', id, problems: problemsOf(error) });
    }
  }

  #open(folder: RunFolder): void {
    try {
      this.#post({ kind: 'folder', run: openedRun(folder, this.#shelf) });
    } catch (error) {
      this.#post({ kind: 'noFolder', problem: problemsOf(error)[0]! });
    }
  }

  async #ask(question: Question): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const { id, replications, settings, baseline, milestone } = question;
    try {
      const study = this.#studies.of(question, settings);
      this.#current = { question, study, finished: 0 };
      const { signal } = running;
      const looks = [...LOOKS.filter((count) => count < replications), replications];
      // The lanes are at work while the facts are put together.
      const first = this.#runs.run(study, looks[0]!, { signal, untilEnough: looks.length === 1 });
      first.catch(() => {});
      this.#postFacts(question, study);
      const other = baseline && this.#studies.of(question, baseline);
      if (other !== undefined) refuseOtherDays(study, other);
      for (const [place, look] of looks.entries()) {
        const isLast = place === looks.length - 1;
        const how = { signal, untilEnough: isLast };
        const alone = await (place === 0 ? first : this.#runs.run(study, look, how));
        const { records, before } = await this.#runs.besides(alone, { study, other, ...how });
        if (signal.aborted) return;
        this.#current = { question, study, finished: records.replications };
        const picture = pictureOf({
          records,
          baseline: before,
          milestone,
          total: isLast ? records.replications : replications,
          millisecondsEach: this.#runs.millisecondsEach,
          tables: isLast ? this.#tables(study, records).map(({ name }) => name) : [],
        });
        this.#post({ kind: 'picture', id, picture });
      }
      if (question.blame !== undefined) await this.#blame(question, { study, other, signal });
    } catch (error) {
      if (error instanceof Interrupted || running.signal.aborted) return;
      this.#post({ kind: 'refused', id, problems: problemsOf(error) });
    }
  }

  #postFacts({ id, source, settings, steps }: Question, { loaded }: Study): void {
    const text = this.#shelf.textOf(source)?.text ?? '';
    const written = Object.keys(settings).length === 0 ? loaded : this.#written(source);
    const facts = factsOf(loaded, { schema: this.#schema(), text, written: written.ledger, steps });
    this.#post({ kind: 'facts', id, facts });
  }

  /** A scenario as it is written, which stays while it is changed. */
  #written(source: Source): Loaded<RolloutScenario> {
    const key = JSON.stringify(source);
    if (this.#unchanged?.key !== key) this.#unchanged = { key, loaded: this.#shelf.open(source, {}) };
    return this.#unchanged.loaded;
  }

  #schema(): SchemaNode {
    return (this.#shape ??= schemaNode(scenarioSchema));
  }

  #tables({ loaded }: Study, records: Records): Table[] {
    return allTables(records, loaded.ledger, this.#leftOut);
  }

  /** Shares out the blame for the milestone once all else is there, telling how far it is. */
  async #blame(
    question: Question,
    { study, other, signal }: { study: Study; other: Study | undefined; signal: AbortSignal },
  ): Promise<void> {
    const { id } = question;
    const asked = blameAsked(study, question);
    if (asked === undefined) return;
    const onProgress = (done: number, total: number): void =>
      this.#post({ kind: 'blaming', id, done, total });
    const blame = await this.#blames.share([study, other], asked, { signal, onProgress });
    if (blame !== undefined) this.#post({ kind: 'blame', id, blame });
  }

  #blameTable(question: Question, study: Study): Table | undefined {
    const asked = blameAsked(study, question);
    return asked && this.#blames.table(study, asked);
  }
}

function blameAsked(study: Study, question: Question): BlameAsked | undefined {
  const milestone = milestoneAsked(study, question);
  const { blame: replications } = question;
  return milestone === undefined || replications === undefined ? undefined : { milestone, replications };
}

/** The milestone of a question; the target where the scenario has none of that name, as in the picture. */
function milestoneAsked({ loaded }: Study, { milestone }: Question): string | undefined {
  return milestoneNamed(rollout.outputs(loaded.scenario).columns, milestone)?.name;
}

/** @throws InputError where days of the two are not the same days. */
function refuseOtherDays(study: Study, other: Study): void {
  const [now, before] = [study.loaded.scenario.start, other.loaded.scenario.start];
  if (now !== before)
    throw new InputError(
      `baseline: starts on ${before}, expected ${now} as the scenario does, for days to be compared`,
    );
}
