import { InputError, requireFolder, type Difference } from '../../experiment/index.ts';
import { readManifest } from '../outputFolder.ts';
import { isIdentical, replayFolder, replayReplication } from '../replayFolder.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { noteLine, printLine, printText, type Console } from './console.ts';
import { outputLine } from './outputLine.ts';
import { progressLine } from './progressLine.ts';
import { recordedModel } from './recordedModel.ts';

/** Options of `gigaramp replay`. */
export interface ReplayCommand {
  readonly model?: string;
  readonly point?: string;
  readonly replication?: number;
  readonly workers?: number;
  readonly json?: boolean;
}

/**
 * `gigaramp replay`: runs what a folder records again and says "identical", or where it first differs,
 * which files are damaged and what else does not fit together. The folder is only read.
 *
 * @returns whether it is identical.
 */
export async function replay<S>(
  console: Console,
  shipped: ScenarioModel<S>,
  folder: string,
  { model: own, point, replication, workers, json }: ReplayCommand,
): Promise<boolean> {
  requireFolder(folder);
  const made = own === undefined ? readManifest(folder)?.run : undefined;
  const { model, source } = await recordedModel(shipped, { folder, made, own });
  if (replication !== undefined) {
    const { described, ...result } = await replayReplication({ folder, model, point, replication });
    if (json === true) printLine(console, JSON.stringify(result, finiteOrText, 2));
    else {
      const lines = described.columns.flatMap((column) => {
        const value = result.outputs[column.name];
        return typeof value === 'number' ? [outputLine(described, column, value)] : [];
      });
      printText(console, lines.join('\n'));
      printText(console, NO_INTERVAL);
      const verdict =
        result.difference !== undefined
          ? inWords(result.difference)
          : result.isRecorded
            ? 'identical to its record'
            : 'not recorded, so that there is nothing to compare it with';
      printText(console, `replication ${replication} of point ${result.point}: ${verdict}`);
    }
    return result.difference === undefined;
  }
  if (point !== undefined) throw new InputError('--point: without --replication, expected both');
  const line = progressLine(console);
  const onProgress = (done: number, total: number): void => line.update(done, total);
  const result = await replayFolder({ folder, model, source, workers, onProgress }).finally(() =>
    line.stop(),
  );
  for (const remark of result.remarks) noteLine(console, remark);
  if (json === true) printLine(console, JSON.stringify(result, finiteOrText, 2));
  else {
    for (const file of result.damagedFiles) printLine(console, `${file}: damaged, not compared`);
    for (const file of result.changedFiles) printLine(console, `${file}: not what the manifest says`);
    for (const problem of result.problems) printLine(console, problem);
    const same = result.isFinished ? 'identical' : 'identical as far as they are there';
    const verdict = result.difference === undefined ? same : inWords(result.difference);
    printLine(console, `${folder}: ${result.replications} replications a point, ${verdict}`);
  }
  return isIdentical(result);
}

/** Why no number above has an interval. */
const NO_INTERVAL =
  'This is one replication as it was drawn, so that no number has an interval. --json has all digits, by the names of the columns.';

function inWords({ point, replication, column, place, recorded, replayed }: Difference): string {
  const where = place === 0 ? column : `${column} at grid place ${place}`;
  return `first differs in replication ${replication} of point ${point}: ${where} recorded ${recorded}, replayed ${replayed}`;
}

function finiteOrText(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
