import type { Simulation } from '../kernel/index.ts';
import { Streams } from '../random/index.ts';
import { asWritten, givenText, isGenerator, isThenable } from '../refusal/index.ts';
import { furthestDay } from '../record/layout.ts';
import {
  layoutOf,
  type Field,
  type Layout,
  type Outcome,
  type Outputs,
  type OutputValue,
} from '../record/index.ts';
import type { Model, Point } from './model.ts';
import { sampledStreams } from './sampledInputs.ts';

/**
 * Runs one replication of a model and packs what it returned in column order.
 *
 * Pure in (model, point, seed, replication): the simulation is reset first, so it can be reused for speed.
 *
 * @throws naming an output that is missing, undeclared, of the wrong size, or not a number.
 * @example const record = replicate(model, new Simulation(), point, 'seed', 0);
 */
export function replicate<S>(
  model: Model<S>,
  simulation: Simulation,
  point: Point<S>,
  seed: string,
  replication: number,
): Float64Array {
  return replicator(model, simulation, point, seed)(replication);
}

/** The same for many replications of one point, with the streams, the layout and the model's own tables built once. */
export function replicator<S>(
  model: Model<S>,
  simulation: Simulation,
  point: Point<S>,
  seed: string,
): (replication: number) => Float64Array {
  const outputs = model.outputs(point.scenario);
  const layout = layoutOf(outputs);
  const streamsOf =
    point.sample === undefined ? keptStreams(point, seed) : sampledStreams(point, point.sample, seed);
  const packed = packedRun(model, point.scenario, outputs, layout);
  return (replication) => {
    // Not what the model of another point set: its results would depend on who ran before.
    simulation.reset({ startTime: 0, resolutionDays: 0 });
    return packed(simulation, streamsOf(replication));
  };
}

function packedRun<S>(
  model: Model<S>,
  scenario: S,
  { columns, horizonDays }: Outputs,
  layout: Layout,
): (simulation: Simulation, streams: Streams) => Float64Array {
  const run = model.prepared?.(scenario);
  if (run === undefined)
    return (simulation, streams) =>
      pack(layout, atOnce(model, model.run(simulation, scenario, streams)), horizonDays);
  const places = new Map(layout.fields.map((field) => [field.column, field]));
  const fields = columns.map((column) => places.get(column)!);
  return (simulation, streams) =>
    packValues(layout.width, fields, atOnce(model, run(simulation, streams)), horizonDays);
}

/** What a run gives; throws where that is still to come. */
function atOnce<R>({ name }: { readonly name: string }, outcome: R): R {
  if (isThenable(outcome) || isGenerator(outcome))
    throw new Error(
      `run of model ${name}: gave ${givenText(outcome)}, expected its outputs; it is no async function`,
    );
  if (typeof outcome !== 'object' || outcome === null)
    throw new Error(`run of model ${name}: gave ${asWritten(outcome)}, expected its outputs by name`);
  return outcome;
}

function packValues(
  width: number,
  fields: readonly Field[],
  values: readonly OutputValue[],
  horizonDays: number,
): Float64Array {
  if (values.length !== fields.length)
    throw new Error(`outputs: ${values.length} values, expected ${fields.length}, one a column`);
  const record = new Float64Array(width);
  for (let place = 0; place < fields.length; place++)
    packOne(record, fields[place], values[place], horizonDays);
  return record;
}

function keptStreams<S>({ atPlan, inputs }: Point<S>, seed: string): (replication: number) => Streams {
  const streams = new Streams({ seed, atPlan, inputs });
  return (replication) => {
    streams.begin(replication);
    return streams;
  };
}

/** Packs an outcome by name into one array, checking it against the declared columns. */
export function pack(layout: Layout, outcome: Outcome, horizonDays = Infinity): Float64Array {
  const record = new Float64Array(layout.width);
  for (const field of layout.fields) {
    const { name } = field.column;
    if (!Object.hasOwn(outcome, name))
      throw new Error(`output ${name}: missing, expected ${expectation(field)}`);
    packOne(record, field, outcome[name], horizonDays);
  }
  const returned = Object.keys(outcome);
  if (returned.length !== layout.fields.length) {
    const declared = new Set(layout.fields.map((field) => field.column.name));
    const extra = returned.filter((name) => !declared.has(name));
    throw new Error(`output ${extra.join(', ')}: not declared, expected only declared columns`);
  }
  return record;
}

function packOne(record: Float64Array, field: Field, value: OutputValue, horizonDays: number): void {
  if (field.column.kind === 'series') packSeries(record, field, value);
  else record[field.offset] = checked(field, value, horizonDays);
}

function packSeries(record: Float64Array, field: Field, value: OutputValue): void {
  if (!isList(value) || value.length !== field.width)
    throw new Error(`output ${field.column.name}: ${foundText(value)}, expected ${expectation(field)}`);
  const { column, offset, width } = field;
  for (let index = 0; index < width; index++) {
    const number = value[index];
    if (!Number.isFinite(number) && !(column.mayBeMissing === true && Number.isNaN(number)))
      throw new Error(`output ${column.name}: ${number} at grid place ${index}, expected a finite number`);
    record[offset + index] = number;
  }
}

function isList(value: unknown): value is ArrayLike<number> {
  return typeof value === 'object' && value !== null && 'length' in value;
}

function foundText(value: unknown): string {
  if (typeof value === 'number') return 'one number';
  return isList(value) ? `${value.length} numbers` : asWritten(value);
}

function checked(field: Field, value: OutputValue, horizonDays: number): number {
  if (typeof value !== 'number')
    throw new Error(`output ${field.column.name}: ${foundText(value)}, expected ${expectation(field)}`);
  if (field.column.kind === 'milestone' && value > horizonDays && value < Infinity) {
    throw new Error(
      `output ${field.column.name}: day ${value} after the horizon ${horizonDays}, expected Infinity for what is not reached by then`,
    );
  }
  if (field.column.kind === 'milestone' && Math.abs(value) > furthestDay && value < Infinity) {
    throw new Error(
      `output ${field.column.name}: day ${value}, expected a day within ${furthestDay} of the start, so that it has a date`,
    );
  }
  if (Number.isNaN(value) || value === -Infinity) {
    throw new Error(`output ${field.column.name}: ${value}, expected ${expectation(field)}`);
  }
  return value;
}

function expectation(field: Field): string {
  if (field.column.kind === 'series') return `a finite number for each of ${field.width} grid days`;
  return field.column.kind === 'milestone' ? 'a day or Infinity' : 'a number, or Infinity for none';
}
