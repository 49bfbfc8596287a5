import { Resvg } from '@resvg/resvg-js';
import { escapeHtml } from './html.ts';
import { PICTURE_FONTS } from './svgToPng.ts';

/** px of the square in which a character is drawn to see whether there is a face for it. */
const CELL = 32;

/** A character that no font has: what is drawn for it is drawn for all that are missing. */
const NO_CHARACTER = '\u{10fffd}';

/** Up to here every face that charts ask for has its letters. */
const LAST_LATIN = 0x17f;

/**
 * The characters of a text that no font of this machine can draw: in a picture boxes would stand in their place.
 *
 * @example missingGlyphs('Tokyo'); // []
 */
export function missingGlyphs(text: string): string[] {
  const characters = [...new Set(text)].filter((character) => character.codePointAt(0)! > LAST_LATIN);
  if (characters.length === 0) return [];
  const [missing, ...drawn] = drawnCells([NO_CHARACTER, ...characters]);
  return characters.filter((_, index) => drawn[index] === missing);
}

/** The pixels of each character, as texts that can be compared. */
function drawnCells(characters: readonly string[]): string[] {
  const width = characters.length * CELL;
  const texts = characters.map(
    (character, index) =>
      `<text x="${index * CELL + 4}" y="24" font-size="20">${escapeHtml(character)}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${CELL}">${texts.join('')}</svg>`;
  const { pixels } = new Resvg(svg, { background: '#ffffff', font: PICTURE_FONTS }).render();
  return characters.map((_, index) => {
    const lines = Array.from({ length: CELL }, (_line, y) => {
      const start = (y * width + index * CELL) * 4;
      return pixels.subarray(start, start + CELL * 4);
    });
    return Buffer.concat(lines).toString('latin1');
  });
}
