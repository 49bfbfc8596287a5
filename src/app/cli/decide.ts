import { UP_TO_HORIZON } from '../../answer/index.ts';
import { gridDesign } from '../../design/index.ts';
import { InputError } from '../../experiment/index.ts';
import type { Alternative } from '../compare.ts';
import { mirrored } from '../../statistics/index.ts';
import { decideBetween, type DecideResult } from '../decide.ts';
import { orInputError } from '../orInputError.ts';
import { chosenScenario, inputNames } from '../chosenScenario.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import type { Varied } from '../sweepSchema.ts';
import { withTitles } from '../factorTitles.ts';
import { factorsOf } from '../factorsOf.ts';
import { coloursOf, printLine, printText, processConsole, type Console } from './console.ts';
import { estimateText, numberWithInterval } from './estimateText.ts';
import { unitText } from '../../wording/index.ts';
import { percentWithInterval } from './percent.ts';
import { resultJson } from './resultJson.ts';
import type { PointsCommand } from './pointsCommand.ts';
import { watched } from './watched.ts';
import { plainTable } from './plainTable.ts';
import { warningLines } from './warningLines.ts';
import { replicationsText } from './replicationsText.ts';
import { wrapped } from './wrapped.ts';
import { filesLine } from './writtenFiles.ts';

/** Options of `gigaramp decide`. */
export interface DecideCommand extends PointsCommand {
  readonly vary?: readonly Varied[];
  readonly by?: string;
  readonly better?: 'higher' | 'lower';
  readonly indifference?: number;
  readonly alpha?: number;
}

/**
 * `gigaramp decide`: which of several scenarios, or of several settings of one, is best, and what not knowing costs.
 */
export async function decide<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  files: readonly string[],
  { vary, set = [], json, milestone, by = milestone, ...options }: DecideCommand,
): Promise<void> {
  const settings = Object.fromEntries(set);
  const alternatives =
    vary === undefined
      ? files.map((file): Alternative => ({ file, settings }))
      : variants(scenarioModel, files, settings, vary);
  const result = await watched(console, (watch) =>
    decideBetween({
      scenarioModel,
      alternatives,
      given: vary === undefined ? undefined : { file: files[0], settings },
      by,
      ...watch,
      ...options,
    }),
  );
  if (json === true) printLine(console, decideJson(result));
  else printText(console, decideSummary(result, console));
}

function variants<S>(
  scenarioModel: ScenarioModel<S>,
  [first, ...more]: readonly string[],
  settings: NonNullable<Alternative['settings']>,
  varied: readonly Varied[],
): Alternative[] {
  if (more.length > 0) throw new InputError('decide: --vary with several scenarios, expected one');
  const file = first ?? scenarioModel.defaultFile;
  const { scenario } = chosenScenario({ scenarioModel, file, settings });
  const inputs = inputNames(scenarioModel.model, scenario);
  const held = varied.find(({ vary }) => inputs.includes(vary));
  if (held !== undefined) {
    throw new InputError(`vary ${held.vary}: an uncertain input, expected something that one can decide`);
  }
  const { titles } = scenarioModel.model.outputs(scenario);
  const rows = orInputError(() => gridDesign(withTitles(factorsOf(varied, inputs), titles)));
  return rows.map((row) => ({ name: row.name, file, settings: { ...settings, ...row.settings } }));
}

/** What a decision came to as a person reads it. */
export function decideSummary<S>(result: DecideResult<S>, console: Console = processConsole()): string {
  const { run, policies, response, sign, decision, selection, censored } = result;
  const best = sign === 1 ? 'highest' : 'lowest';
  const rows = policies.map((name, index) => {
    const { utility, best: winning, regret } = decision.policies[index];
    const mean = sign === 1 ? utility : mirrored(utility);
    return [
      name,
      estimateText(response, mean),
      percentWithInterval(winning),
      numberWithInterval(regret, response.unit),
      selection.eliminatedAt[index] === undefined
        ? 'not ruled out'
        : `ruled out after ${selection.eliminatedAt[index]}`,
    ];
  });
  const { replications } = run.records;
  const unit = differenceUnit(response.unit);
  const cut = Math.max(...censored);
  return [
    coloursOf(console).bold(
      `${policies.length} policies by the ${best} mean of ${response.title} (${unitText(response.unit)}), ${replicationsText(run.records)} on common draws`,
    ),
    ...warningLines(run),
    plainTable(['policy', 'mean', 'best', 'expected regret', 'selection'], rows),
    ...wrapped(
      `Best: the part of the replications in which no other is better; ties share it${cut === 0 ? '' : ', as do all that are not there by the horizon'}.`,
    ),
    selectedText(result),
    `Best over all ${replications} replications: ${policies[decision.best]}, ${numberWithInterval(decision.lead, response.unit)} ${unit} ahead of the next.`,
    ...(cut === 0
      ? []
      : [`${UP_TO_HORIZON}: the horizon cut up to ${cut} of ${replications} replications of a policy.`]),
    `Perfect information is worth ${numberWithInterval(decision.perfectInformation, response.unit)} ${unit}: the regret, over the second half of the replications, of ${policies[decision.chosen]}, which the first half chose.`,
    filesLine(run),
  ].join('\n');
}

function selectedText<S>({
  run: { records },
  policies,
  response,
  indifference,
  alpha,
  decision,
  selection,
  censored,
}: DecideResult<S>): string {
  if (censored.every((count) => count === records.replications))
    return `None is selected: no policy reaches ${response.title} by the horizon in any replication.`;
  if (decision.policies.every(({ regret }) => regret.estimate === 0))
    return 'None is selected: the policies are equal in every replication.';
  return selection.selected === undefined
    ? `No policy is selected within ${records.replications} replications: ask for more, or for a larger indifference.`
    : `Selected: ${policies[selection.selected]}, after ${selection.replications} replications (KN with paired variances, ${Number((100 * (1 - alpha)).toPrecision(6))} % sure where the best is ${marginText(indifference, response.unit)} better).`;
}

function marginText(indifference: number, unit: string): string {
  const shown = unit === 'share' ? Number((indifference * 100).toPrecision(6)) : indifference;
  return `${shown} ${differenceUnit(unit, shown === 1)}`;
}

/** In what a difference is told: that of two shares in percentage points. */
function differenceUnit(unit: string, single = false): string {
  if (unit !== 'share') return unitText(unit, single);
  return single ? 'percentage point' : 'percentage points';
}

function decideJson<S>({
  run,
  policies,
  response,
  indifference,
  decision,
  selection,
}: DecideResult<S>): string {
  const { name, unit } = response;
  return resultJson(run, {
    policies,
    response: { name, unit },
    indifference,
    decision,
    selection,
  });
}
