import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { encodeBlock, inspectBlock } from './arrowBlock.ts';
import { sha256, type Experiment, type PlannedPoint } from './experiment.ts';
import { givenRecords } from './given.ts';
import { readBlocks, readSegment, refuseForeign, removeDamaged, type Block } from './recordBlocks.ts';
import { checkOwner, claimFolder, removeRecords, storedIdentity } from './recordsFolder.ts';
import { uncovered, type Range, type Records, type RecordStore } from '../record/index.ts';
import { pointRecords, pointsNamed, segmentsOf, wholeSegments, type Segment } from '../record/records.ts';
import { isFolderThere } from './resultFile.ts';
import { writeWholeFile } from './wholeFile.ts';

/** What was in the folder when the store was opened. */
export interface Found {
  /** Whole replications, over all points. */
  readonly replications: number;
  /** Files that were torn or damaged, now removed. */
  readonly dropped: readonly string[];
}

/** Records that are looked at and not touched. */
export interface RecordedRun {
  /** Whole replications of a point. */
  ranges(point: string): readonly Range[];
  /** Records of the ranges; what is in none of them cannot be asked for. */
  readonly records: Records;
  /** @throws when one of the first so many replications is missing. */
  first(replications: number): Records;
  /** Files that are torn, damaged, foreign or no files. */
  readonly damaged: readonly string[];
  /** Those of them that are whole and of another experiment or Node. */
  readonly foreign: readonly string[];
}

/** What to do where a folder is that of another experiment, and where others may be at work in it. */
const REMOVE = 'run with --fresh to remove its records, or choose another --out folder';
const LEAVE = 'choose another --out folder';

/**
 * Keeps records in `FOLDER/point-<name>/block-<from>-<to>.arrow` (replications from ≤ r < to), beside the identity of
 * the experiment in `FOLDER/experiment.json`, whose SHA-256 is the experiment id.
 *
 * Opening reads every block once and drops the damaged ones; afterwards memory holds only where columns are. A store of
 * some ranges sees, drops and writes nothing else, so that others can have the rest in the same folder at the same
 * time; what it writes outlives a loss of power.
 *
 * @throws InputError when the folder holds another experiment or the records of another Node major version.
 * @example const { store, found } = openDiskStore({ folder: 'results/base/records', experiment });
 */
export function openDiskStore<S>({
  folder,
  experiment,
  fresh = false,
  ranges,
}: {
  folder: string;
  experiment: Experiment<S>;
  /** Remove the records of another experiment instead of refusing. */
  fresh?: boolean;
  /** For each point, the replications that the store is for; default all. */
  ranges?: readonly (readonly Range[])[];
}): { store: RecordStore; found: Found } {
  if (fresh) removeRecords(folder);
  claimFolder(folder, experiment, ranges === undefined ? REMOVE : LEAVE);
  const dropped: string[] = [];
  const blocks = new Map<string, Block[]>();
  for (const [index, point] of experiment.points.entries()) {
    const own = ranges?.[index];
    if (own?.length === 0) continue;
    const pointFolder = join(folder, pointFolderName(point.name));
    if (!isFolderThere(pointFolder)) mkdirSync(pointFolder, { recursive: true });
    const { whole, damaged, foreign } = readBlocks(pointFolder, experiment.id, point, own);
    if (own !== undefined) refuseForeign(foreign);
    for (const path of damaged) removeDamaged(path);
    dropped.push(...damaged);
    blocks.set(point.name, whole);
  }
  const replications = [...blocks.values()].flat().reduce((sum, block) => sum + block.rows, 0);
  const store: RecordStore = {
    missing: (point, wanted) => uncovered(blocks.get(point) ?? [], wanted),
    records: (wanted, names) =>
      readingSide(experiment, wanted, ({ name }) => segmentsOf(blocks.get(name) ?? [], wanted, name), names),
    write(name, from, packed) {
      const point = experiment.points.find((candidate) => candidate.name === name);
      if (point === undefined) throw new Error(`point ${name}: unknown, expected one of the experiment`);
      const label = { experiment: experiment.id, point: name, from };
      const bytes = encodeBlock(label, point.layout, packed);
      const { rows, byteOffsets } = inspectBlock(bytes, label, point.layout);
      const path = join(folder, pointFolderName(name), `block-${from}-${from + rows}.arrow`);
      writeWholeFile(path, bytes, { durable: ranges !== undefined });
      blocks.get(name)?.push({ path, from, to: from + rows, rows, byteOffsets });
    },
  };
  return { store, found: { replications, dropped } };
}

/**
 * Opens the records in a folder to read them: nothing in it is made, changed or removed.
 *
 * @throws InputError when the folder holds another experiment or the records of another Node major version.
 */
export function readDiskStore<S>({
  folder,
  experiment,
}: {
  folder: string;
  experiment: Experiment<S>;
}): RecordedRun {
  checkOwner(folder, experiment, storedIdentity(folder) ?? '', LEAVE);
  const damaged: string[] = [];
  const foreign: string[] = [];
  const blocks = new Map<string, Block[]>();
  for (const point of experiment.points) {
    const pointFolder = join(folder, pointFolderName(point.name));
    if (!isFolderThere(pointFolder)) continue;
    const found = readBlocks(pointFolder, experiment.id, point);
    damaged.push(...found.damaged);
    foreign.push(...found.foreign);
    blocks.set(point.name, found.whole);
  }
  const segments = (point: string): Segment<Block>[] => wholeSegments(blocks.get(point) ?? [], Infinity);
  const last = Math.max(0, ...[...blocks.values()].flat().map(({ to }) => to));
  return {
    ranges: segments,
    records: readingSide(experiment, last, ({ name }) => segments(name)),
    first: (wanted) =>
      readingSide(experiment, wanted, ({ name }) => segmentsOf(blocks.get(name) ?? [], wanted, name)),
    damaged,
    foreign,
  };
}

function readingSide<S>(
  experiment: Experiment<S>,
  replications: number,
  segments: (point: PlannedPoint<S>) => Segment<Block>[],
  names?: readonly string[],
): Records {
  const points = pointsNamed(experiment.points, names).map((point) =>
    pointRecords(point, segments(point), replications, (segment, field, target) => {
      readSegment(segment, field, point.layout.fields[field].width, target);
    }),
  );
  return givenRecords(points, replications, experiment.given);
}

function pointFolderName(point: string): string {
  const encoded = encodeURIComponent(point);
  return `point-${encoded.length <= 120 ? encoded : sha256(point)}`;
}
