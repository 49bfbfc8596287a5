import { packageVersion } from '../experiment/index.ts';
import { standalone } from '../plot/index.ts';
import type { CellRun, Output } from './cellRun.ts';
import { cutText, failureText, NOT_RUN } from './cellTexts.ts';
import { notebookTitle } from './notebookTitle.ts';
import { omittedNote } from './plainText.ts';
import type { NotebookRun } from './runNotebook.ts';
import type { Shown } from './shown.ts';

/** A picture that stands beside a Markdown file. */
export interface FigureFile {
  readonly name: string;
  readonly svg: string;
}

/**
 * A notebook that was run, as Markdown with its pictures in files beside it: a Markdown page on a forge shows no SVG
 * within it.
 *
 * @param stem what the names of the pictures begin with.
 */
export function notebookMarkdown(run: NotebookRun, stem: string): { text: string; figures: FigureFile[] } {
  const figures: FigureFile[] = [];
  const figureName = (svg: string): string => {
    const name = `${stem}.figure-${figures.length + 1}.svg`;
    figures.push({ name, svg: standalone(svg) });
    return name;
  };
  const { title, isInText } = notebookTitle(run);
  const command = [run.script, ...run.words].join(' ');
  const parts = [
    ...(isInText ? [] : [`# ${inline(title)}`]),
    ...run.cells.flatMap((cell) => cellParts(cell, figureName)),
    '---',
    `Notebook ${codeSpan(command)}, Gigaramp ${packageVersion()}.${run.isFailed ? ' **It failed.**' : ''} What it depends on:`,
    markdownTable(
      ['file', 'SHA-256'],
      run.inputs.map(({ path, sha256 }) => [path, sha256]),
    ),
  ];
  return { text: `${parts.join('\n\n')}\n`, figures };
}

function cellParts(
  { cell, state, outputs, failure }: CellRun,
  figureName: (svg: string) => string,
): string[] {
  if (cell.kind === 'markdown') return [cell.text];
  return [
    ...(cell.title === '' ? [] : [`*${inline(cell.title)}*`]),
    fenced(cell.text, 'ts'),
    ...outputs.flatMap((output) => outputParts(output, figureName)),
    ...(failure === undefined ? [] : ['**This cell failed.**', fenced(failureText(failure), 'text')]),
    ...(state === 'not run' ? [`*${NOT_RUN}*`] : []),
  ];
}

function outputParts(output: Output, figureName: (svg: string) => string): string[] {
  if (output.kind === 'text') return [fenced(output.text.trimEnd(), 'text')];
  if (output.kind === 'cut') return [`*${cutText(output)}*`];
  return shownParts(output.shown, figureName);
}

function shownParts(shown: Shown, figureName: (svg: string) => string): string[] {
  const isSaid = shown.title === '' || (shown.kind === 'picture' && shown.isTitled);
  const heading = isSaid ? [] : [`**${inline(shown.title)}**`];
  if (shown.kind === 'picture') {
    return [...heading, `![${inline(shown.alternative)}](${encodeURI(figureName(shown.svg))})`];
  }
  const rows = shown.rows.map((row) =>
    row.map(({ text, interval }) => (interval === undefined ? text : `${text}\n(${interval})`)),
  );
  const columns = shown.columns.map(({ title }) => title);
  const note = omittedNote(shown);
  return [...heading, markdownTable(columns, rows), ...(note === '' ? [] : [note])];
}

function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(inline).join(' | ')} |`;
  return [line(columns), `|${columns.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** A block between fences that are longer than any within it. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function codeSpan(text: string): string {
  return text.includes('`') ? inline(text) : `\`${text}\``;
}

/** Text that is text in Markdown too. */
function inline(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]|~]/g, String.raw`\$&`)
    .replaceAll('\n', '<br>');
}
