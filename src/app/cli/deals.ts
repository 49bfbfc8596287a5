import { UP_TO_HORIZON } from '../../answer/index.ts';
import type { DealEffect } from '../../explain/index.ts';
import { partyTitle, type Outputs } from '../../record/index.ts';
import { addToRun } from '../addToRun.ts';
import { deals as runDeals, type DealsResult } from '../deals.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { coloursOf, printLine, printText, processConsole, type Console } from './console.ts';
import { numberWithInterval } from './estimateText.ts';
import { plainTable } from './plainTable.ts';
import type { PointsCommand } from './pointsCommand.ts';
import { resultJson } from './resultJson.ts';
import { watched } from './watched.ts';
import { wrapped } from './wrapped.ts';
import { filesLine } from './writtenFiles.ts';

/** Options of `gigaramp deals`. */
export interface DealsCommand extends Omit<PointsCommand, 'milestone'> {
  readonly into?: string;
  readonly deal?: readonly string[];
}

/** `gigaramp deals`: what each deal costs or brings each tenant. */
export async function deals<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  file: string | undefined,
  { set = [], json, into, deal, ...options }: DealsCommand,
): Promise<void> {
  const settings = Object.fromEntries(set);
  const result = await watched(console, (watch) =>
    runDeals({ scenarioModel, file, settings, only: deal, ...watch, ...options }),
  );
  if (into !== undefined) await addToRun(into, result.run, 'deals');
  if (json === true) printLine(console, resultJson(result.run, { deals: result.found }));
  else printText(console, dealsSummary(result, console));
}

// What is longer nobody reads in a terminal.
const MOST_ROWS = 12;

/** What each deal did to each tenant as a person reads it: the largest of what it did surely. */
export function dealsSummary<S>({ run, found }: DealsResult<S>, console: Console = processConsole()): string {
  const { replications, points } = run.records;
  const { outputs } = points[0]!;
  const sure = found.filter(({ caused: { low, high } }) => (low ?? 0) > 0 || (high ?? 0) < 0);
  const days = sure.filter(({ unit }) => unit === 'day');
  const amounts = sure.filter(({ measure }) => measure === 'gpu_months');
  const cut = Math.max(0, ...found.map(({ censored }) => censored));
  return [
    coloursOf(console).bold(
      `What each deal does to each tenant: with it less without it, ${replications} replications on common draws`,
    ),
    ...effectsTable('days later', days, outputs),
    ...effectsTable('GPU-months more', amounts, outputs),
    ...wrapped(
      `The largest of the ${sure.length} that are shown, of ${found.length} effects at 95 % each: one in twenty would show by chance. ${UP_TO_HORIZON}: the horizon cut up to ${cut} of ${replications} replications. All of them are in deals.csv.`,
    ),
    filesLine(run),
  ].join('\n');
}

function effectsTable(title: string, effects: readonly DealEffect[], { columns }: Outputs): string[] {
  if (effects.length === 0) return [];
  const milestones = columns.filter(({ kind }) => kind === 'milestone');
  const sorted = effects.toSorted(
    (a, b) => Math.abs(b.caused.estimate ?? 0) - Math.abs(a.caused.estimate ?? 0),
  );
  return [
    plainTable(
      ['deal, taken out', 'tenant', 'of what', title],
      sorted
        .slice(0, MOST_ROWS)
        .map(({ deal, removal, party, measure, unit, caused }) => [
          `${deal}\n${removal}`,
          party,
          partyTitle(milestones, { party, measure }),
          unit === 'day' ? numberWithInterval(caused, unit) : amountText(caused),
        ]),
    ),
  ];
}

/** Whole numbers with separators: amounts of a market are large. */
function amountText({ estimate, low, high }: DealEffect['caused']): string {
  const text = (value: number | undefined): string =>
    value === undefined ? '…' : Math.round(value).toLocaleString('en-US');
  return `${text(estimate)}\n${text(low)} to ${text(high)}`;
}
