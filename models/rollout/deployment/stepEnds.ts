/** Ends of the steps of racks from installation until they pass: repairs, then soaks with the rework between them. */
export interface StepEnds {
  count: number;
  /** Days; what is behind `count` means nothing. */
  days: Float64Array;
}

/** No steps yet. */
export function newStepEnds(): StepEnds {
  return { count: 0, days: new Float64Array(64) };
}

/** Adds the end of a step; the room doubles when it is full. */
export function addStepEnd(ends: StepEnds, day: number): void {
  if (ends.count === ends.days.length) {
    const larger = new Float64Array(2 * ends.days.length);
    larger.set(ends.days);
    ends.days = larger;
  }
  ends.days[ends.count++] = day;
}
