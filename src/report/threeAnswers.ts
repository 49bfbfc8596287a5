import { countText } from '../wording/index.ts';
import { escapeHtml, htmlTable } from '../page/index.ts';
import {
  causeTitle,
  daysIn,
  estimateIn,
  hasFields,
  inputFifths,
  inputTitle,
  numberIn,
  textIn,
  titleOf,
  type ResultsTable,
} from '../answer/index.ts';
import type { Material } from './resultsFolder.ts';
import { canBeNamed, intoCommand } from './commands.ts';
import { dateColumns } from './milestoneTables.ts';
import { stepOf } from './relaxTables.ts';
import { reconciled, type Ranked } from './reconciled.ts';
import { paragraph, type Section } from './section.ts';
import { estimateCell } from './valueText.ts';

/** Rows of each answer: the rest is in its own table. */
const MOST = 6;

/**
 * Three answers that are often taken for one, each with what it means: what made it late, what to do, what is not
 * known; and a sentence that says how they go together.
 */
export function threeAnswers({ folder }: Material): Section {
  const blame = ranked(folder.tables.get('blame'), 'cause', 'shapley_days').filter(
    ({ name }) => name !== 'sum' && name !== 'delay',
  );
  const steps = rankedSteps(folder.tables.get('relax'));
  const inputs = rankedInputs(folder);
  const path = longestPart(folder);
  const parts = [
    ...late(folder, blame),
    ...todo(folder, steps),
    ...unknown(inputs),
    ...reconciled({ blame, steps, inputs, path }),
  ];
  const isAny = blame.length + steps.length + inputs.length > 0 && folder.manifest !== undefined;
  return {
    id: 'answers',
    title: 'What made it late, what to do, what we do not know',
    parts: isAny ? parts : [],
  };
}

function late(folder: Material['folder'], blame: readonly Ranked[]): string[] {
  const head = heading('What made it late (against plan, Shapley)');
  const meaning =
    'The days between the plan, in which every draw takes its median, and the runs, shared out fairly among those that were late. It says whose lateness it was, and not what a repair would bring.';
  if (blame.length === 0) return [head, paragraph(meaning), missing(folder, 'blame')];
  const milestone = titleOf(folder, textIn(folder.tables.get('blame')!.rows[0]!, 'milestone') ?? '');
  return [
    head,
    paragraph(meaning),
    daysTable(
      `Days late to ${milestone}, by cause${sampleOf(folder, 'blame', 'combination of causes')}`,
      'cause',
      'days late',
      blame,
    ),
  ];
}

function todo(folder: Material['folder'], steps: readonly Ranked[]): string[] {
  const head = heading('What to do (equal steps)');
  const meaning =
    'The days that one step brings, run again on common draws: the same part of each constraint, so that steps can be compared. It says where an effort of one size helps most, and holds for that size only.';
  if (steps.length === 0) return [head, paragraph(meaning), missing(folder, 'relax')];
  const milestone = titleOf(folder, textIn(folder.tables.get('relax')!.rows[0]!, 'milestone') ?? '');
  return [
    head,
    paragraph(meaning),
    daysTable(
      `Days gained for ${milestone}, by step${sampleOf(folder, 'relax', 'step')}`,
      'step',
      'days gained',
      steps,
    ),
  ];
}

function unknown(inputs: readonly Ranked[]): string[] {
  if (inputs.length === 0) return [];
  return [
    heading('What we do not know (inputs)'),
    paragraph(
      'How closely the result followed each assumption over the same runs: 1 or −1 is in step with it, 0 not at all. It says what is worth finding out. Nobody may be able to change it, and knowing it moves no date by itself.',
    ),
    htmlTable({
      caption: `Rank correlation with the result, by input${shownOf(inputs)}`,
      columns: [{ title: 'input' }, ...dateColumns(['rank correlation'])],
      rows: inputs.slice(0, MOST).map(({ name, value }) => [name, estimateCell(value, '')]),
    }),
  ];
}

