import { InputError } from '../../experiment/index.ts';
import { basisCount } from '../../answer/index.ts';
import { BASES, formatIssue, ScenarioError, type Setting } from '../../scenario/index.ts';
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
  {
    set = [],
    json,
  }: { set?: readonly (readonly [string, Setting])[] | undefined; json?: true | undefined } = {},
): void {
  const settings = Object.fromEntries(set);
  const { scenario, ledger, warnings, name } = jsonOnRefusal(console, json, () => {
    const found = scenarioOf(scenarioModel, file, settings);
    if (found.sweep !== undefined && file !== undefined) checkSweep(scenarioModel, file, settings);
    return found;
  });
  if (json === true) {
    printJson(console, { valid: true, warnings: warnings.map(formatIssue), errors: [] });
    return;
  }
  noteWarnings(console, warnings);
  const columns = scenarioModel.model.outputs(scenario).columns.length;
  const counts = new Map<string, number>();
  for (const { basis } of ledger) counts.set(basis, (counts.get(basis) ?? 0) + 1);
  const parts = BASES.flatMap((basis) => {
    const count = counts.get(basis);
    return count === undefined ? [] : basisCount(basis, count);
  });
  const inputs =
    file === undefined
      ? `its own scenario`
      : `${ledger.length} inputs${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
  printLine(
    console,
    `${file ?? `model ${scenarioModel.model.name}`}: valid scenario "${name}", ${inputs}, ${columns} outputs of each replication`,
  );
}

/** Says what is wrong as JSON too, where that is asked for; the refusal and its exit code stay. */
function jsonOnRefusal<T>(console: Console, json: true | undefined, load: () => T): T {
  try {
    return load();
  } catch (error) {
    if (json === true && error instanceof ScenarioError)
      printJson(console, { valid: false, warnings: [], errors: error.issues.map(formatIssue) });
    else if (json === true && error instanceof InputError)
      printJson(console, { valid: false, warnings: [], errors: [error.message] });
    throw error;
  }
}

function printJson(
  console: Console,
  found: { valid: boolean; warnings: readonly string[]; errors: readonly string[] },
): void {
  printLine(console, JSON.stringify(found, null, 2));
}
