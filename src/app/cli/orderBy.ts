import { InputError } from '../../experiment/index.ts';
import type { LatestOrder } from '../../explain/index.ts';
import { dateCell, orderStatus } from '../../output/index.ts';
import { orderBy as runOrderBy, type OrderByResult } from '../orderBy.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { coloursOf, printLine, printText, processConsole, type Console } from './console.ts';
import { percentWithInterval, statedPercent } from './percent.ts';
import { titleIn } from './titleIn.ts';
import { resultJson } from './resultJson.ts';
import type { PointsCommand } from './pointsCommand.ts';
import { watched } from './watched.ts';
import { wrapped } from './wrapped.ts';
import { plainTable } from './plainTable.ts';
import { replicationsText } from './replicationsText.ts';
import { filesLine } from './writtenFiles.ts';

/** Options of `gigaramp order-by`. */
export interface OrderByCommand extends PointsCommand {
  readonly by?: string;
  readonly probability?: number;
  readonly site?: readonly string[];
  readonly shifts?: string;
}

/** `gigaramp order-by`: by when each long-lead item has to be ordered. */
export async function orderBy<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  file: string | undefined,
  { set = [], site: sites, shifts, json, ...options }: OrderByCommand,
): Promise<void> {
  const settings = Object.fromEntries(set);
  const shiftsDays = shifts?.split(',').map(daysFrom);
  const { run, ...found } = await watched(console, (watch) =>
    runOrderBy({ scenarioModel, file, settings, sites, shiftsDays, ...watch, ...options }),
  );
  if (json === true) printLine(console, resultJson(run, found));
  else printText(console, orderBySummary({ run, ...found }, console, file));
}

const READING =
  'In brackets: the dates at which the 95 % interval of the probability still reaches what is asked for; … = at none that was tried. Dates are those tried: in steps, and no closer. No date before the as-of date is tried. Ordered: placed before it, and early enough. Unreachable: not by ordering this item alone at any date tried.';

/** The latest order dates as a person reads them. */
export function orderBySummary<S>(
  { run, milestone, by, asOf, probability, earliest, isHopeless, orders }: OrderByResult<S>,
  console: Console = processConsole(),
  file?: string,
): string {
  const { startDate } = run.records.points[0].outputs;
  const usual = orders[0]?.usualProbability;
  const isPlaced = (order: LatestOrder): boolean => orderStatus(order, { startDate, asOf }) === 'placed';
  const [placed, tried] = [orders.filter(isPlaced), orders.filter((order) => !isPlaced(order))];
  return [
    coloursOf(console).bold(
      `${titleIn(run.records, milestone)} by ${by} with ${statedPercent(probability)}: latest order dates, one item at a time`,
    ),
    `As the scenario orders, the probability is ${usual === undefined ? '…' : percentWithInterval(usual)}; ${replicationsText(run.records)} on common draws.`,
    `All of them together as early as tried, none before ${asOf}: ${percentWithInterval(earliest)}.`,
    ...(isHopeless
      ? [
          ...wrapped(
            `No order date does it: that is the best that orders can bring, and so none was tried alone. What else would:`,
          ),
          `  gigaramp reach ${file === undefined ? '' : `${file} `}--milestone ${milestone} --date ${by}`,
        ]
      : [
          ...placedLines(placed, asOf),
          ...(tried.length > 0
            ? [
                plainTable(
                  ['order', 'as usual', 'at the latest', 'with', 'status'],
                  tried.map((order) => row(order, startDate, asOf)),
                ),
                ...wrapped(READING),
              ]
            : []),
        ]),
    filesLine(run),
  ].join('\n');
}

/** The orders that nothing can be tried of. */
function placedLines(placed: readonly LatestOrder[], asOf: string): string[] {
  if (placed.length === 0) return [];
  const names = placed.map(({ site, item }) => `${item} of ${site}`).join(', ');
  return wrapped(
    `Placed before ${asOf}, as is every date that would be tried: ${names}. The scenario may state when they were.`,
  );
}

function row(order: LatestOrder, startDate: string, asOf: string): string[] {
  const { site, item, usualDay, latestShiftDays, probability, best, neverTooLate } = order;
  const date = (shift: number | undefined): string =>
    dateCell(startDate, shift === undefined ? undefined : usualDay + shift) ?? '…';
  const { estimate, low, high } = latestShiftDays;
  return [
    `${site}, ${item}`,
    date(0),
    neverTooLate ? `${date(estimate)} or later` : `${date(estimate)} (${date(low)} to ${date(high)})`,
    probability === undefined ? `at best ${percentWithInterval(best)}` : percentWithInterval(probability),
    orderStatus(order, { startDate, asOf }),
  ];
}

function daysFrom(text: string): number {
  const days = Number(text);
  if (text.trim() === '' || !Number.isInteger(days)) {
    throw new InputError(`shifts: ${text}, expected whole numbers of days such as -60,60,120`);
  }
  return days;
}
