import { InputError, type DescribedPart } from '../../experiment/index.ts';
import { formatIssue, type Issue, type LedgerRow, type Setting } from '../../scenario/index.ts';
import { scenarioOf } from '../scenarioOf.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { printLine, type Console } from './console.ts';
import { hangingLines } from './hangingLines.ts';
import { wrapped } from './wrapped.ts';

/** Options of `gigaramp describe`. */
export interface DescribeCommand {
  readonly json?: boolean | undefined;
  readonly set?: readonly (readonly [string, Setting])[] | undefined;
}

/** What `describe` says of a scenario. */
interface Description {
  readonly name: string;
  readonly model: string;
  readonly parts: readonly DescribedPart[];
  readonly inputs: {
    readonly total: number;
    readonly byBasis: Readonly<Record<string, number>>;
    /** Inputs that the scenario itself says are assumed. */
    readonly assumptions: readonly Pick<LedgerRow, 'path' | 'value' | 'confidence' | 'note'>[];
  };
  /** What looks wrong, though valid, with its place. */
  readonly warnings: readonly string[];
}

/**
 * `gigaramp describe`: in words what a scenario simulates, what it assumes, and what looks wrong though it is valid.
 */
export function describe<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  file: string | undefined = scenarioModel.defaultFile,
  { json = false, set = [] }: DescribeCommand = {},
): void {
  if (file === undefined && scenarioModel.defaultScenario === undefined)
    throw new InputError('scenario: no file, expected one');
  const { model } = scenarioModel;
  const { scenario, ledger, warnings, name } = scenarioOf(scenarioModel, file, Object.fromEntries(set));
  const description: Description = {
    name,
    model: model.name,
    parts: model.describe?.(scenario) ?? [],
    inputs: inputsOf(ledger),
    warnings: warnings.map((warning: Issue) => formatIssue(warning)),
  };
  if (json) printLine(console, JSON.stringify(description, null, 2));
  else for (const line of linesOf(description)) printLine(console, line);
}

function inputsOf(ledger: readonly LedgerRow[]): Description['inputs'] {
  const byBasis: Record<string, number> = {};
  for (const { basis } of ledger) byBasis[basis] = (byBasis[basis] ?? 0) + 1;
  const assumptions = ledger
    // What the catalog assumes has its source there; a bare value of the scenario is what is simulated, and said above.
    .filter(({ basis, catalogId }) => basis === 'assumption' && catalogId === '')
    .filter(({ confidence, note }) => confidence !== '' || note !== '')
    .map(({ path, value, confidence, note }) => ({ path, value, confidence, note }));
  return { total: ledger.length, byBasis, assumptions };
}

/** More would hide what they are: `--json` has all. */
const MOST_ASSUMPTIONS = 20;

// Of a terminal, without the indent of a list.
const WIDTH = 78;

function linesOf({ name, parts, inputs, warnings }: Description): string[] {
  return [
    name,
    ...parts.flatMap(({ title, lines }) => [
      '',
      title,
      ...lines.flatMap(({ what, text }) => hangingLines(what, text)),
    ]),
    '',
    'What is assumed',
    ...assumedLines(inputs),
    '',
    'What looks wrong, though valid',
    ...(warnings.length === 0 ? ['  nothing found'] : warnings.flatMap((warning) => bulleted(warning))),
  ];
}

function assumedLines({ total, byBasis, assumptions }: Description['inputs']): string[] {
  const counts = Object.entries(byBasis)
    .map(([basis, count]) => `${count} ${basis}`)
    .sort();
  const lines = assumptionLines(assumptions);
  const shown = lines.slice(0, MOST_ASSUMPTIONS);
  const rest = lines.length - shown.length;
  return [
    ...hangingLines('inputs', counts.length === 0 ? String(total) : `${total}: ${counts.join(', ')}`),
    ...(shown.length === 0 ? [] : ['  The scenario says of these that they are assumed:']),
    ...shown.flatMap(bulleted),
    ...(rest > 0 ? [`  and ${rest} more: --json has all of them`] : []),
  ];
}

/** One line an assumption; rows of a list, such as quarters, are one. */
function assumptionLines(assumptions: Description['inputs']['assumptions']): string[] {
  const rows = new Map<string, Description['inputs']['assumptions'][number][]>();
  for (const row of assumptions) {
    const of = row.path.replace(/\.\d+(?=\.|$)/g, '.…');
    rows.set(of, [...(rows.get(of) ?? []), row]);
  }
  return Array.from(rows, ([path, alike]) => {
    const { value, note } = alike[0]!;
    const aside = [alike.length === 1 ? '' : `the first of ${alike.length}`, note].filter(
      (text) => text !== '',
    );
    return `${alike.length === 1 ? alike[0]!.path : path}: ${value}${aside.length === 0 ? '' : ` (${aside.join('; ')})`}`;
  });
}

function bulleted(text: string): string[] {
  return wrapped(text, WIDTH - 2).map((line, index) => `  ${index === 0 ? '- ' : '  '}${line}`);
}
