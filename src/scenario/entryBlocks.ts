/** The lines of one entry of a room. */
export interface EntryBlock {
  readonly text: string;
  /** Of the text's first line in the room, from 1. */
  readonly line: number;
}

const HEAD = /^([a-z0-9]+(?:-[a-z0-9]+)*):\s*$/;

/** Indented, empty, or a comment. */
const WITHIN = /^(?: |#|\s*$)/;

/** What an entry could have from another: an anchor, or a name for one. */
const SHARED = /\s[&*]\w/;

/**
 * The entries of a catalog room by name, found without reading them: a scenario asks for a few of hundreds. Undefined
 * where the text is laid out in another way than key by key at the margin, as YAML may be: then it has to be read as
 * a whole.
 */
export function entryBlocks(text: string): ReadonlyMap<string, EntryBlock> | undefined {
  if (SHARED.test(text)) return undefined;
  const lines = text.split('\n');
  const starts: { name: string; index: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const name = HEAD.exec(line)?.[1];
    if (name !== undefined) starts.push({ name, index });
    else if (!WITHIN.test(line) || (starts.length === 0 && line.startsWith(' '))) return undefined;
  }
  const blocks = new Map<string, EntryBlock>();
  for (const [place, { name, index }] of starts.entries()) {
    if (blocks.has(name)) return undefined;
    blocks.set(name, { text: lines.slice(index, starts[place + 1]?.index).join('\n'), line: index + 1 });
  }
  return blocks;
}
