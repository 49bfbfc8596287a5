import { join } from 'node:path';
import { makeWritableFolder, writeNamedFile } from '../experiment/index.ts';
import { missingGlyphs, svgToPng } from '../page/index.ts';
import { standalone } from '../plot/index.ts';

/** Pixels of a PNG for each px of the chart: enough for print. */
const PNG_SCALE = 3;

/** A chart of a report as it is written on its own. */
export interface ChartFile {
  /** Kind of chart; of several of one kind the second has `-2`. */
  readonly name: string;
  readonly svg: string;
}

/** The charts of a report, in its order, each with its colours in it. */
export function chartsOf(html: string): ChartFile[] {
  const counts = new Map<string, number>();
  return Array.from(html.matchAll(/<div class="wide">(<svg.*?<\/svg>)<\/div>/gs), ([, svg = '']) => {
    const [, kind = 'chart'] = /data-chart="([^"]*)"/.exec(svg) ?? [];
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return { name: count === 1 ? kind : `${kind}-${count}`, svg: standalone(svg, { heading: true }) };
  });
}

/** Charts that were written, and what is wrong with their pictures. */
export interface WrittenCharts {
  readonly files: readonly string[];
  readonly problems: readonly string[];
}

/** Writes the charts of a report as SVG and PNG. */
export function writeCharts(html: string, folder: string): WrittenCharts {
  makeWritableFolder('charts', folder);
  const charts = chartsOf(html);
  const files = charts.flatMap(({ name, svg }) => {
    const [, width = '720'] = / width="([\d.]+)"/.exec(svg) ?? [];
    const paths = [join(folder, `${name}.svg`), join(folder, `${name}.png`)] as const;
    writeNamedFile('charts', paths[0], svg);
    writeNamedFile('charts', paths[1], svgToPng({ svg, width: Math.round(Number(width) * PNG_SCALE) }));
    return paths;
  });
  const missing = missingGlyphs(charts.map(({ svg }) => svg).join(''));
  if (missing.length === 0) return { files, problems: [] };
  const shown = missing.slice(0, 12).join('');
  return {
    files,
    problems: [
      `PNG charts show boxes for ${missing.length} characters (${shown}) that no font of this machine has: install one, such as Noto Sans CJK, or use the SVG files.`,
    ],
  };
}
