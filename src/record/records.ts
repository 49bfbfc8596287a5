import type { Layout } from './layout.ts';
import type { Outputs } from './outputs.ts';

/** Replications `from ≤ r < to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The finished records of one point, read by column. */
export interface PointRecords {
  readonly name: string;
  readonly outputs: Outputs;
  readonly layout: Layout;
  readonly replications: number;
  /** How much each replication counts; nothing where all count alike, as nothing was observed. */
  readonly weights?: Float64Array | undefined;
  /**
   * All values of a column in replication order: one a replication, or for a series one a grid day, day after day.
   *
   * @throws on a column that the point does not have.
   */
  column(name: string): Float64Array;
  /**
   * The values of some scalars and milestones in parts of so many replications, the last one shorter: of each part an
   * array a column, which is the reader's to keep.
   */
  parts(names: readonly string[], length: number): Iterable<readonly Float64Array[]>;
  /** Whole records of replications `from ≤ r < to`, one after the other. */
  packed(from: number, to: number): Float64Array;
}

/** The first so many replications of every point of an experiment. */
export interface Records {
  readonly replications: number;
  readonly points: readonly PointRecords[];
  /** How the replications agree with what was observed; nothing where nothing was. */
  readonly given?: Given | undefined;
}

/** How far the replications of an experiment agree with what was observed of its scenario. */
export interface Given {
  /** The scenario as it is: every point takes the weights of its replications, as all share their draws. */
  readonly base: PointRecords;
  /** One a replication, with a mean of 1; all 0 where none could have happened. */
  readonly weights: Float64Array;
  /** How many replications that count alike would know a mean as well. */
  readonly effective: number;
}

/** Where finished blocks go. */
export interface RecordStore {
  /** What is not there yet of the first so many replications of a point. */
  missing(point: string, replications: number): readonly Range[];
  /** Keeps the packed records of replications `from`, `from + 1`, … for good. */
  write(point: string, from: number, packed: Float64Array): void;
  /**
   * The first so many replications of all points, or of those that are named.
   *
   * @throws when one of them is missing.
   */
  records(replications: number, names?: readonly string[]): Records;
}

/** How many replications ranges hold that do not overlap. */
export function rangesLength(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** The parts of [0, replications) that no range covers. */
export function uncovered(ranges: readonly Range[], replications: number): Range[] {
  const gaps: Range[] = [];
  let covered = 0;
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    if (from > covered && covered < replications)
      gaps.push({ from: covered, to: Math.min(from, replications) });
    covered = Math.max(covered, to);
  }
  if (covered < replications) gaps.push({ from: covered, to: replications });
  return gaps;
}

/** The parts of ranges that lie in another. */
export function overlap(ranges: readonly Range[], { from, to }: Range): Range[] {
  return ranges
    .map((range) => ({ from: Math.max(range.from, from), to: Math.min(range.to, to) }))
    .filter((range) => range.from < range.to);
}

/** A block of records that serves replications `from ≤ r < to`, which may be a part of it. */
export interface Segment<B> {
  readonly block: B;
  readonly from: number;
  readonly to: number;
}

/**
 * Chooses blocks so that each of the first so many replications is served once, in order.
 *
 * @throws when one of them is in no block.
 */
export function segmentsOf<B extends Range>(
  blocks: readonly B[],
  replications: number,
  point: string,
): Segment<B>[] {
  const gap = uncovered(blocks, replications)[0];
  if (gap !== undefined) {
    throw new Error(
      `point ${point}: replications ${gap.from} to ${gap.to - 1} missing, expected all of them`,
    );
  }
  return wholeSegments(blocks, replications);
}

/** Chooses blocks so that each of the first so many replications that is in one is served once, in order. */
export function wholeSegments<B extends Range>(blocks: readonly B[], replications: number): Segment<B>[] {
  const segments: Segment<B>[] = [];
  let covered = 0;
  for (const block of blocks.toSorted((a, b) => a.from - b.from)) {
    const from = Math.max(block.from, covered);
    const to = Math.min(block.to, replications);
    if (to <= from) continue;
    segments.push({ block, from, to });
    covered = to;
  }
  return segments;
}

/** All points, or those that are named. */
export function pointsNamed<P extends { readonly name: string }>(
  points: readonly P[],
  names: readonly string[] | undefined,
): readonly P[] {
  return names === undefined ? points : points.filter(({ name }) => names.includes(name));
}

/** Builds the reading side from a function that copies one column of one segment to a place in a target. */
export function pointRecords<B extends Range>(
  point: Pick<PointRecords, 'name' | 'outputs' | 'layout'>,
  segments: readonly Segment<B>[],
  replications: number,
  read: (segment: Segment<B>, field: number, target: Float64Array) => void,
): PointRecords {
  const { name, outputs, layout } = point;
  const indexOf = (column: string): number => {
    const index = layout.fields.findIndex((field) => field.column.name === column);
    if (index < 0) throw new Error(`column ${column}: not in point ${name}, expected a declared column`);
    return index;
  };
  return {
    name,
    outputs,
    layout,
    replications,
    column(column) {
      const index = indexOf(column);
      const { width } = layout.fields[index];
      const values = new Float64Array(replications * width);
      for (const segment of segments) {
        read(segment, index, values.subarray(segment.from * width, segment.to * width));
      }
      return values;
    },
    *parts(names, length) {
      const indices = names.map(indexOf);
      const series = indices.find((index) => layout.fields[index].column.kind === 'series');
      if (series !== undefined)
        throw new Error(`column ${layout.fields[series].column.name}: a series, expected one number a row`);
      let next = 0;
      for (let from = 0; from < replications; from += length) {
        const to = Math.min(from + length, replications);
        const columns = indices.map(() => new Float64Array(to - from));
        for (; next < segments.length && segments[next].from < to; next++) {
          const segment = segments[next];
          const own = { ...segment, from: Math.max(from, segment.from), to: Math.min(to, segment.to) };
          for (const [place, index] of indices.entries())
            read(own, index, columns[place].subarray(own.from - from, own.to - from));
          // What is left of it is for the next part.
          if (segment.to > to) break;
        }
        yield columns;
      }
    },
    packed(from, to) {
      const packed = new Float64Array((to - from) * layout.width);
      for (const segment of segments) {
        const part = { ...segment, from: Math.max(from, segment.from), to: Math.min(to, segment.to) };
        if (part.from >= part.to) continue;
        layout.fields.forEach(({ offset, width }, index) => {
          const values = new Float64Array((part.to - part.from) * width);
          read(part, index, values);
          for (let row = part.from; row < part.to; row++) {
            const start = (row - part.from) * width;
            packed.set(values.subarray(start, start + width), (row - from) * layout.width + offset);
          }
        });
      }
      return packed;
    },
  };
}
