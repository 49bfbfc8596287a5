import { relative, resolve } from 'node:path';
import { shardText } from '../../execution/index.ts';
import { InputError } from '../../experiment/index.ts';
import { printableLine } from '../../scenario/index.ts';
import { mergeBacktest, mergeShards } from '../mergeShards.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { readPlan, type ShardPlan } from '../shardPlan.ts';
import { printBacktest } from './backtest.ts';
import { noteLine, printLine, printText, type Console } from './console.ts';
import { recordedModel } from './recordedModel.ts';
import { resultJson } from './resultJson.ts';
import { withReplications } from './shard.ts';
import { shellCommand } from '../../refusal/index.ts';
import { runSummary } from './summary.ts';
import { sweepSummary } from './sweepSummary.ts';
import { targetJson } from './targetJson.ts';

/** Commands that are written out; further shards are named by number. */
const MOST_COMMANDS = 20;

/** `gigaramp merge`: the tables of a run whose shards are all there; else which are not. Returns whether all are. */
export async function merge<S>(
  console: Console,
  shipped: ScenarioModel<S>,
  folder: string,
  { model: own, workers, json }: { model?: string; workers?: number; json?: true },
): Promise<boolean> {
  const plan = readPlan(folder);
  const { backtest } = plan;
  if (backtest !== undefined) {
    if (own !== undefined) throw new InputError(`model: ${own}, expected none: a backtest has its own`);
    const { run, ...found } = await mergeBacktest(resolve(folder), plan, backtest);
    noteDamaged(console, found.damaged);
    if (run === undefined) noteMissing(console, folder, plan, found.missing);
    else printBacktest(console, run, json);
    return run !== undefined;
  }
  const { model, source } = await recordedModel<unknown>(shipped as ScenarioModel<unknown>, {
    folder,
    made: plan,
    own,
  });
  if (own === undefined && plan.command.some((word) => word.startsWith('--model'))) {
    // Its command would be printed for somebody to run.
    throw new InputError(`${folder}: made with an own model, expected --model with it if you trust it`);
  }
  const merged = await mergeShards({ folder: resolve(folder), plan, model, source, workers });
  const { run, missing, damaged, lacking } = merged;
  noteDamaged(console, damaged);
  if (lacking !== undefined) {
    noteLacking(console, folder, plan, lacking);
    return false;
  }
  if (run === undefined) {
    noteMissing(console, folder, plan, missing);
    return false;
  }
  if (json === true) printLine(console, resultJson(run, plan.rows === undefined ? targetJson(run) : {}));
  else printText(console, (plan.rows === undefined ? runSummary : sweepSummary)(run, console));
  return true;
}

function noteDamaged(console: Console, damaged: readonly string[]): void {
  for (const path of damaged) noteLine(console, `${relative('', path)}: torn or damaged, not used`);
}

function noteLacking(
  console: Console,
  folder: string,
  { command, shards, replications: asked }: ShardPlan,
  { effective, replications }: { effective: number; replications: number },
): void {
  noteLine(
    console,
    `error: ${folder}: effectively ${Math.floor(effective)} of ${asked} replications given what was observed, expected more`,
  );
  if (command.length === 0) return;
  const words = withReplications(command, replications);
  const shard = shards > 1 ? `0/${shards} to ${shards - 1}/${shards}` : '0/1';
  const text = printableLine(shellCommand(['gigaramp', ...words, '--out', folder]));
  noteLine(console, `all shards, what is finished is kept; run: ${text} --shard ${shard}`);
}

function noteMissing(
  console: Console,
  folder: string,
  plan: ShardPlan,
  missing: ReadonlyMap<number, number>,
): void {
  for (const line of missingLines(folder, plan, missing)) noteLine(console, line);
}

function missingLines(
  folder: string,
  { command, shards }: ShardPlan,
  missing: ReadonlyMap<number, number>,
): string[] {
  const lines = [...missing].slice(0, MOST_COMMANDS).map(([index, count]) => {
    const shard = shardText({ index, count: shards });
    const words = ['gigaramp', ...command, '--out', folder, '--shard', shard];
    const remedy = command.length === 0 ? '' : `; run: ${printableLine(shellCommand(words))}`;
    return `shard ${shard}: ${count} replications missing${remedy}`;
  });
  const further = [...missing.keys()].slice(MOST_COMMANDS);
  return [
    `error: ${folder}: ${missing.size} of ${shards} shards ${missing.size === 1 ? 'is' : 'are'} not whole`,
    ...lines,
    ...(further.length === 0 ? [] : [`and in the same way ${further.length} more: ${runsOf(further)}`]),
  ];
}

/** Numbers in order as a scheduler takes them: `3,7-19,25`. */
function runsOf(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}
