import { entryBlocks, type EntryBlock } from './entryBlocks.ts';
import type { Issue } from './issue.ts';
import { LIMITS } from './limits.ts';
import { readYaml } from './readYaml.ts';
import type { TreeNode } from './treeNode.ts';

/** A file of the catalog, of which one entry can be read without the others. */
export interface CatalogRoom {
  readonly path: string;
  readonly text: string;
  /** Its entries, not read yet; undefined where only the whole can be read. */
  readonly blocks: ReadonlyMap<string, EntryBlock> | undefined;
  /** All of it, read when it is asked for. */
  whole(): WholeRoom;
}

interface WholeRoom {
  readonly root: TreeNode | undefined;
  readonly issues: readonly Issue[];
}

export function catalogRoom(text: string, path: string): CatalogRoom {
  let whole: WholeRoom | undefined;
  return {
    path,
    text,
    blocks: text.length > LIMITS.characters ? undefined : entryBlocks(text),
    whole: () => (whole ??= rootOf(text, path)),
  };
}

/** One entry read for itself, with its places in the room; undefined where that does not go without a fault. */
export function entryAlone({ blocks, path }: CatalogRoom, name: string): TreeNode | undefined {
  const block = blocks?.get(name);
  if (block === undefined) return undefined;
  const { root } = readYaml(block.text, path, LIMITS, block.line);
  return root?.kind === 'map' ? root.entries.get(name)?.node : undefined;
}

function rootOf(content: string, path: string): WholeRoom {
  const { root, issues } = readYaml(content, path);
  if (root === undefined || root.kind === 'map') return { root, issues };
  return { root: undefined, issues: [{ ...root.origin, path: '', message: 'expected a map of entries' }] };
}
