import { measureNames, type QuantitySummary } from '../../../models/calibration/index.ts';
import type { Shard } from '../../execution/index.ts';
import {
  backtestRollouts,
  backtestRun,
  USUAL_DRAWS,
  type BacktestOptions,
  type BacktestResult,
} from '../backtest.ts';
import { coloursOf, printLine, printText, type Console } from './console.ts';
import { numberWithInterval } from './estimateText.ts';
import { describedFiles, writtenLine } from './writtenFiles.ts';
import { percentWithInterval } from './percent.ts';
import { plainTable } from './plainTable.ts';
import { countText } from '../../wording/index.ts';
import { wrapped } from './wrapped.ts';
import { shard as runPart } from './shard.ts';
import { noteWholeRun } from './shardOption.ts';
import { watched } from './watched.ts';

/** Options of `gigaramp backtest`. */
export interface BacktestCommand extends BacktestOptions {
  readonly json?: boolean | undefined;
  readonly shard?: Shard | undefined;
  /** What was typed after `gigaramp`. */
  readonly words?: readonly string[];
}

/** `gigaramp backtest`: scores the model on dated rollouts. */
export async function backtest(
  console: Console,
  { json = false, shard, words = [], ...options }: BacktestCommand,
): Promise<void> {
  if (shard !== undefined) {
    const { draws = USUAL_DRAWS, workers } = options;
    await runPart(console, { shard, words, json, replications: draws, workers }, backtestRun(options));
    return;
  }
  noteWholeRun(console, process.env);
  const result = await watched(console, ({ signal, onProgress }) =>
    backtestRollouts({ ...options, signal, onProgress }),
  );
  printBacktest(console, result, json);
}

/** Prints what a backtest found. */
export function printBacktest(console: Console, result: BacktestResult, json = false): void {
  if (json) printLine(console, backtestJson(result));
  else printText(console, backtestText(result, console));
}

/** What `--json` prints: every measure by name under its quantity, its interval beside it as `_low` and `_high`. */
function backtestJson({
  file,
  hash,
  asOf,
  cv,
  out,
  summary,
  files,
  inFit,
  operational,
}: BacktestResult): string {
  return JSON.stringify(
    {
      file,
      data_sha256: hash,
      as_of: asOf,
      left_one_out: cv,
      sites_in_fit: inFit,
      sites_operational_when_first_seen: operational,
      out,
      files: describedFiles(files),
      summary: Object.fromEntries(summary.map((each) => [each.quantity, measuresByName(each)])),
    },
    (_key, value: unknown) => (value === undefined ? null : value),
    2,
  );
}

function measuresByName({
  quantity,
  sites,
  finished,
  unfinished,
  measures,
  pitTest,
}: QuantitySummary): Record<string, unknown> {
  return {
    sites,
    finished,
    unfinished,
    ...Object.fromEntries(
      measureNames(quantity).flatMap((name) => {
        const { estimate, low, high } = measures.find(({ measure }) => measure === name) ?? {};
        return [
          [name, estimate],
          [`${name}_low`, low],
          [`${name}_high`, high],
        ];
      }),
    ),
    pit_ks_distance: pitTest?.distance,
    pit_ks_p_value: pitTest?.pValue,
  };
}

function backtestText(
  { file, asOf, cv, out, summary, files, inFit, operational }: BacktestResult,
  console: Console,
): string {
  const colours = coloursOf(console);
  const scored = summary[0]?.sites ?? 0;
  const remarks = [
    ...(inFit === 0
      ? []
      : [
          `${inFit} of ${countText(scored, 'site')} ${inFit === 1 ? 'is' : 'are'} in the record that the shipped calibration was fitted to: of these this is no test; --cv forecasts each from the others.`,
        ]),
    ...(operational === 0
      ? []
      : [`${countText(operational, 'site')} in operation when first seen: no first block to forecast.`]),
    'Intervals are bootstrapped over sites, those of a coverage of 0 or 100 % Wilson scores; … where there is one site alone.',
  ];
  const from = cv ? 'each site from the others' : 'from the shipped calibration';
  return [
    colours.bold(`${file} as of ${asOf}: ${from}`),
    ...summary.flatMap(({ quantity, sites, finished, unfinished, measures, pitTest }) => [
      `${quantity}: ${countText(sites, 'site')}, ${finished} that came, ${unfinished} unfinished`,
      ...(measures.length === 0 ? [] : [measuresTable(measures)]),
      ...(pitTest === undefined
        ? []
        : [
            `PIT against the uniform law: distance ${pitTest.distance.toFixed(3)}, p = ${pitTest.pValue.toPrecision(2)}`,
          ]),
    ]),
    ...wrapped(remarks.join(' ')),
    writtenLine(out, describedFiles(files)),
  ].join('\n');
}

function measuresTable(measures: QuantitySummary['measures']): string {
  return plainTable(
    ['measure', 'forecasts', 'mean with its 95 % interval over sites'],
    measures.map(({ measure, rows, ...estimate }) => [
      measure,
      String(rows),
      /coverage|skill/.test(measure) ? percentWithInterval(estimate) : numberWithInterval(estimate),
    ]),
  );
}
