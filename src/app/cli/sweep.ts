import { InputError } from '../../experiment/index.ts';
import { chosenScenario, inputNames } from '../chosenScenario.ts';
import { checkSweep } from '../checkSweep.ts';
import { designRows } from '../designPoints.ts';
import { withTitles } from '../factorTitles.ts';
import { askedMilestone } from '../milestoneName.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { sweep as runSweep, sweepRun } from '../sweep.ts';
import type { DesignName } from '../designNames.ts';
import type { Varied } from '../sweepSchema.ts';
import { factorsOf } from '../factorsOf.ts';
import { printLine, printText, type Console } from './console.ts';
import type { DividedCommand } from './dividedCommand.ts';
import { dividedRun } from './dividedRun.ts';
import { resultJson } from './resultJson.ts';

import { sweepSummary } from './sweepSummary.ts';

/** Options of `gigaramp sweep`. */
export interface SweepCommand extends DividedCommand {
  readonly vary?: readonly Varied[];
  readonly design?: DesignName;
  readonly size?: number;
  readonly designSeed?: string;
}

/**
 * `gigaramp sweep`: a design over a scenario, from the command line or from its `sweep:` block, to one folder of
 * tables.
 */
export async function sweep<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  file: string | undefined = scenarioModel.defaultFile,
  { vary, design, size, designSeed, ...command }: SweepCommand,
): Promise<void> {
  const { set = [], milestone } = command;
  const settings = Object.fromEntries(set);
  const choice = { scenarioModel, file, settings };
  const { scenario, sweep: block } = chosenScenario(choice);
  const outputs = scenarioModel.model.outputs(scenario);
  askedMilestone(outputs, milestone);
  const isAsWritten = vary === undefined && design === undefined && size === undefined;
  if (isAsWritten && block !== undefined && file !== undefined) checkSweep(scenarioModel, file, settings);
  const varied = vary ?? block?.factors;
  if (varied === undefined) {
    throw new InputError(
      'sweep: nothing to vary, expected --vary path=v1,v2 or a sweep: block in the scenario',
    );
  }
  const factors = withTitles(factorsOf(varied, inputNames(scenarioModel.model, scenario)), outputs.titles);
  const rows = designRows(design ?? block?.design ?? 'grid', factors, {
    size: size ?? block?.size,
    seed: designSeed ?? block?.seed,
  });
  const { json, set: _set, until, ...options } = command;
  const asked = { ...options, ...choice, rows };
  const result = await dividedRun(console, command, {
    experiment: () => ({ ...sweepRun(asked), rows }),
    here: (watch) => runSweep({ ...asked, ...watch, until: until && { ...until, milestone } }),
  });
  if (result === undefined) return;
  if (json === true) printLine(console, resultJson(result));
  else printText(console, sweepSummary(result, console, milestone));
}
