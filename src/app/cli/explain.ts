import { causeTitle, drawnPastText } from '../../answer/index.ts';
import { InputError, writeNamedFile } from '../../experiment/index.ts';
import type { Setting } from '../../scenario/index.ts';
import type { View } from '../../kernel/index.ts';
import { dateOfDay, targetMilestone } from '../../record/index.ts';
import { explainReplication, type Explanation } from '../explainReplication.ts';
import { scenarioOf } from '../scenarioOf.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { traceReplication } from '../traceReplication.ts';
import { coloursOf, noteLine, printLine, printText, processConsole, type Console } from './console.ts';
import { LINE_WIDTH, wrapped } from './wrapped.ts';

/** Options of `gigaramp explain`. */
export interface ExplainCommand {
  readonly gpus?: number;
  readonly milestone?: string;
  readonly set?: readonly (readonly [string, Setting])[];
  readonly trace?: string;
  readonly replication?: number;
  readonly seed?: string;
  readonly view: View;
  readonly json?: boolean;
}

/** `gigaramp explain`: the driving path of a number of GPUs in one replication, from the start to that count. */
export function explain<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  file: string | undefined = scenarioModel.defaultFile,
  { json, trace, gpus, milestone: named, set = [], replication = 0, seed = '1', view }: ExplainCommand,
): void {
  if (gpus !== undefined && named !== undefined)
    throw new InputError('explain: --gpus and --milestone, expected one of them');
  const { model } = scenarioModel;
  const { scenario, name } = scenarioOf(scenarioModel, file, Object.fromEntries(set));
  const one = { model, scenario, seed, replication };
  if (trace !== undefined) {
    writeNamedFile('trace', trace, traceReplication({ ...one, name }));
    noteLine(console, `wrote ${trace}: open it in Perfetto`);
  }
  const outputs = model.outputs(scenario);
  // A trace alone asks for no path.
  const usual =
    trace === undefined && gpus === undefined ? targetMilestone(outputs.columns)?.name : undefined;
  const milestone = named ?? usual;
  if (gpus === undefined && milestone === undefined) {
    if (trace !== undefined) return;
    throw new InputError('explain: the model has no milestone, expected --gpus or --trace');
  }
  const explanation = explainReplication({ ...one, gpus, milestone, view });
  const { startDate } = outputs;
  if (json === true) {
    const { titles: _, ...found } = explanation;
    printLine(console, JSON.stringify({ start: startDate, ...found }, null, 2));
    return;
  }
  printText(console, explanationText(startDate, explanation, console));
}

/** A driving path as a person reads it. */
export function explanationText(
  start: string,
  {
    gpus,
    milestone,
    replication,
    view,
    day,
    contractGpus,
    contradicts,
    asOf,
    path,
    sharedOut,
    titles,
  }: Explanation,
  console: Console = processConsole(),
): string {
  const amount = gpus === undefined ? [] : [`${gpus.toLocaleString('en-US')} GPUs`];
  const what = [...(milestone === undefined ? [] : [milestone]), ...amount].join(', ');
  const title = `${what} in replication ${replication}, ${view} view`;
  if (day === undefined) {
    const why =
      contractGpus !== undefined && gpus !== undefined && contractGpus < gpus
        ? `this replication's contract is ${contractGpus.toLocaleString('en-US')} GPUs`
        : 'not reached by the horizon';
    return [`${title}: ${why}`, ...pastLines({ asOf, contradicts }), ...sharedLines(sharedOut)].join('\n');
  }
  // Days between the dates that stand beside them, so that both add up as they stand.
  const whole = ({ from, to }: { from: number; to: number }): number => Math.floor(to) - Math.floor(from);
  const lines = path.flatMap((stretch) => {
    const { from, to, activity, entity, cause, how } = stretch;
    const dates = `${dateOfDay(start, from)} to ${dateOfDay(start, to)}`;
    const days = String(whole(stretch)).padStart(5);
    const what = [
      activity,
      ...(entity === '' ? [] : [`at ${entity}`]),
      ...(cause === undefined ? [] : [`(${causeTitle(cause, titles)})`]),
    ];
    return [
      ...wrapped(`${dates} ${days}  ${what.join(' ')}`, LINE_WIDTH, { indent: ' '.repeat(32) }),
      ...indented(how),
    ];
  });
  const byCause = new Map<string, number>();
  for (const stretch of path) {
    const cause = causeTitle(stretch.cause ?? 'no cause', titles);
    byCause.set(cause, (byCause.get(cause) ?? 0) + whole(stretch));
  }
  const sum = [...byCause].filter(([, days]) => days !== 0).map(([cause, days]) => `${cause} ${days}`);
  const before = Math.floor(path[0]?.from ?? 0);
  return [
    coloursOf(console).bold(`${title}: ${dateOfDay(start, day)}, day ${Math.floor(day)}`),
    'from          to          days  what was waited for',
    ...lines,
    ...wrapped(
      `${[...sum, ...(before === 0 ? [] : [`before the start ${before}`])].join(' + ')} = ${Math.floor(day)} days. One replication: exact to the day, without an interval.`,
    ),
    ...pastLines({ asOf, contradicts }),
    ...sharedLines(sharedOut),
  ].join('\n');
}

/** What the days before the as-of date are, and whether the replication counts. */
function pastLines({ asOf, contradicts }: Pick<Explanation, 'asOf' | 'contradicts'>): string[] {
  return [
    ...(contradicts === undefined
      ? []
      : [
          `It counts in no table: it contradicts what was observed, ${contradicts}. Ask for another with --replication.`,
        ]),
    ...(asOf !== undefined ? [drawnPastText(asOf)] : []),
  ];
}

/** Who got what all wait for, a line each. */
function sharedLines(shared: Explanation['sharedOut']): string[] {
  if (shared.length === 0) return [];
  const all = shared.reduce((sum, { amount }) => sum + amount, 0);
  const count = (amount: number): string => amount.toLocaleString('en-US');
  return [
    `Of the ${count(all)} ${shared[0]!.unit}s made up to then:`,
    ...shared.flatMap(({ who, amount, why }) => {
      const [first = '', ...more] = wrapped(`${who}${why === '' ? '' : `: ${why}`}`, LINE_WIDTH - 11);
      return [`${count(amount).padStart(9)}  ${first}`, ...more.map((line) => `${' '.repeat(11)}${line}`)];
    }),
  ];
}

function indented(text: string): string[] {
  const indent = ' '.repeat(32);
  return text === '' ? [] : wrapped(text, LINE_WIDTH - indent.length).map((line) => `${indent}${line}`);
}
