/** How a campus comes to be: built on cleared land, or in a shell that stands. */
export const KINDS = ['greenfield', 'conversion'] as const;

export type SiteKind = (typeof KINDS)[number];

/** A rise of the power in operation at a site. */
export interface Step {
  readonly date: string;
  /** Days from the site's start. */
  readonly day: number;
  /** Facility MW in operation from then on, and what the step added. */
  readonly megawatts: number;
  readonly added: number;
}

/** A campus as it was seen from its first record up to the as-of date. */
export interface SiteOfRecord {
  readonly name: string;
  /** Empty when nobody said. */
  readonly owner: string;
  /** Greenfield where nobody said. */
  readonly kind: SiteKind;
  readonly isKindStated: boolean;
  /** Date of the first record. */
  readonly start: string;
  /** Days from the start to the as-of date: an unfinished site has lasted so long. */
  readonly seenDays: number;
  /** Days from the start to the date that the owner announced for the first block, if one did. */
  readonly announcedDays?: number | undefined;
  /** False where the first record is in operation already: when it began is not known. */
  readonly hasFirstBlock: boolean;
  /** Every rise of the power in operation; the first is the first block, where it was seen to come. */
  readonly steps: readonly Step[];
}

/** Days from the start to the first operational block; undefined while there is none. */
export function firstBlockDay({ hasFirstBlock, steps }: SiteOfRecord): number | undefined {
  return hasFirstBlock ? steps[0]?.day : undefined;
}
