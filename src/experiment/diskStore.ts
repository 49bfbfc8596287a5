import { closeSync, lstatSync, mkdirSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { encodeBlock, ForeignBlock, inspectBlock, type BlockIndex } from './arrowBlock.ts';
import { sha256, type Experiment, type Identity, type PlannedPoint } from './experiment.ts';
import { givenRecords } from './given.ts';
import { parseIdentity } from './identity.ts';
import { InputError } from './inputError.ts';
import { nodeMajor } from './package.ts';
import { overlap, uncovered, type Range, type Records, type RecordStore } from '../record/index.ts';
import { pointRecords, pointsNamed, segmentsOf, wholeSegments, type Segment } from '../record/records.ts';
import { isFolderThere, namesIn, NotAFile, resultBytes, resultText } from './resultFile.ts';
import { isUnfinished, writeWholeFile } from './wholeFile.ts';

interface Block extends Range {
  readonly path: string;
  readonly rows: number;
  readonly byteOffsets: readonly number[];
}

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

const blockName = /^block-(\d+)-(\d+)\.arrow(?:\.[\w-]+\.unfinished)?$/;

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
  claim(folder, experiment);
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
  checkOwner(folder, experiment, storedIdentity(folder) ?? '');
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

/** @throws InputError when there is a block of something else, which is nobody's here to remove. */
export function refuseForeign(foreign: readonly string[]): void {
  if (foreign.length === 0) return;
  const further = foreign.length === 1 ? '' : ` (and ${foreign.length - 1} more)`;
  throw new InputError(
    `${foreign[0]}: a block of another experiment or another Node${further}, expected those of one: move it away, or use another folder`,
  );
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

/** The identity of the experiment whose records are in a folder, or nothing. */
export function storedIdentity(folder: string): string | undefined {
  return resultText(join(folder, 'experiment.json'));
}

/** Removes the records in a folder, if records they are. */
export function removeRecords(folder: string): void {
  if (storedIdentity(folder) === undefined) return;
  for (const name of namesIn(folder)) {
    if (name.startsWith('point-') || name.startsWith('experiment.json') || name === 'node-major.txt') {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}

function claim<S>(folder: string, experiment: Experiment<S>): void {
  if (!isFolderThere(folder)) mkdirSync(folder, { recursive: true });
  const identity = storedIdentity(folder);
  if (identity === undefined) {
    writeWholeFile(join(folder, 'node-major.txt'), `${nodeMajor()}\n`);
    writeWholeFile(join(folder, 'experiment.json'), experiment.identity);
  }
  // Also after writing: another may have claimed the folder at the same time.
  checkOwner(folder, experiment, storedIdentity(folder) ?? '');
}

function checkOwner<S>(folder: string, experiment: Experiment<S>, identity: string): void {
  const remedy = 'run with --fresh to remove its records, or choose another --out folder';
  if (sha256(identity) !== experiment.id) {
    const { problem } = parseIdentity(identity);
    if (problem !== undefined) {
      throw new InputError(
        `${join(folder, 'experiment.json')}: ${problem}, expected what a run wrote; ${remedy}`,
      );
    }
    const differences = differingParts(identity, experiment.identity);
    throw new InputError(`${folder}: holds another experiment (${differences} differ); ${remedy}`);
  }
  const found = recordedNodeMajor(folder);
  if (found !== nodeMajor()) {
    throw new InputError(
      `${folder}: records of Node ${found}, expected those of Node ${nodeMajor()}; ${remedy}`,
    );
  }
}

function recordedNodeMajor(folder: string): string {
  const path = join(folder, 'node-major.txt');
  const text = resultText(path) ?? '';
  const found = text.trim();
  if (/^\d{1,4}$/.test(found)) return found;
  throw new InputError(
    `${path}: ${text === '' ? 'missing or empty' : 'damaged'}, expected the major version of Node that made the records`,
  );
}

function differingParts(a: string, b: string): string {
  const parse = (text: string): Record<string, unknown> => {
    try {
      return JSON.parse(text) as Record<string, unknown>;
    } catch {
      return {};
    }
  };
  const [first, second] = [parse(a), parse(b)];
  const parts: (keyof Identity<unknown>)[] = ['schema', 'gigaramp', 'model', 'seed', 'files', 'points'];
  return parts.filter((part) => JSON.stringify(first[part]) !== JSON.stringify(second[part])).join(', ');
}

/**
 * Looks at every file of a point, or at those that have some of its replications; what cannot be read for another
 * reason than its content is an error. Foreign ones are damaged too: not fit for use.
 */
function readBlocks<S>(
  folder: string,
  id: string,
  point: PlannedPoint<S>,
  ranges: readonly Range[] = [{ from: 0, to: Infinity }],
): { whole: Block[]; damaged: string[]; foreign: string[] } {
  const whole: Block[] = [];
  const damaged: string[] = [];
  const foreign: string[] = [];
  const shared = new Map<string, readonly number[]>();
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    const match = blockName.exec(name);
    if (match === null) continue;
    const [from, to] = [Number(match[1]), Number(match[2])];
    if (overlap(ranges, { from, to }).length === 0) continue;
    if (isUnfinished(name)) {
      damaged.push(path);
      continue;
    }
    try {
      const content = resultBytes(path);
      // Another that has the same replications has replaced it in the meantime.
      if (content === undefined) continue;
      const bytes = new Uint8Array(content);
      const index = inspectBlock(bytes, { experiment: id, point: point.name, from }, point.layout);
      if (from + index.rows !== to) throw new Error('block: has another number of rows');
      const byteOffsets = sharedOffsets(shared, index);
      whole.push({ path, from, to, rows: index.rows, byteOffsets });
    } catch (error) {
      if (error instanceof InputError && !(error instanceof NotAFile)) throw error;
      damaged.push(path);
      if (error instanceof ForeignBlock) foreign.push(path);
    }
  }
  return { whole, damaged, foreign };
}

/** Blocks of one length are laid out alike: with a million of them, what they say of it would be most of the memory. */
function sharedOffsets(
  shared: Map<string, readonly number[]>,
  { rows, byteOffsets }: BlockIndex,
): readonly number[] {
  const key = `${rows} ${byteOffsets[0]}`;
  const known = shared.get(key);
  if (known?.every((offset, index) => offset === byteOffsets[index])) return known;
  shared.set(key, byteOffsets);
  return byteOffsets;
}

function removeDamaged(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new InputError(`${path}: a folder, expected a file of records`);
  rmSync(path, { force: true });
}

function readSegment(segment: Segment<Block>, field: number, width: number, target: Float64Array): void {
  const { block, from } = segment;
  const position = block.byteOffsets[field] + (from - block.from) * width * 8;
  const bytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
  const file = openSync(block.path, 'r');
  try {
    let done = 0;
    while (done < bytes.length) {
      const count = readSync(file, bytes, done, bytes.length - done, position + done);
      if (count === 0) throw new Error(`${block.path}: ends too early, expected the block that was checked`);
      done += count;
    }
  } finally {
    closeSync(file);
  }
}

function pointFolderName(point: string): string {
  const encoded = encodeURIComponent(point);
  return `point-${encoded.length <= 120 ? encoded : sha256(point)}`;
}
