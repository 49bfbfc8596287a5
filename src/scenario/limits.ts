/** Bounds that let a hostile file end in an error; generous for anything a person writes. */
export interface Limits {
  /** Characters of one file. */
  readonly characters: number;
  /** Maps and lists inside each other. */
  readonly depth: number;
  /** Values of one file, those repeated by aliases counted again. */
  readonly nodes: number;
  readonly aliases: number;
  /** Files in one line of `extends`. */
  readonly extendsDepth: number;
  /** Files read for one scenario. */
  readonly files: number;
  /** Characters of one quantity. */
  readonly quantityCharacters: number;
  /** Issues reported at once. */
  readonly issues: number;
}

export const LIMITS: Limits = {
  characters: 1_000_000,
  depth: 48,
  nodes: 50_000,
  aliases: 1_000,
  extendsDepth: 12,
  files: 64,
  quantityCharacters: 200,
  issues: 100,
};
