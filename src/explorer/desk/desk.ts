import { Interrupted } from '../../experiment/run.ts';
import { InputError } from '../../experiment/inputError.ts';
import { resultTables } from '../../output/resultTables.ts';
import { csvText } from '../../output/csvText.ts';
import { formatIssue, ScenarioError } from '../../scenario/index.ts';
import type { RolloutScenario } from '../../../models/rollout/scenario.ts';
import type { Records } from '../../record/index.ts';
import type { Executor } from '../../experiment/executor.ts';
import type { Problem, Question, Reply, Request, Settings } from '../exchange.ts';
import { factsOf } from './facts.ts';
import { ScenarioShelf } from './openScenario.ts';
import { pathStory } from './pathStory.ts';
import { pictureOf } from './picture.ts';
import { scenarioFile } from './scenarioFile.ts';
import type { ShippedFiles } from './shippedFiles.ts';
import { openStudy, type Study } from './study.ts';

/** Studies that stay in memory: the scenario, its baseline, and a few steps back. */
const KEPT = 4;

/** Numbers of replications at which the picture is drawn again, before all of them are there. */
const LOOKS = [10, 50, 200, 500, 1000, 2500, 5000] as const;

/** Answers questions about scenarios: it loads them, has their replications run, and reduces the records. */
export class Desk {
  readonly #shelf: ScenarioShelf;
  readonly #executor: Executor<RolloutScenario>;
  readonly #post: (reply: Reply) => void;
  readonly #studies: Study[] = [];
  #running: AbortController | undefined;
  #current: { question: Question; study: Study; finished: number } | undefined;

  constructor(shipped: ShippedFiles, executor: Executor<RolloutScenario>, post: (reply: Reply) => void) {
    this.#shelf = new ScenarioShelf(shipped);
    this.#executor = executor;
    this.#post = post;
    post({
      kind: 'ready',
      first: shipped.first,
      scenarios: shipped.scenarios.map(({ name, isTemplate, line }) => ({ name, isTemplate, line })),
    });
  }

  async receive(request: Request): Promise<void> {
    if (request.kind === 'ask') return await this.#ask(request.question);
    if (this.#current === undefined) return;
    const { question, study, finished } = this.#current;
    const { id } = question;
    try {
      if (request.kind === 'path') {
        const { replication } = request;
        const milestone = question.milestone ?? factsOf(study.loaded).target;
        if (milestone === undefined) return;
        const { scenario } = study.loaded;
        this.#post({
          kind: 'path',
          id,
          path: pathStory({ scenario, seed: study.seed, replication, milestone }),
        });
      } else if (request.kind === 'table') {
        const tables = resultTables(study.records(finished), study.loaded.ledger);
        const table = tables.find(({ name }) => name === request.name);
        if (table !== undefined)
          this.#post({ kind: 'file', id, file: { name: `${table.name}.csv`, text: csvText(table) } });
      } else {
        this.#post({ kind: 'file', id, file: scenarioFile(this.#shelf, question) });
      }
    } catch (error) {
      this.#post({ kind: 'refused', id, problems: problemsOf(error) });
    }
  }

  async #ask(question: Question): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const { id, replications, settings, baseline, milestone } = question;
    try {
      const study = this.#study(question, settings);
      this.#current = { question, study, finished: 0 };
      this.#post({ kind: 'facts', id, facts: factsOf(study.loaded) });
      const other = baseline && this.#study(question, baseline);
      if (other !== undefined) refuseOtherDays(study, other);
      for (const look of [...LOOKS.filter((count) => count < replications), replications]) {
        const { signal } = running;
        const untilEnough = look === replications;
        const { records, before } = await bothRun(study, other, {
          executor: this.#executor,
          replications: look,
          signal,
          untilEnough,
        });
        if (signal.aborted) return;
        this.#current = { question, study, finished: records.replications };
        const picture = pictureOf({
          records,
          ledger: study.loaded.ledger,
          baseline: before,
          milestone,
          total: untilEnough ? records.replications : replications,
        });
        this.#post({ kind: 'picture', id, picture });
      }
    } catch (error) {
      if (error instanceof Interrupted || running.signal.aborted) return;
      this.#post({ kind: 'refused', id, problems: problemsOf(error) });
    }
  }

  #study({ source, seed }: Question, settings: Settings): Study {
    const key = JSON.stringify([source, Object.entries(settings).sort(), seed]);
    const known = this.#studies.find((study) => study.key === key);
    const study = known ?? openStudy(key, this.#shelf.open(source, settings), seed);
    if (known !== undefined) this.#studies.splice(this.#studies.indexOf(known), 1);
    this.#studies.push(study);
    if (this.#studies.length > KEPT) this.#studies.shift();
    return study;
  }
}

/** Runs a study and its baseline for as many replications: as many as the one asks for that asks for more. */
async function bothRun(
  study: Study,
  other: Study | undefined,
  options: Parameters<Study['run']>[0],
): Promise<{ records: Records; before: Records | undefined }> {
  const records = await study.run(options);
  if (other === undefined) return { records, before: undefined };
  const before = await other.run({ ...options, replications: records.replications });
  const { replications } = before;
  const again = replications > records.replications ? await study.run({ ...options, replications }) : records;
  return { records: again, before };
}

/** @throws InputError where days of the two are not the same days. */
function refuseOtherDays(study: Study, other: Study): void {
  const [now, before] = [study.loaded.scenario.start, other.loaded.scenario.start];
  if (now !== before)
    throw new InputError(
      `baseline: starts on ${before}, expected ${now} as the scenario does, for days to be compared`,
    );
}

/** What is wrong, line by line, as the command line prints it. */
function problemsOf(error: unknown): Problem[] {
  if (error instanceof ScenarioError)
    return error.issues.map((issue) => ({
      line: `error: ${formatIssue(issue)}`,
      path: issue.line === 0 ? issue.path : undefined,
    }));
  return [{ line: `error: ${error instanceof Error ? error.message : String(error)}`, path: undefined }];
}
