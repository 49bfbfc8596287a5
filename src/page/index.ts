export { contentHtml, escapeHtml, type Content, type Html } from './html.ts';
export { domDocument } from './domDocument.ts';
export { htmlFigure } from './figure.ts';
export { missingGlyphs } from './missingGlyphs.ts';
export { page } from './page.ts';
export { svgToPng, type Colours } from './svgToPng.ts';
export { htmlTable, type TableColumn } from './table.ts';
