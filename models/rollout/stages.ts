import { median, remainingVariate, survival, uniform, variate, type Stream } from '../../src/random/index.ts';
import type { Stage } from '../../src/scenario/index.ts';
import type { World } from './world.ts';

/** How a stage's duration is drawn. */
export interface StageDraw {
  readonly draws: Stream;
  /** Which of several alike: a hall, a unit; 0 where there is one. The stream is of one quantity. */
  readonly serial?: number;
  /** Shared driver the duration moves with; none by default. */
  readonly driver?: SharedDriver | undefined;
  /** Factor on the duration beside the tempo of the site; 1 by default. */
  readonly pace?: number | undefined;
}

/** A shared standard normal and how closely a duration follows it. */
export interface SharedDriver {
  readonly normal: number;
  readonly correlation: number;
}

const LEVEL = uniform(0, 1);

/**
 * Days from now to the end of a stage whose predecessors are all done now.
 *
 * A finished stage ends on its date. One that started and has not finished by the as-of date lasts at least
 * until then: its duration is F⁻¹(F(e) + u(1 − F(e))) with e the days it has taken so far. Any other
 * stage starts now. Never negative.
 */
export function stageDays(
  world: World,
  { duration, started, finished }: Stage,
  { draws, serial = 0, driver, pace: ofWorks = 1 }: StageDraw,
): number {
  const pace = ofWorks * world.practice.tempo;
  const { now } = world.simulation;
  if (finished !== undefined) return Math.max(0, world.dayOf(finished) - now);
  const level =
    driver === undefined
      ? draws.draw(LEVEL, serial)
      : draws.drawShared(LEVEL, driver.normal, driver.correlation, serial);
  if (pace === 0) return 0;
  if (started === undefined) return Math.max(0, variate(duration, level) * pace);
  const start = world.dayOf(started);
  const elapsed = Math.max(0, world.dayOf(world.scenario.asOf) - start);
  // At a pace that few replications draw, a stage may be overdue: it then ends on the as-of date.
  const isOverdue = !(survival(duration, elapsed / pace) > 0);
  const total = isOverdue ? elapsed : remainingVariate(duration, elapsed / pace, level) * pace;
  return Math.max(0, start + total - now);
}

/** The day on which the first of some stages began, where one of them states it; else the planned day. */
export function begunOn(world: World, stages: readonly (Stage | undefined)[], plannedDay: number): number {
  const days = stages.flatMap((stage) => (stage?.started === undefined ? [] : [world.dayOf(stage.started)]));
  return days.length === 0 ? plannedDay : Math.min(...days);
}

/** The median of a stage as planners see it on the day it starts. */
export function stageMedian({ duration }: Stage): number {
  return median(duration);
}