function missing({ manifest, tables }: Material['folder'], command: 'blame' | 'relax'): string {
  const none = 'Not run for this folder.';
  if (manifest === undefined || !canBeNamed(manifest, tables.has('points')))
    return `<p class="note">${none}</p>`;
  const { where, line } = intoCommand(command, manifest);
  return `<p class="note">${none} To have it here, ${where}: <code>${escapeHtml(line)}</code></p>`;
}

function daysTable(caption: string, what: string, measure: string, rows: readonly Ranked[]): string {
  return htmlTable({
    caption: `${caption}${shownOf(rows)}`,
    columns: [{ title: what }, ...dateColumns([measure])],
    rows: rows.slice(0, MOST).map(({ name, value }) => [name, estimateCell(value, 'day')]),
  });
}

/** Of how many replications a table was made that another command put here, which need not be those of the report. */
function sampleOf({ manifest }: Material['folder'], table: string, each: string): string {
  const count = manifest?.added?.find(({ name }) => name === `${table}.csv`)?.replications;
  return count === undefined ? '' : `, over ${countText(count, 'replication')} of each ${each}`;
}

function shownOf(rows: readonly Ranked[]): string {
  return rows.length > MOST ? `: the ${MOST} largest of ${rows.length}` : '';
}

function heading(text: string): string {
  return `<h3>${escapeHtml(text)}</h3>`;
}

function ranked(table: ResultsTable | undefined, name: string, field: string): Ranked[] {
  if (table === undefined || !hasFields(table, [name, field])) return [];
  return byEstimate(table.rows.map((row) => ({ name: textIn(row, name) ?? '', value: daysIn(row, field) })));
}

function rankedSteps(table: ResultsTable | undefined): Ranked[] {
  if (table === undefined || !hasFields(table, ['relaxation', 'gained_days'])) return [];
  const alone = table.rows.filter((row) => (numberIn(row, 'together') ?? 1) === 1);
  return byEstimate(
    alone.map((row) => ({
      name: stepOf(row),
      short: textIn(row, 'relaxation') ?? '',
      value: daysIn(row, 'gained_days'),
    })),
  );
}

/** Inputs by the size of their correlation with the result. */
function rankedInputs({ tables, manifest }: Material['folder']): Ranked[] {
  const rows = inputFifths(tables.get('inputs'));
  const names = [...new Set(rows.map(({ input }) => input))];
  return names
    .map((name) => ({
      name: inputTitle(name, manifest?.titles),
      value: estimateIn(rows.find(({ input }) => input === name)!.row, 'rank_correlation'),
    }))
    .filter(({ value }) => value.estimate !== undefined)
    .sort((a, b) => Math.abs(b.value.estimate!) - Math.abs(a.value.estimate!));
}

/** The cause with most days on the driving path of the last milestone of the table that was reached. */
function longestPart({ tables, manifest }: Material['folder']) {
  const table = tables.get('attribution');
  if (table === undefined || !hasFields(table, ['milestone', 'cause', 'path_days'])) return undefined;
  const totals = table.rows.filter(
    (row) => row['cause'] === 'total' && numberIn(row, 'path_days') !== undefined,
  );
  const target = totals.find((row) => row['milestone'] === manifest?.target) ?? totals.at(-1);
  if (target === undefined) return undefined;
  const own = table.rows.filter(
    (row) => row['milestone'] === target['milestone'] && row['cause'] !== 'total',
  );
  const [longest] = byEstimate(
    own.map((row) => ({
      name: causeTitle(textIn(row, 'cause') ?? '', manifest?.titles),
      value: estimateIn(row, 'path_days'),
    })),
  );
  return longest === undefined ? undefined : { ...longest, total: numberIn(target, 'path_days')! };
}

function byEstimate(rows: readonly Ranked[]): Ranked[] {
  return rows
    .filter(({ value }) => value.estimate !== undefined)
    .sort((a, b) => b.value.estimate! - a.value.estimate!);
}
