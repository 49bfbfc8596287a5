import type { Table } from '../../output/index.ts';
import { formatIssue } from '../../scenario/index.ts';
import type { RunResult } from '../runToFolder.ts';
import { isWithoutMilestones, outputMeans } from './outputMeans.ts';
import { writtenFiles } from './writtenFiles.ts';

/**
 * What `--json` prints: where the files are, the milestones by the column names of `milestones.csv`, or of a model
 * without milestones the means of its scalar outputs, and what else was found.
 */
export function resultJson<S>(result: RunResult<S>, answer: object = {}): string {
  const { name, out, experiment, records, found, precise, seconds, warnings, tables } = result;
  return JSON.stringify(
    {
      name,
      experiment: experiment.id,
      out,
      replications: records.replications,
      ...(records.given === undefined ? {} : { effectiveReplications: records.given.effective }),
      points: records.points.map((point) => point.name),
      found,
      ran: records.replications * records.points.length - found,
      ...(precise === undefined ? {} : { precise }),
      seconds: Number(seconds.toFixed(3)),
      ...(warnings.length === 0 ? {} : { warnings: warnings.map(formatIssue) }),
      files: writtenFiles(result),
      milestones: tables.filter((table) => table.name === 'milestones').flatMap(rowObjects),
      ...outputsJson(result),
      ...answer,
    },
    null,
    2,
  );
}

function outputsJson<S>({ records: { points } }: RunResult<S>): object {
  if (!isWithoutMilestones(points[0].outputs)) return {};
  const outputs = points.flatMap((point) =>
    outputMeans(point).map(({ name, unit, mean: { estimate, low, high } }) => ({
      ...(points.length > 1 ? { point: point.name } : {}),
      output: name,
      unit,
      mean: estimate ?? null,
      mean_low: low ?? null,
      mean_high: high ?? null,
    })),
  );
  return { outputs };
}

/** The rows of a table as objects by column name; what would be an empty cell is null. */
function rowObjects(table: Table): Record<string, string | number | null>[] {
  return Array.from(table.rows(), (row) => {
    return Object.fromEntries(
      table.fields.map(({ name }, index) => {
        const value = row[index];
        return [
          name,
          value === undefined || (typeof value === 'number' && !Number.isFinite(value)) ? null : value,
        ];
      }),
    );
  });
}
