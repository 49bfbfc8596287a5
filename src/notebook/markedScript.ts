import type { Cell } from './cell.ts';
import { CELLS } from './channels.ts';

/**
 * The script with a call in the place of each code cell's `// %%` that says which cell begins; no line moves.
 *
 * @param text the text that the cells were split from.
 */
export function markedScript(text: string, cells: readonly Cell[]): string {
  const lines = text.split('\n');
  for (const [index, { kind, markerLine }] of cells.entries()) {
    if (kind === 'code' && markerLine !== undefined) lines[markerLine - 1] = beginCall(index);
  }
  return lines.join('\n');
}

// No import, as a script may have names of its own; in a thread that nobody listens in it does nothing.
function beginCall(cell: number): string {
  return `;globalThis.process.getBuiltinModule('node:diagnostics_channel').channel('${CELLS}').publish(${cell});`;
}
