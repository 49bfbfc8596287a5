import type { Relaxation } from '../../design/index.ts';
import type { Gain, PairGain } from '../../output/index.ts';
import type { Estimate } from '../../statistics/index.ts';
import { relax as runRelax, type RelaxResult } from '../relax.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { coloursOf, printLine, processConsole, type Console } from './console.ts';
import { filesLine, jsonText, numberWithInterval } from './estimateText.ts';
import { percentagePoints } from './percent.ts';
import { resultJson } from './resultJson.ts';
import type { PointsCommand } from './pointsCommand.ts';
import { watched } from './watched.ts';
import { plainTable } from './plainTable.ts';

/** Options of `gigaramp relax`. */
export interface RelaxCommand extends PointsCommand {
  readonly milestone?: string;
  readonly relax?: readonly Relaxation[];
  readonly cost?: readonly (readonly [string, number])[];
  readonly pairs?: boolean;
}

/** `gigaramp relax`: what each constraint is worth, what binds after it, and what only helps together. */
export async function relax<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  file: string | undefined,
  { set = [], cost = [], relax: relaxations, json, ...options }: RelaxCommand,
): Promise<void> {
  const settings = Object.fromEntries(set);
  const costs = Object.fromEntries(cost);
  const result = await watched(console, (watch) =>
    runRelax({ scenarioModel, file, settings, costs, relaxations, ...watch, ...options }),
  );
  printLine(console, json === true ? relaxJson(result) : relaxSummary(result, console));
}

/** What each relaxation gained as a person reads it. */
export function relaxSummary<S>({ run, found }: RelaxResult<S>, console: Console = processConsole()): string {
  const { milestone, replications, gains, pairs, base } = found;
  const beyond = pairs.filter(({ exceedsSum }) => exceedsSum);
  return [
    coloursOf(console).bold(
      `${milestone}: what each step gains on ${numberWithInterval(base, 'day')} days, ${replications} replications on common draws`,
    ),
    plainTable(
      ['step', 'days gained', 'target on time, pp', 'spend brought forward', '$ per day', 'binds next'],
      gains.map(gainRow),
    ),
    `Days gained are those of min(T, horizon): ${cutText(gains, replications)}. Spend is that up to the horizon. $ per day needs`,
    'a stated cost: --cost "step=dollars". What binds next is the cause whose days on the driving path grow most; none: the',
    'same path, only shorter.',
    ...pairLines(pairs, beyond),
    `95 % intervals. ${run.records.points.length} points; each step and its settings are in relax.csv.`,
    filesLine(run),
  ].join('\n');
}

function gainRow({
  name,
  days,
  probability,
  worthDollars,
  dollarsPerDay,
  costDollars,
  bindsNext,
}: Gain): string[] {
  return [
    name,
    numberWithInterval(days, 'day'),
    probability === undefined ? '…' : percentagePoints(probability),
    worthDollars === undefined ? '…' : inMillions(worthDollars),
    costDollars === undefined ? 'no cost stated' : wholeDollars(dollarsPerDay),
    bindsNext === undefined ? 'none' : `${bindsNext.cause} ${numberWithInterval(bindsNext.days, 'day')}`,
  ];
}

function pairLines(pairs: readonly PairGain[], beyond: readonly PairGain[]): string[] {
  if (pairs.length === 0) return [];
  if (beyond.length === 0) {
    return [
      `None of ${pairs.length} pairs surely gains more than the sum of its parts (95 % over all pairs).`,
    ];
  }
  const rows = beyond.map(({ name, days, interaction }) => [
    name,
    numberWithInterval(days, 'day'),
    numberWithInterval(interaction, 'day'),
  ]);
  return [
    `Pairs that together gain more than their sum, of ${pairs.length} (95 % over all pairs):`,
    plainTable(['together', 'days gained', 'beyond the sum'], rows),
  ];
}

/** How many replications the horizon cut, with or without a step. */
function cutText(gains: readonly Gain[], replications: number): string {
  const cut = Math.max(0, ...gains.map(({ censored }) => censored));
  return cut === 0
    ? 'the horizon cut none'
    : `the horizon cut up to ${cut} of ${replications} replications a step`;
}

function inMillions({ estimate, low, high }: Estimate): string {
  const part = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : value / 1e6;
  return `$M ${numberWithInterval({ estimate: part(estimate), low: part(low), high: part(high) })}`;
}

function wholeDollars({ estimate, low, high }: Estimate): string {
  const text = (value: number | undefined): string => (value === undefined ? '…' : value.toPrecision(3));
  return `${text(estimate)} (${text(low)} to ${text(high)})`;
}

function relaxJson<S>({ run, found }: RelaxResult<S>): string {
  return jsonText({ ...(JSON.parse(resultJson(run)) as object), relax: found });
}
