import { dealHeadline, readTable, removalText, UP_TO_HORIZON } from '../../answer/index.ts';
import type { DealEffect } from '../../explain/index.ts';
import { dealsTable } from '../../output/index.ts';
import { NOT_AVAILABLE, type Estimate } from '../../statistics/index.ts';
import { addToRun } from '../addToRun.ts';
import { deals as runDeals, type DealsResult } from '../deals.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { coloursOf, printLine, printText, processConsole, type Console } from './console.ts';
import { numberWithInterval, separated } from './estimateText.ts';
import { plainTable } from './plainTable.ts';
import type { PointsCommand } from './pointsCommand.ts';
import { replicationsText } from './replicationsText.ts';
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
const MOST_ROWS = 8;

/** What a deal does to one tenant in one measure, taken out in each way. */
interface Consequence {
  readonly deal: string;
  readonly party: string;
  readonly measure: string;
  readonly title: string;
  readonly isOwn: boolean;
  readonly caused: ReadonlyMap<string, Estimate>;
}

/** What each deal did to each tenant as a person reads it: a row a deal and tenant, of the largest that are shown. */
export function dealsSummary<S>({ run, found }: DealsResult<S>, console: Console = processConsole()): string {
  const { records } = run;
  const ways = [...new Set(found.map(({ removal }) => removal))];
  const days = consequencesOf(found.filter(({ unit }) => unit === 'day'));
  const amounts = consequencesOf(found.filter(({ measure }) => measure === GPU_MONTHS));
  const cut = Math.max(0, ...found.map(({ censored }) => censored));
  const table = (
    title: string,
    all: readonly Consequence[],
    text: (estimate: Estimate) => string,
  ): string[] => {
    const shown = all.filter(isShown).toSorted((a, b) => sizeOf(b) - sizeOf(a));
    if (shown.length === 0) return wrapped(`${title}: none of ${all.length} differs surely from 0.`);
    const some = shown.slice(0, MOST_ROWS);
    const largest = shown.length > some.length ? `the ${some.length} largest of the ` : '';
    return [
      ...wrapped(
        `${title}, ${largest}${shown.length} pairs of a deal and a tenant that differ from 0 one way or the other, of ${all.length}:`,
      ),
      plainTable(
        ['deal → tenant', ...ways.map((way) => `${way}: ${removalText(way)}`)],
        some.map((one) => [
          nameOf(one).join('\n'),
          ...ways.map((way) =>
            text(one.caused.get(way) ?? NOT_AVAILABLE)
              .replace(' (', '\n')
              .replace(')', ''),
          ),
        ]),
      ),
    ];
  };
  const headline = dealHeadline(readTable(dealsTable(found)), (estimate) =>
    numberWithInterval(estimate, 'day'),
  );
  return [
    coloursOf(console).bold(
      `What each deal does to each tenant: ${replicationsText(records)} on common draws`,
    ),
    ...wrapped(`${headline}.`),
    ...table('Days later for others with the deal', othersIn(days), (one) => numberWithInterval(one, 'day')),
    ...table('GPU-months more for others with the deal', othersIn(amounts), amountText),
    ...table(
      'GPU-months more for who made the deal',
      amounts.filter(({ isOwn }) => isOwn),
      amountText,
    ),
    ...wrapped(
      `The scenario as it is against the same without the deal, in two ways: it vanishes and nobody buys what was meant for it, or it is diverted and as much is bought at other providers. It differs from 0 where its 95 % interval leaves 0 out; one in twenty would by chance. ${UP_TO_HORIZON}: the horizon cut up to ${cut} of ${records.replications} replications. All effects, the days of who made each deal too, are in deals.csv.`,
    ),
    filesLine(run),
  ].join('\n');
}

const GPU_MONTHS = 'gpu_months';

/** The ways side by side. */
function consequencesOf(effects: readonly DealEffect[]): Consequence[] {
  const byName = new Map<string, DealEffect[]>();
  for (const effect of effects) {
    const { deal, party, measure } = effect;
    const key = JSON.stringify([deal, party, measure]);
    byName.set(key, [...(byName.get(key) ?? []), effect]);
  }
  return Array.from(byName.values(), (same) => {
    const { deal, party, buyer, measure, title } = same[0]!;
    const caused = new Map(same.map((one) => [one.removal, one.caused]));
    return { deal, party, measure, title, isOwn: party === buyer, caused };
  });
}

function othersIn(all: readonly Consequence[]): Consequence[] {
  return all.filter(({ isOwn }) => !isOwn);
}

function isShown({ caused }: Consequence): boolean {
  return [...caused.values()].some(({ low, high }) => (low ?? 0) > 0 || (high ?? 0) < 0);
}

function sizeOf({ caused }: Consequence): number {
  return Math.max(...Array.from(caused.values(), ({ estimate }) => Math.abs(estimate ?? 0)));
}

function nameOf({ deal, party, measure, title }: Consequence): string[] {
  const to = measure === GPU_MONTHS ? [] : [`to ${title}`];
  return [`${deal} →`, party, ...to];
}

/** Whole numbers with separators: amounts of a market are large. */
function amountText({ estimate, low, high }: Estimate): string {
  const text = (value: number | undefined): string => (value === undefined ? '…' : separated(value, 0));
  return `${text(estimate)} (${text(low)} to ${text(high)})`;
}
