/** A quarter of the past: what was shipped, in ideal wafers, and the wafers that went in a quarter before. */
export interface FittedQuarter {
  readonly year: number;
  /** Packages shipped / ideal packages a wafer, summed over products. */
  readonly idealWafers: number;
  readonly wafersIn: number;
}

/** Yield × use of one year, fitted on earlier years. */
export interface YieldUseFit {
  readonly year: number;
  /** Ideal wafers shipped / wafers in, over the years before; at most 1. */
  readonly yieldUse: number;
  /** The same without the bound: above 1 where the capacity rows cannot carry what was shipped. */
  readonly unbounded: number;
  /** Part by which the year's shipments differ from the prediction: shipped / predicted − 1. */
  readonly residual: number;
}

/**
 * Yield × use for a year from the years before it, never from the year itself, and how far the year then was off.
 *
 * @throws RangeError when no earlier quarter is known
 */
export function fitYieldUse(quarters: readonly FittedQuarter[], year: number): YieldUseFit {
  const before = totals(quarters.filter((quarter) => quarter.year < year));
  const within = totals(quarters.filter((quarter) => quarter.year === year));
  if (!(before.wafersIn > 0)) throw new RangeError(`year: ${year}, expected earlier quarters to fit on`);
  const unbounded = before.idealWafers / before.wafersIn;
  const yieldUse = Math.min(1, unbounded);
  return {
    year,
    yieldUse,
    unbounded,
    residual: within.idealWafers / (within.wafersIn * yieldUse) - 1,
  };
}

function totals(quarters: readonly FittedQuarter[]): { idealWafers: number; wafersIn: number } {
  return {
    idealWafers: quarters.reduce((sum, quarter) => sum + quarter.idealWafers, 0),
    wafersIn: quarters.reduce((sum, quarter) => sum + quarter.wafersIn, 0),
  };
}
