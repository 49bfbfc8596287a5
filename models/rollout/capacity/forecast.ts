/** What the planners expect: positions by the day on which they should be ready. */
export interface ReadinessForecast {
  /** Adds positions whose last stage has begun, or whose hand-over is agreed. */
  expect(readyDay: number, positions: number): void;
  /** Positions expected, or already there, by `day`. */
  positionsBy(day: number): number;
}

/**
 * Opens an empty forecast.
 *
 * A hall enters it when its last stage starts, with the median of what is left: before that nobody would
 * release racks against it.
 */
export function openForecast(): ReadinessForecast {
  const expected: { day: number; positions: number }[] = [];
  return {
    expect: (day, positions) => {
      expected.push({ day, positions });
    },
    positionsBy: (day) => {
      let sum = 0;
      for (const item of expected) if (item.day <= day) sum += item.positions;
      return sum;
    },
  };
}
