import { InputError } from '../experiment/index.ts';
import {
  defaultResponses,
  informativeResponses,
  responseNames,
  responseOf,
  type Response,
} from '../explain/index.ts';
import { targetMilestone, type Outputs } from '../record/index.ts';
import { expectedOneOf } from '../scenario/index.ts';
import { chosenScenario, inputNames } from './chosenScenario.ts';
import { byMorris } from './morrisAnalysis.ts';
import { plainRow } from './plainRow.ts';
import { recordsOf } from './recordsOf.ts';
import { designSeedOf } from './designSeedOf.ts';
import type { SensitivityOptions, SensitivityResult } from './sensitivityOptions.ts';
import { bySobol } from './sobolAnalysis.ts';
import { byTornado } from './tornadoAnalysis.ts';
import { factorsOf } from './factorsOf.ts';

/** Replications that tell how sure the target is, before anything is explained. */
const PILOT = 100;

/**
 * Runs a sensitivity analysis: `sobol.csv` (first and total indices of uncertain inputs, the replication seed as one
 * more), `morris.csv` or `tornado.csv`.
 *
 * @throws InputError, ScenarioError, ReplicationError, Interrupted.
 * @example await sensitivity({ scenarioModel: rolloutScenarioModel, method: 'sobol', size: 512, out: 'results/sobol'
 *   });
 */
export async function sensitivity<S>(options: SensitivityOptions<S>): Promise<SensitivityResult<S>> {
  const { scenarioModel, method } = options;
  designSeedOf(options);
  const { scenario } = chosenScenario(options);
  const inputs = inputNames(scenarioModel.model, scenario);
  const factors = factorsOf(options.varied ?? inputs.map((name) => ({ vary: name })), inputs);
  if (factors.length === 0) {
    throw new InputError(
      `model ${scenarioModel.model.name}: no uncertain inputs, expected something to vary`,
    );
  }
  const outputs = scenarioModel.model.outputs(scenario);
  const responses =
    options.responses?.map((name) => namedResponse(name, outputs)) ??
    (await tellingResponses(options, outputs));
  options.onResponse?.(responses[0]!);
  switch (method) {
    case 'sobol':
      return await bySobol(options, factors, responses);
    case 'morris':
      return await byMorris(options, factors, responses);
    case 'tornado':
      return await byTornado(options, factors, responses, outputs.titles);
  }
}

/** What is explained where nobody names it: a few replications first tell how sure the target is. */
async function tellingResponses<S>(options: SensitivityOptions<S>, outputs: Outputs): Promise<Response[]> {
  if (targetMilestone(outputs.columns) === undefined) return defaultResponses(outputs);
  const { points } = await recordsOf({
    ...options,
    rows: [plainRow('base')],
    replications: PILOT,
    phase: 'how sure the target is',
  });
  return informativeResponses(points[0]);
}

/**
 * A response by name.
 *
 * @throws InputError naming those that there are.
 */
export function namedResponse(name: string, outputs: Outputs): Response {
  const response = responseOf(name, outputs);
  if (response === undefined) {
    throw new InputError(`response: ${name}, ${expectedOneOf(name, responseNames(outputs))}`);
  }
  return response;
}
