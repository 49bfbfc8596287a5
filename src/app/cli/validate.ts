import { InputError } from '../../experiment/index.ts';
import { basisCount } from '../../answer/index.ts';
import { BASES, type Setting } from '../../scenario/index.ts';
import { checkSweep } from '../checkSweep.ts';
import { scenarioOf } from '../scenarioOf.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { printLine, type Console } from './console.ts';
import { noteWarnings } from './warnings.ts';

/** `gigaramp validate`: checks a scenario file, and that the model takes it. */
export function validate<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  file: string | undefined = scenarioModel.defaultFile,
  { set = [] }: { set?: readonly (readonly [string, Setting])[] | undefined } = {},
): void {
  if (file === undefined) throw new InputError('scenario: no file, expected one');
  const settings = Object.fromEntries(set);
  const { scenario, ledger, warnings, name, sweep } = scenarioOf(scenarioModel, file, settings);
  if (sweep !== undefined) checkSweep(scenarioModel, file, settings);
  noteWarnings(console, warnings);
  const columns = scenarioModel.model.outputs(scenario).columns.length;
  const counts = new Map<string, number>();
  for (const { basis } of ledger) counts.set(basis, (counts.get(basis) ?? 0) + 1);
  const parts = BASES.flatMap((basis) => {
    const count = counts.get(basis);
    return count === undefined ? [] : basisCount(basis, count);
  });
  const inputs = `${ledger.length} inputs${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
  printLine(console, `${file}: valid scenario "${name}", ${inputs}, ${columns} outputs of each replication`);
}
