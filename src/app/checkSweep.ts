import { checkFactors, type DesignRow, type Factor } from '../design/index.ts';
import { InputError } from '../experiment/index.ts';
import type { Refusal } from '../scenario/index.ts';
import { inputNames } from './chosenScenario.ts';
import { designRows } from './designPoints.ts';
import { loadScenarioFile, openShippedCatalog } from './loadScenarioFile.ts';
import type { ScenarioModel } from './scenarioModel.ts';
import { MOST_LOADS, pointProblems, type Path, type Settings } from './sweepPoints.ts';
import type { Sweep, Varied } from './sweepSchema.ts';
import { factorsOf } from './factorsOf.ts';

/**
 * Checks the `sweep:` block of a scenario file as a sweep would begin: every factor by itself, the design, and its
 * points.
 *
 * @throws ScenarioError with the place in the file of all that is wrong
 */
export function checkSweep<S>({ model, schema }: ScenarioModel<S>, file: string, settings: Settings): void {
  if (schema === undefined) return;
  const catalog = openShippedCatalog();
  const load = (more: Settings): S =>
    loadScenarioFile({ file, schema, settings: { ...settings, ...more }, catalog }).scenario;
  const refuseSweep = (sweep: Sweep, scenario: S): readonly Refusal[] =>
    sweepProblems(sweep, { inputs: inputNames(model, scenario), load });
  loadScenarioFile({ file, schema, settings, catalog, refuseSweep });
}

/** What is wrong with a `sweep:` block. */
function sweepProblems<S>(
  sweep: Sweep,
  { inputs, load }: { inputs: readonly string[]; load: (settings: Settings) => S },
): Refusal[] {
  const problems: Refusal[] = [];
  const firsts = new Map<string, Path>();
  const factors = sweep.factors.flatMap((varied, index) => {
    const path = ['sweep', 'factors', index];
    const first = firsts.get(varied.vary);
    firsts.set(varied.vary, first ?? [...path, 'vary']);
    if (first !== undefined)
      problems.push({
        path: [...path, 'vary'],
        message: `expected each factor once, got "${varied.vary}" again`,
        first,
      });
    const { factor, problem } = factorFrom(varied, inputs);
    if (problem !== undefined) problems.push({ path: [...path, placeIn(varied)], message: problem });
    return factor ?? [];
  });
  if (problems.length > 0) return problems;
  let rows: DesignRow[];
  try {
    rows = designRows(sweep.design, factors, sweep);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [{ path: ['sweep'], message: error.message }];
  }
  const alone = rows.length > MOST_LOADS ? designRows('oat', factors) : [];
  return pointProblems([...alone, ...rows], { factors, load });
}

/** The part of a factor that says what it takes. */
function placeIn({ values, range }: Varied): keyof Varied {
  return range !== undefined ? 'range' : values !== undefined ? 'values' : 'vary';
}

function factorFrom(
  varied: Varied,
  inputs: readonly string[],
): { factor?: Factor | undefined; problem?: string | undefined } {
  try {
    const factors = factorsOf([varied], inputs);
    checkFactors(factors);
    return { factor: factors[0] };
  } catch (error) {
    if (!(error instanceof InputError || error instanceof RangeError)) throw error;
    const said = [`vary ${varied.vary}: `, `factor ${varied.vary}: `].find((start) =>
      error.message.startsWith(start),
    );
    return { problem: error.message.slice(said?.length ?? 0) };
  }
}
