import { escapeHtml, htmlTable, type Html } from '../page/index.ts';
import type { Material } from './resultsFolder.ts';
import { basisCount, hasFields, textIn, valuesOf, type Row } from '../answer/index.ts';
import { foldable, type Section } from './section.ts';

const NEEDED = ['path', 'value', 'source', 'confidence', 'basis'];

/** Every input of the scenario with its source and how sure it is. */
export function assumptionsSection({ folder }: Material): Section {
  const title = 'What it assumes';
  const table = folder.tables.get('assumptions');
  if (table === undefined || !hasFields(table, NEEDED) || table.rows.length === 0)
    return { id: 'assumptions', title, parts: [] };
  const counts = valuesOf(table, 'basis')
    .map((basis) => basisCount(basis, table.rows.filter((row) => (row['basis'] ?? '') === basis).length))
    .join(', ');
  const ledger = htmlTable({
    caption: 'Assumption ledger',
    columns: [{ title: 'input' }, { title: 'value' }, { title: 'source' }, { title: 'kind, confidence' }],
    rows: table.rows.map((row) => [
      { html: breakable(textIn(row, 'path') ?? '') },
      textIn(row, 'value') ?? '',
      sourceCell(row),
      [textIn(row, 'basis'), textIn(row, 'confidence')].filter((text) => text !== undefined).join(', '),
    ]),
  });
  return {
    id: 'assumptions',
    title,
    parts: [
      `<p>${table.rows.length} inputs: ${escapeHtml(counts)}. Ranges are low / mode / high, which mean P10, most likely, P90. The answer holds only as far as these do.</p>`,
      `<div class="ledger">${foldable(`All ${table.rows.length} inputs with their sources`, ledger)}</div>`,
    ],
  };
}

function sourceCell(row: Row): Html {
  const source = textIn(row, 'source') ?? '';
  const asOf = textIn(row, 'asOf');
  const note = textIn(row, 'note');
  const changed = textIn(row, 'overridden') === 'true' ? '; replaces the catalog’s value' : '';
  const first = escapeHtml(`${source}${asOf === undefined ? '' : `, ${asOf}`}${changed}`);
  return { html: note === undefined ? first : `${first} <span class="quiet">${escapeHtml(note)}</span>` };
}

/** A dotted path that may break after its dots. */
function breakable(path: string): string {
  return escapeHtml(path).replaceAll('.', '.<wbr>');
}
