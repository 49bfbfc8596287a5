import { InputError } from '../../experiment/index.ts';
import { dateCell, targetMilestone, targetProbability } from '../../output/index.ts';
import type { Setting } from '../../scenario/index.ts';
import { quantileEstimate, type Estimate } from '../../statistics/index.ts';
import { designRows } from '../designPoints.ts';
import type { Precision } from '../precision.ts';
import { scenarioOf } from '../runScenario.ts';
import type { RunResult } from '../runToFolder.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { sweep as runSweep } from '../sweep.ts';
import type { DesignName, Varied } from '../sweepSchema.ts';
import { factorsOf } from '../vary.ts';
import { coloursOf, printLine, processConsole, type Console } from './console.ts';
import { filesLine, plainTable } from './estimateText.ts';
import { percentWithInterval } from './percent.ts';
import { precisionLine } from './precisionLine.ts';
import { resultJson } from './resultJson.ts';
import { watched } from './watched.ts';

/** Options that all commands over several points have. */
export interface PointsCommand {
  readonly replications?: number;
  readonly seed?: string;
  readonly workers?: number;
  readonly out?: string;
  readonly json?: boolean;
  readonly fresh?: boolean;
  readonly set?: readonly (readonly [string, Setting])[];
}

/** Options of `gigaramp sweep`. */
export interface SweepCommand extends PointsCommand {
  readonly vary?: readonly Varied[];
  readonly design?: DesignName;
  readonly size?: number;
  readonly designSeed?: string;
  readonly until?: Precision;
}

/** `gigaramp sweep`: a design over a scenario, from the command line or from its `sweep:` block, to one folder of tables. */
export async function sweep<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  file: string | undefined = scenarioModel.defaultFile,
  { vary, design, size, designSeed, set = [], json, ...options }: SweepCommand,
): Promise<void> {
  const settings = Object.fromEntries(set);
  const { scenario, sweep: block } = scenarioOf(scenarioModel, file, settings);
  const inputs = scenarioModel.model.inputs(scenario).map(({ name }) => name);
  const varied = vary ?? block?.factors;
  if (varied === undefined) {
    throw new InputError(
      'sweep: nothing to vary, expected --vary path=v1,v2 or a sweep: block in the scenario',
    );
  }
  const rows = designRows(design ?? block?.design ?? 'grid', factorsOf(varied, inputs), {
    size: size ?? block?.size,
    seed: designSeed ?? block?.seed,
  });
  const result = await watched(console, (watch) =>
    runSweep({ scenarioModel, file, settings, rows, ...watch, ...options }),
  );
  printLine(console, json === true ? resultJson(result) : sweepSummary(result, console));
}

/** A row a point: the probability of the target and its dates. */
export function sweepSummary<S>(result: RunResult<S>, console: Console = processConsole()): string {
  const { records, experiment, name } = result;
  const title = `${name}: ${records.points.length} points, ${records.replications} replications each, seed ${experiment.seed}`;
  const rows = records.points.map((point) => {
    const target = targetMilestone(point.outputs.columns);
    const probability = targetProbability(records, point.name);
    if (target === undefined || probability === undefined) return [point.name];
    const days = point.column(target.name).sort();
    const dates = [0.1, 0.5, 0.9].map((p) => dateText(point.outputs.startDate, quantileEstimate(days, p)));
    return [point.name, percentWithInterval(probability), ...dates];
  });
  return [
    coloursOf(console).bold(title),
    ...precisionLine(result),
    plainTable(['point', 'target on time', 'target P10', 'P50', 'P90'], rows),
    'All points share their draws; 95 % intervals. … = this sample gives no bound; later = after the horizon.',
    filesLine(result),
  ].join('\n');
}

function dateText(startDate: string, { estimate, low, high }: Estimate): string {
  const [date, from, to] = [estimate, low, high].map((day) => dateCell(startDate, day));
  return `${date ?? 'later'}\n${from ?? '…'} to ${to ?? '…'}`;
}
