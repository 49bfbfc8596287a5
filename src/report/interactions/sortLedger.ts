/** How sure an input is, the surest first; an input that says nothing comes last. */
const RANKS = ['high', 'medium', 'low'];

/** Lets a reader sort the ledger by a column, search it, and see inputs of one kind alone. */
export function sortLedger(table: HTMLTableElement): void {
  const body = table.tBodies[0]!;
  const rows = [...body.rows];
  const search = document.createElement('input');
  search.type = 'search';
  const kinds = document.createElement('select');
  const kindOf = (row: HTMLTableRowElement): string => textIn(row, row.cells.length - 1).split(', ')[0]!;
  const names = [...new Set(rows.map(kindOf))].sort();
  kinds.append(new Option('all', ''), ...names.map((name) => new Option(name === '' ? 'none' : name, name)));
  const count = document.createElement('span');
  count.className = 'note';
  count.setAttribute('role', 'status');
  const filter = (): void => {
    const wanted = search.value.trim().toLowerCase();
    for (const row of rows) {
      const isKind = kinds.selectedIndex === 0 || kindOf(row) === kinds.value;
      row.hidden = !isKind || !row.textContent.toLowerCase().includes(wanted);
    }
    count.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} inputs`;
  };
  search.addEventListener('input', filter);
  kinds.addEventListener('change', filter);
  const controls = document.createElement('div');
  controls.className = 'controls';
  controls.append(labelled('Search ', search), labelled('Kind ', kinds), count);
  table.parentElement!.before(controls);
  filter();
  for (const head of table.tHead!.rows[0]!.cells) sortsBy(head, { body, rows });
}

function labelled(words: string, field: HTMLElement): HTMLLabelElement {
  const label = document.createElement('label');
  label.append(words, field);
  return label;
}

function sortsBy(
  head: HTMLTableCellElement,
  { body, rows }: { body: HTMLTableSectionElement; rows: readonly HTMLTableRowElement[] },
): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener('click', () => {
    const isDown = head.getAttribute('aria-sort') === 'ascending';
    for (const other of head.parentElement!.children) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
    const sorted = rows.toSorted((a, b) => compared(a, b, head.cellIndex));
    body.append(...(isDown ? sorted.reverse() : sorted));
  });
}

function compared(a: HTMLTableRowElement, b: HTMLTableRowElement, column: number): number {
  const [first, second] = [textIn(a, column), textIn(b, column)];
  const rank = (text: string): number => {
    const at = RANKS.findIndex((name) => text.endsWith(`, ${name}`));
    return at < 0 ? RANKS.length : at;
  };
  const isLast = column === a.cells.length - 1;
  return (isLast ? rank(first) - rank(second) : 0) || first.localeCompare(second, 'en', { numeric: true });
}

function textIn(row: HTMLTableRowElement, column: number): string {
  return row.cells[column]!.textContent.trim();
}
