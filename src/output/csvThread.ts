import { move } from 'piscina';
import { blockWriter } from './blockBytes.ts';
import type { RowBlock } from './rowBlock.ts';

/** Rows that a thread is to write, into a buffer that is no longer needed where there is one. */
export interface WriteTask {
  readonly block: RowBlock;
  readonly into?: ArrayBuffer | undefined;
}

function createHandler(): (task: WriteTask) => Uint8Array {
  const write = blockWriter();
  return ({ block, into }) => move(write(block, into)) as Uint8Array;
}

/** Writes blocks of rows in a thread. */
const handler = createHandler();
export default handler;
