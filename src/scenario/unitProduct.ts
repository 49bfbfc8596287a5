/** What one of a unit is: so many of the base units of its dimensions. */
export interface UnitSize {
  readonly size: number;
  /** Base unit → its power. */
  readonly dimensions: Readonly<Record<string, number>>;
}

/** Units that are multiplied and divided. */
export interface UnitProduct {
  /** In the order in which they are written. */
  readonly terms: readonly { readonly size: number; readonly power: 1 | -1 }[];
  readonly dimensions: ReadonlyMap<string, number>;
}

/**
 * Reads words with `*`, `/` and brackets between them; words side by side are multiplied, and what stands behind `/`
 * is one word or one bracket. Undefined where it cannot be read.
 *
 * @example unitProduct('dollar/(gpu hour)', sizeOf)
 */
export function unitProduct(
  text: string,
  sizeOf: (word: string) => UnitSize | undefined,
): UnitProduct | undefined {
  const tokens = text.match(/[A-Za-z]+|[^ \t]/g) ?? [];
  const terms: UnitProduct['terms'][number][] = [];
  const dimensions = new Map<string, number>();
  // The sign of the power before each open bracket, and of what comes next.
  const open: (1 | -1)[] = [];
  let next: 1 | -1 = 1;
  let isExpected = true;
  for (const token of tokens) {
    if (token === '(') {
      open.push(next);
      next = 1;
      isExpected = true;
    } else if (token === ')' || token === '*' || token === '/') {
      if (isExpected || (token === ')' && open.pop() === undefined)) return undefined;
      isExpected = token !== ')';
      next = token === '/' ? -1 : 1;
    } else {
      const unit = sizeOf(token);
      if (unit === undefined) return undefined;
      const power = open.reduce<1 | -1>((sign, each) => (sign === each ? 1 : -1), next);
      terms.push({ size: unit.size, power });
      for (const [base, of] of Object.entries(unit.dimensions))
        dimensions.set(base, (dimensions.get(base) ?? 0) + of * power);
      next = 1;
      isExpected = false;
    }
  }
  return isExpected || open.length > 0 ? undefined : { terms, dimensions };
}

/** How many of the product `to` one of the product `from` is; undefined when they measure different things. */
export function productFactor(from: UnitProduct, to: UnitProduct): number | undefined {
  const bases = new Set([...from.dimensions.keys(), ...to.dimensions.keys()]);
  for (const base of bases)
    if ((from.dimensions.get(base) ?? 0) !== (to.dimensions.get(base) ?? 0)) return undefined;
  const one = from.terms.reduce((value, { size, power }) => value * size ** power, 1);
  return to.terms.reduce((value, { size, power }) => value / size ** power, one);
}
