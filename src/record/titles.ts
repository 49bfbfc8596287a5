/** What a thing is called, where the words of its name say too little. */
export interface Title {
  readonly name: string;
  readonly title: string;
  /** What it means, for who reads of it without the scenario. */
  readonly meaning?: string | undefined;
}

/**
 * What a model calls its causes, and its inputs and settings, by other words than those of their names.
 *
 * @example { causes: [{ name: 'crew', title: 'crews' }], inputs: [{ name: 'facilityPower', title: 'power of a GPU' }] }
 */
export interface Titles {
  readonly causes?: readonly Title[] | undefined;
  /** Inputs by their names, whoever's they are; settings by the last name of their paths, or by the last two in one. */
  readonly inputs?: readonly Title[] | undefined;
}
