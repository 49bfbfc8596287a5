import {
  type Column,
  milestoneTitle,
  type Outputs,
  type PointRecords,
  sharedTitle,
  ON_TIME,
  targetMilestone,
} from '../record/index.ts';
import { dueDay } from './targetProbability.ts';

/** One number a replication that points are compared by. */
export interface Response {
  /** Name of the output, or `on time` for whether the target is reached by its date. */
  readonly name: string;
  /** What it is called: `100,000 GPUs`, else its name. */
  readonly title: string;
  readonly unit: string;
  readonly kind: 'time' | 'proportion' | 'scalar';
  /** Whether values were cut: milestones not reached by the horizon count as reached then. */
  readonly restricted: boolean;
  readonly higherIsBetter: boolean;
  values(point: PointRecords): Float64Array;
}

/**
 * What points are compared by unless something else is asked for: whether the target is on time, and every milestone as
 * min(T, horizon); all scalars where a model has no milestones.
 */
export function defaultResponses(outputs: Outputs): Response[] {
  const milestones = outputs.columns.filter(({ kind }) => kind === 'milestone');
  if (milestones.length === 0) {
    return outputs.columns.filter(({ kind }) => kind === 'scalar').map(scalarResponse);
  }
  return [onTime(), ...milestones.map((column) => timeResponse(column, outputs.horizonDays))];
}

/**
 * A response by name: `on time`, a milestone or a scalar; nothing when there is no such output.
 */
export function responseOf(name: string, outputs: Outputs): Response | undefined {
  if (name === ON_TIME) return targetMilestone(outputs.columns) === undefined ? undefined : onTime();
  const column = outputs.columns.find((candidate) => candidate.name === name);
  if (column?.kind === 'milestone') return timeResponse(column, outputs.horizonDays);
  return column?.kind === 'scalar' ? scalarResponse(column) : undefined;
}

/** A response by a name that holds of all whose outputs are compared by it: each may mean its own by it. */
export function titledFor(response: Response, all: readonly Outputs[]): Response {
  const columns = all.flatMap(({ columns: own }) => own.find(({ name }) => name === response.name) ?? []);
  return columns.length === 0 ? response : { ...response, title: sharedTitle(columns) };
}

/** All names that `responseOf` takes, milestones before all else. */
export function responseNames({ columns }: Outputs): string[] {
  const namesOf = (kinds: readonly Column['kind'][]): string[] =>
    columns.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
  const names = [...namesOf(['milestone']), ...namesOf(['scalar'])];
  return targetMilestone(columns) === undefined ? names : [ON_TIME, ...names];
}

function onTime(): Response {
  return {
    name: ON_TIME,
    title: ON_TIME,
    unit: 'share',
    kind: 'proportion',
    restricted: false,
    higherIsBetter: true,
    values(point) {
      const target = targetMilestone(point.outputs.columns);
      if (target === undefined) throw new Error(`point ${point.name}: no milestone, expected a target`);
      const end = dueDay(target, point.outputs) + 1;
      return point.column(target.name).map((day) => (day < end ? 1 : 0));
    },
  };
}

/** Days are cut at the shorter horizon of the points that are compared. */
function timeResponse(column: Column, horizonDays: number): Response {
  const { name } = column;
  return {
    name,
    title: milestoneTitle(column),
    unit: 'day',
    kind: 'time',
    restricted: true,
    higherIsBetter: false,
    values: (point) => point.column(name).map((day) => Math.min(day, horizonDays)),
  };
}

function scalarResponse({ name, title = name, unit }: Column): Response {
  return {
    name,
    title,
    unit,
    kind: 'scalar',
    restricted: false,
    higherIsBetter: true,
    values: (point) => point.column(name),
  };
}
