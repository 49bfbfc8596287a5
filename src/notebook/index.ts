export { display } from './display.ts';
export { runNotebook, type NotebookRun } from './runNotebook.ts';
export type { CellFailure, CellRun, InputHash, Output } from './cellRun.ts';
export type { Cell } from './cell.ts';
export type { Displayable, PlainTable, Shown } from './shown.ts';
export { checkNotebookOut, writeNotebook } from './writeNotebook.ts';
