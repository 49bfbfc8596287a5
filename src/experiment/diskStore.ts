import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { encodeBlock, inspectBlock } from './arrowBlock.ts';
import { sha256, type Experiment, type Identity, type PlannedPoint } from './experiment.ts';
import { InputError } from './inputError.ts';
import {
  pointRecords,
  segmentsOf,
  uncovered,
  type Range,
  type RecordStore,
  type Segment,
} from './records.ts';
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

const blockName = /^block-(\d+)-(\d+)\.arrow$/;

/**
 * Keeps records in `FOLDER/point-<name>/block-<from>-<to>.arrow` (replications from ≤ r < to), beside the identity of
 * the experiment in `FOLDER/experiment.json`, whose SHA-256 is the experiment id.
 *
 * Opening reads every block once and drops the damaged ones; afterwards memory holds only where columns are.
 *
 * @throws InputError when the folder holds another experiment or the records of another Node major version.
 * @example const { store, found } = openDiskStore({ folder: 'results/base/records', experiment });
 */
export function openDiskStore<S>({
  folder,
  experiment,
  fresh = false,
}: {
  folder: string;
  experiment: Experiment<S>;
  /** Remove the records of another experiment instead of refusing. */
  fresh?: boolean;
}): { store: RecordStore; found: Found } {
  if (fresh) removeRecords(folder);
  claim(folder, experiment);
  const dropped: string[] = [];
  const blocks = new Map<string, Block[]>();
  for (const point of experiment.points) {
    const pointFolder = join(folder, pointFolderName(point.name));
    mkdirSync(pointFolder, { recursive: true });
    blocks.set(point.name, readBlocks(pointFolder, experiment.id, point, dropped));
  }
  const replications = [...blocks.values()].flat().reduce((sum, block) => sum + block.rows, 0);
  const blocksOf = (point: string): Block[] => blocks.get(point) ?? [];
  const store: RecordStore = {
    missing: (point, wanted) => uncovered(blocksOf(point), wanted),
    write(name, from, packed) {
      const point = experiment.points.find((candidate) => candidate.name === name);
      if (point === undefined) throw new Error(`point ${name}: unknown, expected one of the experiment`);
      const label = { experiment: experiment.id, point: name, from };
      const bytes = encodeBlock(label, point.layout, packed);
      const { rows, byteOffsets } = inspectBlock(bytes, label, point.layout);
      const path = join(folder, pointFolderName(name), `block-${from}-${from + rows}.arrow`);
      writeWholeFile(path, bytes);
      blocksOf(name).push({ path, from, to: from + rows, rows, byteOffsets });
    },
    records(wanted) {
      const points = experiment.points.map((point) => {
        const segments = segmentsOf(blocksOf(point.name), wanted, point.name);
        return pointRecords(point, segments, wanted, (segment, field, target) => {
          readSegment(segment, field, point.layout.fields[field].width, target);
        });
      });
      return { replications: wanted, points };
    },
  };
  return { store, found: { replications, dropped } };
}

/** The identity of the experiment whose records are in a folder, or nothing. */
export function storedIdentity(folder: string): string | undefined {
  const path = join(folder, 'experiment.json');
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Removes the records in a folder, if records they are. */
export function removeRecords(folder: string): void {
  if (storedIdentity(folder) === undefined) return;
  for (const name of readdirSync(folder)) {
    if (name.startsWith('point-') || name.startsWith('experiment.json') || name === 'node-major.txt') {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}

function claim<S>(folder: string, experiment: Experiment<S>): void {
  mkdirSync(folder, { recursive: true });
  const nodeMajor = process.versions.node.split('.')[0];
  const identity = storedIdentity(folder);
  if (identity === undefined) {
    writeWholeFile(join(folder, 'node-major.txt'), `${nodeMajor}\n`);
    writeWholeFile(join(folder, 'experiment.json'), experiment.identity);
    return;
  }
  const remedy = 'run with --fresh to remove its records, or choose another --out folder';
  if (sha256(identity) !== experiment.id) {
    const differences = differingParts(identity, experiment.identity);
    throw new InputError(`${folder}: holds another experiment (${differences} differ); ${remedy}`);
  }
  const found = readFileSync(join(folder, 'node-major.txt'), 'utf8').trim();
  if (found !== nodeMajor) {
    throw new InputError(
      `${folder}: records of Node ${found}, expected those of Node ${nodeMajor}; ${remedy}`,
    );
  }
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

function readBlocks<S>(folder: string, id: string, point: PlannedPoint<S>, dropped: string[]): Block[] {
  const blocks: Block[] = [];
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    const match = blockName.exec(name);
    if (match === null) {
      if (!isUnfinished(name)) continue;
      rmSync(path, { force: true });
      dropped.push(path);
      continue;
    }
    const [from, to] = [Number(match[1]), Number(match[2])];
    try {
      const bytes = wholeContent(path);
      const index = inspectBlock(bytes, { experiment: id, point: point.name, from }, point.layout);
      if (from + index.rows !== to) throw new Error('block: has another number of rows');
      blocks.push({ path, from, to, ...index });
    } catch (error) {
      if (error instanceof Error && 'code' in error) throw error;
      rmSync(path, { force: true });
      dropped.push(path);
    }
  }
  return blocks;
}

/** Content in a buffer of its own, so that the doubles in it are aligned. */
function wholeContent(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
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
