import { standalone, type Scheme } from '../../plot/standalone.ts';
import type { TextFile } from '../exchange.ts';

/** Saves a text as a file of the reader's. */
export function saveText({ name, text }: TextFile): void {
  save(name, new Blob([text], { type: name.endsWith('.svg') ? 'image/svg+xml' : 'text/plain' }));
}

/** Saves a chart as SVG, its colours fixed and its title above it. */
export function saveSvg(name: string, svg: string): void {
  saveText({ name: `${name}.svg`, text: `${standalone(svg, { scheme: schemeOf(), heading: true })}\n` });
}

/** Pixels a unit of the chart: sharp on paper and on dense screens. */
const SCALE = 2;

/** Saves a chart as PNG. */
export async function savePng(name: string, svg: string): Promise<void> {
  const text = standalone(svg, { scheme: schemeOf(), heading: true });
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth * SCALE;
  canvas.height = picture.naturalHeight * SCALE;
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && save(`${name}.png`, blob), 'image/png');
}

function schemeOf(): Scheme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function save(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
