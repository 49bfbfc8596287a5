import { EXACT, Grid } from './grid.ts';

/** The present, and the grid that every time is rounded to. */
export class Clock {
  /** The present, as the kernel reads it; models read `now`, which counts. @internal */
  clock = 0;
  private grid: Grid | undefined = undefined;
  // Of the grid, kept here as every time is rounded: 71 ns an event of a hundred callbacks, and 78 by Grid.nearest.
  private pointsPerDay = 0;

  /** Sets it to the point of a grid of so many days, 0 for none, that is nearest to a time. @internal */
  protected startClock(time: number, resolutionDays: number): void {
    this.grid = resolutionDays === 0 ? undefined : new Grid(resolutionDays);
    this.pointsPerDay = this.grid?.pointsPerDay ?? 0;
    this.clock = this.rounded(time);
  }

  /** The point of the grid that is nearest to a time. */
  rounded(time: number): number {
    const { grid, pointsPerDay } = this;
    if (grid === undefined) return time;
    const points = time * pointsPerDay;
    // Adding 0 makes -0 a plain 0.
    if (pointsPerDay > 0 && Math.abs(points) < EXACT) return Math.round(points) / pointsPerDay + 0;
    return grid.nearest(time);
  }
}
