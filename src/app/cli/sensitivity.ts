import { ON_TIME } from '../../output/index.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { sensitivity as runSensitivity, type SensitivityResult } from '../sensitivity.ts';
import type { Method } from '../sensitivityMethods.ts';
import type { Varied } from '../sweepSchema.ts';
import { coloursOf, printLine, processConsole, type Console } from './console.ts';
import { filesLine, jsonText, numberWithInterval } from './estimateText.ts';
import { resultJson } from './resultJson.ts';
import type { PointsCommand } from './pointsCommand.ts';
import { watched } from './watched.ts';
import { plainTable } from './plainTable.ts';

/** Options of `gigaramp sensitivity`. */
export interface SensitivityCommand extends PointsCommand {
  readonly method?: Method;
  readonly vary?: readonly Varied[];
  readonly size?: number;
  readonly designSeed?: string;
  readonly response?: readonly string[];
}

/** `gigaramp sensitivity`: which input decides the spread of the results. */
export async function sensitivity<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  file: string | undefined,
  { method = 'sobol', vary, response, milestone, set = [], json, ...options }: SensitivityCommand,
): Promise<void> {
  const result = await watched(console, (watch) =>
    runSensitivity({
      scenarioModel,
      file,
      settings: Object.fromEntries(set),
      method,
      varied: vary,
      responses: response ?? (milestone === undefined ? undefined : [milestone]),
      ...watch,
      ...options,
    }),
  );
  printLine(console, json === true ? sensitivityJson(result) : sensitivitySummary(result, console));
}

function sensitivityJson<S>({ run, indices, effects, swings }: SensitivityResult<S>): string {
  return jsonText({
    ...(JSON.parse(resultJson(run)) as object),
    sobol: indices,
    morris: effects,
    tornado: swings,
  });
}

/** What a sensitivity analysis found as a person reads it: the target on time and the last response, else the first. */
export function sensitivitySummary<S>(
  result: SensitivityResult<S>,
  console: Console = processConsole(),
): string {
  const { run, indices, effects, swings } = result;
  const { records, experiment } = run;
  const title = `${run.name}: ${records.points.length} points, ${records.replications} replications each, seed ${experiment.seed}`;
  return [
    coloursOf(console).bold(title),
    ...shown(indices).flatMap(({ response, factors }) => [
      `Sobol indices of ${response.name}: part of its variance, inputs taken as independent`,
      plainTable(
        ['factor', 'alone', 'with interactions'],
        sorted(factors, ({ index }) => index.total.estimate).map(({ name, index }) => [
          name,
          numberWithInterval(index.first),
          numberWithInterval(index.total),
        ]),
      ),
    ]),
    ...shown(effects).flatMap(({ response, factors }) => [
      `Elementary effects on the mean of ${response.name} (${response.unit}) across the whole range of a factor`,
      plainTable(
        ['factor', 'size μ*', 'mean μ', 'spread σ'],
        sorted(factors, ({ effects: found }) => found.size.estimate).map(({ name, effects: found }) => [
          name,
          numberWithInterval(found.size, response.unit),
          numberWithInterval(found.mean, response.unit),
          found.spread?.toPrecision(3) ?? '…',
        ]),
      ),
    ]),
    ...tornado(swings),
    filesLine(run),
  ].join('\n');
}

function tornado<S>(swings: SensitivityResult<S>['swings']): string[] {
  const [first] = swings;
  if (first === undefined) return [];
  return shown(first.comparisons).flatMap(({ response: { name, unit } }) => {
    const bars = swings.flatMap(({ point, comparisons }) =>
      comparisons.filter(({ response }) => response.name === name).map((one) => ({ point, ...one })),
    );
    return [
      `Change of the mean of ${name} (${unit}) when one factor is held, all else drawn alike`,
      plainTable(
        ['held', 'change'],
        sorted(bars, ({ difference }) => Math.abs(difference.estimate ?? 0)).map(({ point, difference }) => [
          point,
          numberWithInterval(difference, unit),
        ]),
      ),
    ];
  });
}

/** Of all responses those worth a table on a terminal. */
function shown<T extends { readonly response: { readonly name: string } }>(all: readonly T[]): T[] {
  const onTime = all.filter(({ response }) => response.name === ON_TIME);
  const last = all.at(-1);
  return last === undefined || onTime.includes(last) ? onTime : [...onTime, last];
}

function sorted<T>(items: readonly T[], by: (item: T) => number | undefined): T[] {
  return items.toSorted((a, b) => (by(b) ?? -Infinity) - (by(a) ?? -Infinity));
}
