import { UP_TO_HORIZON } from '../../answer/index.ts';
import type { Relaxation } from '../../design/index.ts';
import type { Gain, PairGain } from '../../explain/index.ts';
import type { Estimate } from '../../statistics/index.ts';
import { relax as runRelax, type RelaxResult } from '../relax.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { addToRun } from '../addToRun.ts';
import { coloursOf, printLine, printText, processConsole, type Console } from './console.ts';
import { numberWithInterval, spannedNumber } from './estimateText.ts';
import { spannedPoints } from './percent.ts';
import { onTwoLines, type Spanned } from './spanned.ts';
import { titleIn } from './titleIn.ts';
import { resultJson } from './resultJson.ts';
import type { PointsCommand } from './pointsCommand.ts';
import { watched } from './watched.ts';
import { wrapped } from './wrapped.ts';
import { plainTable } from './plainTable.ts';
import { replicationsText } from './replicationsText.ts';
import { filesLine } from './writtenFiles.ts';

/** Options of `gigaramp relax`. */
export interface RelaxCommand extends PointsCommand {
  readonly into?: string;
  readonly relax?: readonly Relaxation[];
  readonly cost?: readonly (readonly [string, number])[];
  readonly size?: number;
  readonly by?: readonly string[];
  readonly spend?: number;
  readonly pairs?: boolean;
}

/** `gigaramp relax`: what each constraint is worth, what binds after it, and what only helps together. */
export async function relax<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  file: string | undefined,
  { set = [], cost = [], relax: relaxations, json, into, ...options }: RelaxCommand,
): Promise<void> {
  const settings = Object.fromEntries(set);
  const costs = Object.fromEntries(cost);
  const result = await watched(console, (watch) =>
    runRelax({ scenarioModel, file, settings, costs, relaxations, ...watch, ...options }),
  );
  if (into !== undefined) await addToRun(into, result.run, 'relax');
  if (json === true) printLine(console, resultJson(result.run, { relax: result.found }));
  else printText(console, relaxSummary(result, console));
}

/** What each relaxation gained as a person reads it. */
export function relaxSummary<S>({ run, found }: RelaxResult<S>, console: Console = processConsole()): string {
  const { milestone, replications, gains, pairs, base } = found;
  const has = {
    chance: gains.some(({ probability }) => probability !== undefined),
    costs: gains.some(({ costDollars }) => costDollars !== undefined),
  };
  const beyond = pairs.filter(({ exceedsSum }) => exceedsSum);
  return [
    coloursOf(console).bold(
      `${titleIn(run.records, milestone)}: what each step gains on ${numberWithInterval(base, 'day')} days, ${replicationsText(run.records)} on common draws`,
    ),
    plainTable(
      [
        'step',
        'by',
        'days gained',
        ...(has.chance ? ['on time, pp'] : []),
        ...(has.costs ? ['$ per day'] : []),
      ],
      gains.map((gain) => gainRow(gain, has)),
    ),
    ...wrapped(
      `Every step changes its constraint by the same part of itself (--size), or all of it where it says so. ${UP_TO_HORIZON}: ${cutText(gains, replications)}. What binds next is in relax.csv and the report. For $ per day state a cost: --cost "step=dollars"; with --spend each step of known cost is sized to that sum.`,
    ),
    ...pairLines(pairs, beyond),
    `95 % intervals. ${run.records.points.length} points; each step and its settings are in relax.csv.`,
    filesLine(run),
  ].join('\n');
}

function gainRow(
  { name, step, by, days, probability, dollarsPerDay, costDollars }: Gain,
  has: { readonly chance: boolean; readonly costs: boolean },
): string[] {
  return [
    step === undefined ? name : `${name}\n${step}`,
    by ?? '…',
    onTwoLines(spannedNumber(days, 'day')),
    ...(has.chance ? [probability === undefined ? '…' : onTwoLines(spannedPoints(probability))] : []),
    ...(has.costs
      ? [costDollars === undefined ? 'no cost stated' : onTwoLines(wholeDollars(dollarsPerDay))]
      : []),
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

function wholeDollars({ estimate, low, high }: Estimate): Spanned {
  const text = (value: number | undefined): string => (value === undefined ? '…' : value.toPrecision(3));
  return { value: text(estimate), interval: `${text(low)} to ${text(high)}` };
}
