import { move } from 'piscina';
import { blockWriter } from './blockBytes.ts';
import type { RowBlock } from './rowBlock.ts';

function createHandler(): (block: RowBlock) => Uint8Array {
  const write = blockWriter();
  return (block) => move(write(block)) as Uint8Array;
}

/** Writes blocks of rows in a thread. */
const handler = createHandler();
export default handler;
