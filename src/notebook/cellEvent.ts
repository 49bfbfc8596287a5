import type { Shown } from './shown.ts';

/** What the process that runs a notebook reports, one JSON a line, in order. */
export type CellEvent =
  /** A cell begins. */
  | { readonly kind: 'cell'; readonly cell: number }
  | { readonly kind: 'text'; readonly stream: 'out' | 'error'; readonly text: string }
  /** So many characters of the cell's text were left out here. */
  | { readonly kind: 'cut'; readonly characters: number }
  | { readonly kind: 'shown'; readonly shown: Shown }
  | { readonly kind: 'input'; readonly path: string; readonly sha256: string }
  | { readonly kind: 'failure'; readonly message: string; readonly line?: number | undefined }
  /** The script's last statement is done. */
  | { readonly kind: 'end' };
