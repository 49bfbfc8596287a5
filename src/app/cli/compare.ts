import { InputError } from '../../experiment/index.ts';
import type { Comparison } from '../../explain/index.ts';
import { compare as runCompare, type Alternative, type CompareResult } from '../compare.ts';
import type { Precision } from '../precision.ts';
import { askedMilestone } from '../milestoneName.ts';
import { chosenScenario } from '../chosenScenario.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { coloursOf, printLine, printText, processConsole, type Console } from './console.ts';
import { estimateText, numberWithInterval } from './estimateText.ts';
import { isWithoutMilestones, titleWithUnit } from './outputMeans.ts';
import { percentagePoints } from './percent.ts';
import { precisionLine } from './precisionLine.ts';
import { resultJson } from './resultJson.ts';
import type { PointsCommand } from './pointsCommand.ts';
import { watched } from './watched.ts';
import { plainTable } from './plainTable.ts';
import { warningLines } from './warningLines.ts';
import { replicationsText } from './replicationsText.ts';
import { filesLine } from './writtenFiles.ts';

/** Options of `gigaramp compare`. */
export interface CompareCommand extends PointsCommand {
  readonly until?: Precision;
}

/** `gigaramp compare A B`, or `gigaramp compare A --set path=value` for a B that is A with other settings. */
export async function compare<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  [first, second]: readonly [string | undefined, string | undefined],
  { set = [], json, milestone, until, ...options }: CompareCommand,
): Promise<void> {
  const file = first ?? scenarioModel.defaultFile;
  if (second === undefined && set.length === 0) {
    throw new InputError('compare: one scenario, expected a second one or --set path=value');
  }
  const { scenario } = chosenScenario({ scenarioModel, file });
  askedMilestone(scenarioModel.model.outputs(scenario), milestone);
  const settings = Object.fromEntries(set);
  const changes = set.map(([path, value]) => `${path}=${value}`).join(', ');
  const a: Alternative = { file, ...(second === undefined ? { name: 'base' } : {}) };
  const b: Alternative = {
    file: second ?? file,
    settings,
    ...(second === undefined ? { name: changes } : {}),
  };
  const result = await watched(console, (watch) =>
    runCompare({ scenarioModel, a, b, until: until && { ...until, milestone }, ...watch, ...options }),
  );
  if (json === true) printLine(console, compareJson(result));
  else printText(console, compareSummary(result, console, milestone));
}

/** What a comparison came to as a person reads it. */
export function compareSummary<S>(
  { run, comparisons: all }: CompareResult<S>,
  console: Console = processConsole(),
  milestone?: string,
): string {
  const asked = all.filter(({ response }) => milestone === undefined || response.name === milestone);
  const isPast = ({ past, counted }: (typeof asked)[number]): boolean => past > 0 && past === counted;
  const comparisons = onceEach(asked.filter((one) => !isPast(one)));
  const before = asked.filter(isPast).map(({ response }) => response.title);
  const [a, b] = run.records.points.map(({ name }) => name);
  const hasMilestones = !run.records.points.every(({ outputs }) => isWithoutMilestones(outputs));
  const isSomePast = comparisons.some(({ past }) => past > 0);
  const rows = comparisons.map(({ response, difference, censored, past, counted, ...absolute }) => [
    response.kind === 'proportion' ? response.title : titleWithUnit(response),
    estimateText(response, absolute.a),
    estimateText(response, absolute.b),
    response.kind === 'proportion'
      ? percentagePoints(difference)
      : numberWithInterval(difference, response.unit),
    difference.correlation === undefined ? '…' : difference.correlation.toFixed(2),
    ...(hasMilestones ? [String(censored)] : []),
    ...(isSomePast ? [`${past} of ${counted}`] : []),
  ]);
  const negative = comparisons.filter(({ difference }) => (difference.correlation ?? 0) < 0);
  return [
    coloursOf(console).bold(
      `${a} (A) against ${b} (B): ${replicationsText(run.records, { noun: 'pairs' })} on common draws`,
    ),
    ...precisionLine(run),
    ...warningLines(run),
    ...(before.length === 0
      ? []
      : [
          `Left out, as in every run they lie before the as-of date, where nothing is forecast: ${before.join(', ')}.`,
        ]),
    plainTable(
      [
        'mean',
        'A',
        'B',
        'B − A',
        'correlation',
        ...(hasMilestones ? ['pairs past the horizon'] : []),
        ...(isSomePast ? ['pairs before the as-of date'] : []),
      ],
      rows,
    ),
    `${
      hasMilestones
        ? 'A milestone past the horizon counts as reached at it, in both alike: where there are such pairs, means and differences are of days up to the horizon. 95 % intervals: paired t, of probabilities Bonett and Price.'
        : '95 % intervals: paired t.'
    } Correlation: of the pairs, … where one side is the same in all of them.`,
    ...negative.map(
      ({ response, difference }) =>
        `warning: the pairs of ${response.title} are negatively correlated (${difference.correlation?.toFixed(2)}): common draws made this difference less certain`,
    ),
    filesLine(run),
  ].join('\n');
}

/** Without the milestone that the target is too: one row with its name says both. */
function onceEach(comparisons: readonly Comparison[]): Comparison[] {
  return comparisons.filter(
    (one, place) =>
      !comparisons
        .slice(place + 1)
        .some(
          ({ response, a, b }) =>
            response.title === one.response.title &&
            a.estimate === one.a.estimate &&
            b.estimate === one.b.estimate,
        ),
  );
}

function compareJson<S>({ run, comparisons }: CompareResult<S>): string {
  return resultJson(run, {
    comparisons: comparisons.map(({ response: { name, unit }, ...rest }) => ({
      response: name,
      unit,
      ...rest,
    })),
  });
}
