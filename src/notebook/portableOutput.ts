import type { Output } from './cellRun.ts';
import type { PortableText } from './portableText.ts';
import type { ShownCell } from './shown.ts';

/** An output with every text of it made portable. */
export function portableOutput(output: Output, portable: PortableText): Output {
  if (output.kind === 'cut') return output;
  if (output.kind === 'text') return { ...output, text: portable(output.text) };
  const { shown } = output;
  const title = portable(shown.title);
  if (shown.kind === 'picture') {
    return { kind: 'shown', shown: { ...shown, title, alternative: portable(shown.alternative) } };
  }
  const cellOf = (cell: ShownCell): ShownCell => ({ ...cell, text: portable(cell.text) });
  return { kind: 'shown', shown: { ...shown, title, rows: shown.rows.map((row) => row.map(cellOf)) } };
}
