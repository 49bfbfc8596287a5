import type { Cell } from './cell.ts';
import type { Shown } from './shown.ts';

/** One thing that a cell put out. */
export type Output =
  | { readonly kind: 'text'; readonly stream: 'out' | 'error'; readonly text: string }
  | { readonly kind: 'cut'; readonly characters: number }
  | { readonly kind: 'shown'; readonly shown: Shown };

/** Why a script ended before its end. */
export interface CellFailure {
  readonly message: string;
  /** Of the script, where it is known. */
  readonly line?: number | undefined;
}

/** A cell and what came of it. */
export interface CellRun {
  readonly cell: Cell;
  /** Markdown is always done. */
  readonly state: 'done' | 'failed' | 'not run';
  readonly outputs: readonly Output[];
  readonly failure?: CellFailure | undefined;
}

/** A file that a result depends on. */
export interface InputHash {
  readonly path: string;
  readonly sha256: string;
}
