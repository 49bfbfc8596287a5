/** A part of a notebook's script. */
export interface Cell {
  readonly kind: 'code' | 'markdown';
  /** What stands after `// %%` on its line. */
  readonly title: string;
  /** Code as it is written, or Markdown without the comment marks. */
  readonly text: string;
  /** Line of the script, from 1, on which the text begins. */
  readonly line: number;
  /** Line of its `// %%`; nothing for what stands before the first. */
  readonly markerLine?: number | undefined;
}
