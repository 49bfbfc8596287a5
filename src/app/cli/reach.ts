import type { Relaxation } from '../../design/index.ts';
import { reach as runReach, type ReachResult } from '../reach.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { coloursOf, printLine, printText, processConsole, type Console } from './console.ts';
import { numberWithInterval } from './estimateText.ts';
import { percentWithInterval, statedPercent } from './percent.ts';
import { plainTable } from './plainTable.ts';
import type { PointsCommand } from './pointsCommand.ts';
import { titleIn } from './titleIn.ts';
import { resultJson } from './resultJson.ts';
import { watched } from './watched.ts';
import { upperFirst } from '../../wording/index.ts';
import { wrapped } from './wrapped.ts';
import { replicationsText } from './replicationsText.ts';
import { filesLine } from './writtenFiles.ts';

/** Options of `gigaramp reach`. */
export interface ReachCommand extends PointsCommand {
  readonly p?: number;
  readonly date?: string;
  readonly size?: number;
  readonly by?: readonly string[];
  readonly relax?: readonly Relaxation[];
  readonly cost?: readonly (readonly [string, number])[];
}

/** `gigaramp reach`: the fewest steps with which a milestone is in time. */
export async function reach<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  file: string | undefined,
  { set = [], cost = [], relax: relaxations, p: probability, json, ...options }: ReachCommand,
): Promise<void> {
  const settings = Object.fromEntries(set);
  const costs = Object.fromEntries(cost);
  const { run, ...found } = await watched(console, (watch) =>
    runReach({ scenarioModel, file, settings, costs, relaxations, probability, ...watch, ...options }),
  );
  if (json === true) printLine(console, resultJson(run, { reach: found }));
  else printText(console, reachSummary({ run, ...found }, console));
}

/** What it takes as a person reads it. */
export function reachSummary<S>(
  { run, milestone, date, probability, usual, all, together, isReached, size, steps }: ReachResult<S>,
  console: Console = processConsole(),
): string {
  const bold = coloursOf(console).bold(
    `${titleIn(run.records, milestone)} by ${date} with ${statedPercent(probability)}: what it takes`,
  );
  const largest = together.at(-1)!;
  const best = steps.at(-1)?.chance ?? usual;
  const finding =
    steps.length === 0
      ? isReached
        ? 'It takes no step.'
        : `No step helps: all ${largest.steps} of them, by ${statedPercent(size)} each, bring ${percentWithInterval(all)}.`
      : isReached
        ? `It takes ${countOf(steps.length)} of ${statedPercent(size)}: ${percentWithInterval(best)}.`
        : `Not reached, nor by all of them. ${upperFirst(countOf(steps.length))} of ${statedPercent(size)} bring${steps.length === 1 ? 's' : ''} ${percentWithInterval(best)}; on the draws of the search the others added nothing.`;
  const isBelow = isReached && (best.estimate ?? 0) < probability;
  const isUnsure = isReached && !isBelow && (best.low ?? 0) < probability;
  return [
    bold,
    ...wrapped(
      `As the scenario is: ${percentWithInterval(usual)}. All ${largest.steps} steps of ${statedPercent(size)} at once: ${percentWithInterval(all)}.${smallerText(together)}`,
    ),
    ...wrapped(
      `${finding}${isBelow ? ' On the draws of the search it was enough; these are others, and less favourable.' : ''}${isUnsure ? ` Whether that is ${statedPercent(probability)} or more so many replications do not settle: the interval begins below.` : ''}`,
    ),
    ...(steps.length === 0
      ? []
      : [
          plainTable(
            ['step, after those above it', 'by', 'probability', 'days gained'],
            steps.map(({ step, chance, days }) => [
              step.step === undefined ? step.name : `${step.name}\n${step.step}`,
              step.by ?? '…',
              percentWithInterval(chance).replace(' (', '\n').replace(')', ''),
              numberWithInterval(days, 'day').replace(' (', '\n').replace(')', ''),
            ]),
          ),
        ]),
    ...costLines(steps),
    ...wrapped(
      `Found by taking steps in the order of what each gains alone, and leaving out again what is not needed: another combination as small may do as well. ${replicationsText(run.records)} on common draws, other ones than those of the search; 95 % intervals.`,
    ),
    filesLine(run),
  ].join('\n');
}

/** The sizes that were tried before and were too small, on the draws of the search. */
function smallerText(together: ReachResult<unknown>['together']): string {
  const smaller = together.slice(0, -1);
  if (smaller.length === 0) return '';
  const each = smaller.map(
    ({ size, chance }) => `${statedPercent(size)} brought ${percentWithInterval(chance)}`,
  );
  return ` Smaller steps were too small, all of them at once, on the draws of the search: ${each.join(', ')}.`;
}

function costLines(steps: ReachResult<unknown>['steps']): string[] {
  const known = steps.flatMap(({ step }) => step.costDollars ?? []);
  if (known.length === 0) return [];
  const sum = known.reduce((a, b) => a + b, 0);
  const rest = steps.length - known.length;
  return [`Stated costs of these steps: $${sum}${rest === 0 ? '' : `; of ${rest} none is stated`}.`];
}

function countOf(steps: number): string {
  return steps === 1 ? 'one step' : `${steps} steps`;
}
