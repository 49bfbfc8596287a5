import { describe, expect, test } from 'vitest';
import { CauseKind, drivingPath, Simulation } from '../../src/kernel/index.ts';

/** A rack of which only the end is an event: its two steps go on record then, and what follows is caused by the last. */
function rack(simulation: Simulation): () => number {
  const [install, burnIn, whole] = ['install', 'burn-in', 'pod complete'].map((name) =>
    simulation.label(name),
  );
  let end = -1;
  simulation.schedule(2, () => {
    const crewCame = simulation.currentEvent;
    simulation.schedule(8, () => {
      const installed = simulation.recordStep(crewCame, 5, install, simulation.entity('rack 1'));
      const passed = simulation.recordStep(installed, 10, burnIn, simulation.entity('rack 1'));
      const complete = simulation.schedule(0, () => (end = simulation.currentEvent), 0, whole);
      simulation.attribute(complete, CauseKind.joined, passed, 7, burnIn, 0, passed);
    });
  });
  simulation.run();
  return () => end;
}

describe('a step put on record', () => {
  test('stands on the driving path to the day, though no event told of it', () => {
    const simulation = new Simulation();
    const end = rack(simulation);
    expect(drivingPath(simulation, end()).map(({ label, from, to }) => [label, from, to])).toEqual([
      ['', 0, 2],
      ['install', 2, 5],
      ['burn-in', 5, 10],
      ['pod complete', 10, 10],
    ]);
  });

  test('is a row of the record and no event', () => {
    const simulation = new Simulation();
    rack(simulation);
    expect([simulation.executedEvents, simulation.recordedRows]).toEqual([3, 5]);
  });

  test('leaves the event that put it there the cause of what it schedules', () => {
    const simulation = new Simulation();
    let next = -1;
    simulation.schedule(1, () => {
      simulation.recordStep(0, 0.5);
      simulation.schedule(1, () => (next = simulation.currentEvent));
    });
    simulation.run();
    expect(simulation.causes.enabler(next)).toBe(1);
  });

  test('does not count among the events of an instant', () => {
    const simulation = new Simulation({ maxEventsPerInstant: 5 });
    simulation.schedule(1, () => {
      for (let step = 0; step < 10; step++) simulation.recordStep(0, 0.5);
      simulation.schedule(0, () => {});
    });
    expect(() => simulation.run()).not.toThrow();
  });

  test('is refused where it ends before it began, or later than now, or begins with no row', () => {
    const simulation = new Simulation({ startTime: 3 });
    const install = simulation.label('install');
    expect(() => simulation.recordStep(0, 2, install)).toThrow(
      'end of a step: 2, expected a time from 3 to 3',
    );
    expect(() => simulation.recordStep(0, 4, install)).toThrow(
      'end of a step: 4, expected a time from 3 to 3',
    );
    expect(() => simulation.recordStep(7, 3, install)).toThrow(
      'enabler of a step: 7, expected a row from 0 to 0',
    );
  });

  test('is left out where no causes are recorded', () => {
    const simulation = new Simulation({ recordCauses: false });
    expect(simulation.recordStep(0, 0)).toBe(0);
    expect(simulation.recordedRows).toBe(0);
  });
});
