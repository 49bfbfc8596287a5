import { InputError } from '../experiment/index.ts';
import type { Cell } from './cell.ts';
import { syntaxError } from './syntaxError.ts';

const MARKER = /^\/\/ ?%%(.*)$/;
const MARKDOWN = /^\s*\[(?:markdown|md)\]/;

/**
 * Splits a script at the lines that begin with `// %%`; without one it is a single cell of code.
 *
 * A cell holds whole statements: a marker within one is refused, and one within a text or a block comment is text.
 *
 * @param text with line feeds only.
 * @param name what errors call the script.
 * @throws InputError naming the line, on a script that does not parse, a statement that goes on in the next cell, or
 *   code in a Markdown cell.
 * @example splitCells('// %% [markdown]\n// # Base\n// %%\nconst a = 1;', 'base.ts').length; // 2
 */
export function splitCells(text: string, name: string): Cell[] {
  const problem = syntaxError(text);
  if (problem !== undefined) throw new InputError(`${name}:${problem.line}: ${problem.message}`);
  const lines = text.split('\n');
  const markers = lines.flatMap((line, index) =>
    MARKER.test(line) && !isWithinText(lines, index) ? [index] : [],
  );
  const starts = [-1, ...markers];
  const cells = starts.map((start, place) => {
    const end = starts[place + 1] ?? lines.length;
    return cellOf(lines.slice(start + 1, end), start, start < 0 ? '' : lines[start], name);
  });
  const filled = cells.filter(({ text }) => text !== '');
  for (const { kind, text, line } of filled) {
    if (kind === 'markdown') continue;
    const cut = syntaxError(text);
    if (cut === undefined) continue;
    throw new InputError(
      `${name}:${line + cut.line - 1}: a statement is cut in two by a // %% line, expected cells of whole statements`,
    );
  }
  return filled;
}

/** A line is text when a stray mark in its place goes unnoticed. */
function isWithinText(lines: readonly string[], index: number): boolean {
  return syntaxError(lines.with(index, ')').join('\n')) === undefined;
}

function cellOf(lines: readonly string[], start: number, marker: string, name: string): Cell {
  const [, after = ''] = MARKER.exec(marker) ?? [];
  const isMarkdown = MARKDOWN.test(after);
  const blank = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#!'));
  const first = Math.max(0, blank);
  const kept = blank < 0 ? [] : lines.slice(first);
  const line = start + first + 2;
  const texts = isMarkdown ? kept.map((text, index) => uncommented(text, `${name}:${line + index}`)) : kept;
  return {
    kind: isMarkdown ? 'markdown' : 'code',
    title: after.replace(MARKDOWN, '').trim(),
    text: texts.join('\n').trimEnd(),
    line,
    markerLine: marker === '' ? undefined : start + 1,
  };
}

function uncommented(line: string, place: string): string {
  if (line.trim() === '') return '';
  const [, text] = /^\s*\/\/ ?(.*)$/.exec(line) ?? [];
  if (text === undefined) {
    throw new InputError(`${place}: code in a Markdown cell, expected lines that begin with //`);
  }
  return text;
}
