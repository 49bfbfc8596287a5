import { escapeHtml, htmlFigure, htmlTable, page } from '../page/index.ts';
import { packageVersion } from '../experiment/index.ts';
import type { CellRun, Output } from './cellRun.ts';
import { cutText, failureText, NOT_RUN } from './cellTexts.ts';
import { codeHtml } from './highlight.ts';
import { markdownHtml } from './markdownHtml.ts';
import { notebookTitle } from './notebookTitle.ts';
import { NOTEBOOK_STYLE } from './notebookStyle.ts';
import { omittedNote } from './plainText.ts';
import type { NotebookRun } from './runNotebook.ts';
import type { Shown } from './shown.ts';

/** A notebook that was run, as one page that needs no other file. */
export function notebookHtml(run: NotebookRun): string {
  const { title, isInText } = notebookTitle(run);
  return page({
    title,
    header: headerHtml(run, isInText ? undefined : title),
    body: run.cells.map(cellHtml).join('\n'),
    footer: footerHtml(run),
    style: NOTEBOOK_STYLE,
  });
}

function headerHtml({ script, words, isFailed }: NotebookRun, title: string | undefined): string {
  const command = [script, ...words].join(' ');
  return [
    ...(title === undefined ? [] : [`<h1>${escapeHtml(title)}</h1>`]),
    `<p class="quiet">Notebook <code>${escapeHtml(command)}</code>, Gigaramp ${escapeHtml(packageVersion())}</p>`,
    ...(isFailed
      ? ['<p class="warning" role="alert">This notebook failed: see the cell that is marked.</p>']
      : []),
  ].join('\n');
}

function cellHtml({ cell, state, outputs, failure }: CellRun): string {
  if (cell.kind === 'markdown') return `<section class="cell">\n${markdownHtml(cell.text)}\n</section>`;
  const classes = { done: 'cell', failed: 'cell failed', 'not run': 'cell idle' };
  const shown = [
    ...outputs.map(outputHtml),
    ...(failure === undefined ? [] : [`<p class="failure">${escapeHtml(failureText(failure))}</p>`]),
    ...(state === 'not run' ? [`<p class="label">${NOT_RUN}</p>`] : []),
  ];
  return [
    `<section class="${classes[state]}">`,
    ...(cell.title === '' ? [] : [`<p class="label">${escapeHtml(cell.title)}</p>`]),
    codeHtml(cell.text),
    ...(shown.length === 0 ? [] : [`<div class="output">\n${shown.join('\n')}\n</div>`]),
    '</section>',
  ].join('\n');
}

function outputHtml(output: Output): string {
  if (output.kind === 'shown') return shownHtml(output.shown);
  if (output.kind === 'cut') return `<p class="label">${escapeHtml(cutText(output))}</p>`;
  const style = output.stream === 'error' ? ' class="error"' : '';
  return `<pre${style} tabindex="0">${escapeHtml(output.text.trimEnd())}</pre>`;
}

function shownHtml(shown: Shown): string {
  if (shown.kind === 'picture') {
    const { title, isTitled } = shown;
    const svg = pictureHtml(shown);
    return title === '' || isTitled ? `<figure>\n${svg}\n</figure>` : htmlFigure({ svg, title });
  }
  const table = htmlTable({
    caption: shown.title,
    columns: shown.columns.map(({ title, isNumeric }) => ({ title, align: isNumeric ? 'end' : 'start' })),
    rows: shown.rows.map((row) =>
      row.map(({ text, interval }) => ({
        html:
          interval === undefined
            ? escapeHtml(text)
            : `${escapeHtml(text)}<span class="interval">${escapeHtml(interval)}</span>`,
      })),
    ),
  });
  return shown.omitted === 0 ? table : `${table}\n<p class="note">${omittedNote(shown)}</p>`;
}

/** What has no drawing for a narrow page scrolls there. */
function pictureHtml({ svg, narrow, title }: Extract<Shown, { kind: 'picture' }>): string {
  if (narrow !== undefined) return `<div class="wide">${svg}</div>\n<div class="narrow">${narrow}</div>`;
  const label = escapeHtml(title === '' ? 'Picture' : title);
  return `<div class="scroll picture" role="region" tabindex="0" aria-label="${label}">${svg}</div>`;
}

function footerHtml({ inputs }: NotebookRun): string {
  const hashes = htmlTable({
    caption: 'What this depends on',
    columns: [{ title: 'file' }, { title: 'SHA-256' }],
    rows: inputs.map(({ path, sha256 }) => [path, { html: `<code>${escapeHtml(sha256)}</code>` }]),
  });
  return `<div class="hashes">${hashes}</div>`;
}
