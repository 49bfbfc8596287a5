import { factorTitles, UP_TO_HORIZON } from '../../answer/index.ts';
import type { Response } from '../../explain/index.ts';
import { ON_TIME, type Titles } from '../../record/index.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { sensitivity as runSensitivity } from '../sensitivity.ts';
import type { SensitivityResult } from '../sensitivityOptions.ts';
import type { Method } from '../sensitivityMethods.ts';
import type { Varied } from '../sweepSchema.ts';
import { coloursOf, noteLine, printLine, printText, processConsole, type Console } from './console.ts';
import { numberWithInterval } from './estimateText.ts';
import { resultJson } from './resultJson.ts';
import type { PointsCommand } from './pointsCommand.ts';
import { watched } from './watched.ts';
import { wrapped } from './wrapped.ts';
import { unitText } from '../../wording/index.ts';
import { plainTable } from './plainTable.ts';
import { replicationsText } from './replicationsText.ts';
import { filesLine } from './writtenFiles.ts';

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
      onResponse: (first) => noteLine(console, `${method}, explained first: ${inWords(first)}`),
      responses: response ?? (milestone === undefined ? undefined : [milestone]),
      ...watch,
      ...options,
    }),
  );
  if (json === true) printLine(console, sensitivityJson(result));
  else printText(console, sensitivitySummary(result, console));
}

function sensitivityJson<S>({ run, indices, effects, swings }: SensitivityResult<S>): string {
  return resultJson(run, {
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
  const { titles } = records.points[0].outputs;
  const title = `${run.name}: ${records.points.length} points, ${replicationsText(records)} each, seed ${experiment.seed}`;
  return [
    coloursOf(console).bold(title),
    ...shown(indices).flatMap(({ response, factors }) => [
      `Sobol indices of ${inWords(response)}: part of its variance, inputs taken as independent`,
      plainTable(
        ['factor', 'alone', 'with interactions'],
        sorted(titled(factors, titles), ({ index }) => index.total.estimate).map(({ name, index }) => [
          name,
          numberWithInterval(index.first),
          numberWithInterval(index.total),
        ]),
      ),
    ]),
    ...noiseLines(indices),
    ...shown(effects).flatMap(({ response, factors }) => [
      `Elementary effects on ${meanOf(response)} (${unitText(response.unit)}) across the whole range of a factor`,
      plainTable(
        ['factor', 'size μ*', 'mean μ', 'spread σ'],
        sorted(titled(factors, titles), ({ effects: found }) => found.size.estimate).map(
          ({ name, effects: found }) => [
            name,
            numberWithInterval(found.size, response.unit),
            numberWithInterval(found.mean, response.unit),
            spreadText(found.spread, response.unit),
          ],
        ),
      ),
    ]),
    ...tornado(swings),
    ...(swings.length === 0
      ? []
      : wrapped(`95 % intervals, pair by pair on common draws. ${UP_TO_HORIZON}.`)),
    filesLine(run),
  ].join('\n');
}

/** What is explained, by its title. */
function inWords({ name, title }: Pick<Response, 'name' | 'title'>): string {
  return name === ON_TIME ? 'whether the target is on time' : title;
}

/** The mean of a response in words; of what is true or not it is a probability. */
function meanOf({ name, title }: Pick<Response, 'name' | 'title'>): string {
  return name === ON_TIME ? 'the probability that the target is on time' : `the mean of ${title}`;
}

/** In the unit of the effects beside it. */
function spreadText(spread: number | undefined, unit: string): string {
  if (spread === undefined) return '…';
  if (unit === 'day') return spread.toFixed(0);
  return (unit === 'share' ? spread * 100 : spread).toPrecision(3);
}

function tornado<S>(swings: SensitivityResult<S>['swings']): string[] {
  const [first] = swings;
  if (first === undefined) return [];
  return shown(first.comparisons).flatMap(({ response }) => {
    const { name, unit } = response;
    const bars = swings.flatMap(({ point, comparisons }) =>
      comparisons.filter((one) => one.response.name === name).map((one) => ({ point, ...one })),
    );
    return [
      `Change of ${meanOf(response)} (${unitText(unit)}) when one factor is held, all else drawn alike`,
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

/** That no part of a variance lies outside of 0 to 1, where an estimate of one does. */
function noiseLines(indices: SensitivityResult<unknown>['indices']): string[] {
  const isOutside = (estimate: number | undefined): boolean =>
    estimate !== undefined && (estimate < 0 || estimate > 1);
  const some = shown(indices).some(({ factors }) =>
    factors.some(({ index }) => isOutside(index.first.estimate) || isOutside(index.total.estimate)),
  );
  return some
    ? wrapped(
        'An index below 0 or above 1 is noise of the sample: a part of a variance is never either. --size takes more rows.',
      )
    : [];
}

/** Of all responses those worth a table on a terminal: the most telling, and the last. */
function shown<T extends { readonly response: { readonly name: string } }>(all: readonly T[]): T[] {
  return all.filter((_, index) => index === 0 || index === all.length - 1);
}

/** Factors by what they are called in a sentence. */
function titled<T extends { readonly name: string }>(factors: readonly T[], titles: Titles | undefined): T[] {
  const called = factorTitles(
    factors.map(({ name }) => name),
    titles,
  );
  return factors.map((factor, index) => ({ ...factor, name: called[index]! }));
}

function sorted<T>(items: readonly T[], by: (item: T) => number | undefined): T[] {
  return items.toSorted((a, b) => (by(b) ?? -Infinity) - (by(a) ?? -Infinity));
}
