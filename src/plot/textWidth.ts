// Advances in thousandths of the size, of the widest face that system-ui stands for (DejaVu Sans): text measured with
// them fits in every narrower one too.
const ADVANCES: readonly (readonly [string, number])[] = [
  ["ijlI.,:;'|!", 330],
  ['ftrJ()[]{} -/\\', 400],
  ['"·°*', 500],
  ['szcvxykaeghnuopqbdL?$_#^–0123456789', 636],
  ['TFEPSYZABCKRVX€', 690],
  ['NDGHOQU&+<>=~−', 800],
  ['wMm%W@…→', 1000],
];

const WIDTHS = new Map(
  ADVANCES.flatMap(([letters, width]) => Array.from(letters, (letter) => [letter, width])),
);

/** What a letter takes that is in no class: as much as the widest of ideographs and signs. */
const UNKNOWN = 1000;

/** Bold letters are wider. */
const BOLD = 1.1;

/** How a text is set. */
export interface TextStyle {
  /** px. */
  readonly size: number;
  readonly bold?: boolean;
}

/** Width of a text in px, rounded up to what the widest usual typeface needs. */
export function textWidth(text: string, { size, bold = false }: TextStyle): number {
  let thousandths = 0;
  for (const letter of text) thousandths += WIDTHS.get(letter) ?? (letter < '\u0250' ? 700 : UNKNOWN);
  return (thousandths * size * (bold ? BOLD : 1)) / 1000;
}

/** The width of the widest of some texts, px; 0 of none. */
export function widestText(texts: readonly string[], style: TextStyle): number {
  return texts.reduce((widest, text) => Math.max(widest, textWidth(text, style)), 0);
}
