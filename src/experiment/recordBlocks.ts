import { closeSync, lstatSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ForeignBlock, inspectBlock, type BlockIndex } from './arrowBlock.ts';
import type { PlannedPoint } from './experiment.ts';
import { InputError } from './inputError.ts';
import { overlap, type Range } from '../record/index.ts';
import type { Segment } from '../record/records.ts';
import { namesIn, NotAFile, resultBytes } from './resultFile.ts';
import { isUnfinished } from './wholeFile.ts';

/** A file of whole replications of a point, and where in it columns are. */
export interface Block extends Range {
  readonly path: string;
  readonly rows: number;
  readonly byteOffsets: readonly number[];
}

const blockName = /^block-(\d+)-(\d+)\.arrow(?:\.[\w-]+\.unfinished)?$/;

/**
 * Looks at every file of a point, or at those that have some of its replications; what cannot be read for another
 * reason than its content is an error. Foreign ones are damaged too: not fit for use.
 */
export function readBlocks<S>(
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
      const { buffer, byteOffset, length } = content;
      // No copy where the numbers are aligned as they are, which those of a large file are.
      const bytes =
        byteOffset % 8 === 0 ? new Uint8Array(buffer, byteOffset, length) : new Uint8Array(content);
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

/** Reads a field of the replications of a segment. */
export function readSegment(
  segment: Segment<Block>,
  field: number,
  width: number,
  target: Float64Array,
): void {
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

/** @throws InputError when there is a block of something else, which is nobody's here to remove. */
export function refuseForeign(foreign: readonly string[]): void {
  if (foreign.length === 0) return;
  const further = foreign.length === 1 ? '' : ` (and ${foreign.length - 1} more)`;
  throw new InputError(
    `${foreign[0]}: a block of another experiment or another Node${further}, expected those of one: move it away, or use another folder`,
  );
}

/** @throws InputError where it is a folder. */
export function removeDamaged(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new InputError(`${path}: a folder, expected a file of records`);
  rmSync(path, { force: true });
}
