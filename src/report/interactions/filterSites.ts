import type { Reading } from './reading.ts';

/** Height of the name of a site above its rows, px. */
const HEAD = 24;

/** Lets a reader see one site alone, in the Gantt chart and in the tables of its section. */
export function filterSites(figure: HTMLElement, { places, rows }: Reading): void {
  const sites = [...new Set(rows.map(({ site }) => site))];
  if (sites.length < 2) return;
  const select = document.createElement('select');
  select.append(new Option('all', ''), ...sites.map((site) => new Option(site, site)));
  const label = document.createElement('label');
  label.className = 'controls';
  label.append('Site ', select);
  figure.querySelector('figcaption')!.after(label);
  const pictures = [...figure.querySelectorAll<SVGSVGElement>('.wide > svg, .narrow > svg')];
  const wholes = pictures.map((picture) => picture.getAttribute('viewBox')!);
  const heads = pictures.map((picture, index) => headOf(picture, places[index]![0].top));
  select.addEventListener('change', () => {
    const site = select.value;
    const own = rows.filter((row) => row.site === site);
    pictures.forEach((picture, index) => {
      const [{ width, top }] = places[index]!;
      const head = heads[index]!;
      const from = top + Math.min(...own.map((row) => row.top)) - HEAD;
      const to = top + Math.max(...own.map((row) => row.bottom));
      head.remove();
      if (site !== '') picture.before(head);
      setBox(picture, site === '' ? wholes[index]! : `0 ${from} ${width} ${to - from}`);
      picture.style.overflow = site === '' ? '' : 'hidden';
    });
    const section = figure.closest('section')!;
    for (const table of section.querySelectorAll('table')) filterRows(table, sites, site);
  });
}

/** The part of a chart above its rows, with its dates, as a picture of its own. */
function headOf(picture: SVGSVGElement, top: number): SVGSVGElement {
  const head = picture.cloneNode(true) as SVGSVGElement;
  head.setAttribute('aria-hidden', 'true');
  setBox(head, `0 0 ${head.getAttribute('width')!} ${top}`);
  head.style.overflow = 'hidden';
  return head;
}

function setBox(picture: SVGSVGElement, box: string): void {
  picture.setAttribute('viewBox', box);
  picture.setAttribute('height', box.split(' ')[3]!);
}

function filterRows(table: HTMLTableElement, sites: readonly string[], site: string): void {
  const isOf = (row: HTMLTableRowElement, name: string): boolean =>
    [...row.cells].some(({ textContent }) => textContent === name || textContent.startsWith(`${name}: `));
  for (const row of table.tBodies[0]!.rows) {
    const isOfNone = !sites.some((name) => isOf(row, name));
    row.hidden = site !== '' && !isOfNone && !isOf(row, site);
  }
}
