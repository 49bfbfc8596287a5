import { expect, test } from 'vitest';
import {
  contentHtml,
  domDocument,
  escapeHtml,
  htmlFigure,
  htmlTable,
  page,
  svgToPng,
} from '../../src/page/index.ts';

const HOSTILE = `<script>alert("a" & 'b')</script>`;
const HARMLESS = '&lt;script&gt;alert(&quot;a&quot; &amp; &#39;b&#39;)&lt;/script&gt;';

test('text is escaped for elements and attributes, and HTML that was made here is not', () => {
  expect(escapeHtml(HOSTILE)).toBe(HARMLESS);
  expect(contentHtml(HOSTILE)).toBe(HARMLESS);
  expect(contentHtml({ html: '<b>bold</b>' })).toBe('<b>bold</b>');
});

test('a page escapes its title, forbids every request and has one main part', () => {
  const html = page({ title: HOSTILE, header: '<h1>Title</h1>', body: '<p>Text</p>', footer: 'End' });
  expect(html).toContain(`<title>${HARMLESS}</title>`);
  expect(html).not.toContain('<script');
  expect(html).toContain(`default-src 'none'`);
  expect(html.match(/<main\b/g)).toHaveLength(1);
  expect(html).not.toMatch(/https?:\/\//);
});

test('a page without header and footer has neither landmark', () => {
  const html = page({ title: 'Plain', body: '<p>Text</p>' });
  expect(html).not.toContain('<header>');
  expect(html).not.toContain('<footer>');
});

test('a table has a caption, heads with a scope, and escapes every cell', () => {
  const html = htmlTable({
    caption: HOSTILE,
    columns: [{ title: 'site' }, { title: 'MW', align: 'end' }],
    rows: [[HOSTILE, { html: '<b>12</b>' }]],
  });
  expect(html).toContain(`<caption><span>${HARMLESS}</span></caption>`);
  expect(html).toContain(`<th scope="col" class="end">MW</th>`);
  expect(html).toContain(`<th scope="row">${HARMLESS}</th><td class="end"><b>12</b></td>`);
  expect(html).toMatch(/role="region" tabindex="0" aria-label="Table: /);
});

test('a figure has a caption in words', () => {
  const html = htmlFigure({ svg: '<svg></svg>', title: 'A < B', note: HOSTILE });
  expect(html).toContain('<figcaption>A &lt; B</figcaption>');
  const marks = '<svg role="img" aria-label="All"><g fill="red" aria-label="rule" stroke="blue"></g></svg>';
  expect(htmlFigure({ svg: marks, title: 'Marks' })).toContain(
    '<svg role="img" aria-label="All"><g fill="red" stroke="blue"></g></svg>',
  );
  expect(html).toContain(HARMLESS);
});

test('a document without a browser makes SVG elements', () => {
  const document = domDocument();
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('width', '10');
  expect(svg.outerHTML).toContain('width="10"');
});

/** Width, height and whether a PNG is one, from its head. */
function pngSize(png: Uint8Array): number[] {
  const view = new DataView(png.buffer, png.byteOffset);
  expect(view.getUint32(0)).toBe(0x89504e47);
  return [view.getUint32(16), view.getUint32(20)];
}

test('an SVG becomes a PNG of the width asked for, its variables resolved', () => {
  const square = (fill: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="${fill}"/></svg>`;
  const concrete = svgToPng({ svg: square('#0072b2'), width: 40 });
  expect(pngSize(concrete)).toEqual([40, 20]);
  const same = (fill: string, options = {}): boolean =>
    Buffer.from(svgToPng({ svg: square(fill), width: 40, ...options })).equals(Buffer.from(concrete));
  expect(same('var(--chart-1, #0072b2)')).toBe(true);
  expect(same('var(--chart-1, var(--other, #0072b2))')).toBe(true);
  expect(same('var(--chart-1, #ffffff)', { colours: { '--chart-1': '#0072b2' } })).toBe(true);
  expect(same('currentColor', { ink: '#0072b2' })).toBe(true);
  expect(same('var(--chart-1, #d55e00)')).toBe(false);
});
