import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathDrag, pathDrags } from '../../src/explain/index.ts';
import { Simulation, type Signal } from '../../src/kernel/index.ts';

/** An activity network: each activity's days, and the earlier ones it follows. */
type Network = readonly { readonly days: number; readonly after: readonly number[] }[];

/** Simulates a network that ends with the last of the activities that none follows; each activity is a group. */
function build(network: Network): { day: number; drag: number[]; isBound: number[] } {
  const simulation = new Simulation();
  const done: Signal[] = network.map((_, index) => simulation.signal(`done ${index}`));
  const labels = network.map((_, index) => simulation.label(`activity ${index}`));
  network.forEach(({ days, after }, index) => {
    const work = simulation.activity(`activity ${index}`);
    simulation.process(`activity ${index}`, function* () {
      if (after.length > 0) yield* simulation.allOf(after.map((other) => done[other]!.wait()));
      yield work.lasting(days);
      done[index]!.fire();
    });
  });
  let end = 0;
  simulation.process('project', function* () {
    const last = done.filter((_, index) => !network.some(({ after }) => after.includes(index)));
    yield* simulation.allOf(last.map((each) => each.wait()));
    end = simulation.currentEvent;
  });
  simulation.run();
  const options = {
    groupOf: (label: number) => (labels.includes(label) ? labels.indexOf(label) : network.length),
    groups: network.length + 1,
  };
  const [{ days, isBound }] = pathDrags(simulation, [end], options) as [ReturnType<typeof pathDrags>[number]];
  expect(pathDrag(simulation, end, options)).toEqual(days);
  return {
    day: simulation.causes.time[end]!,
    drag: [...days].slice(0, network.length),
    isBound: [...isBound].slice(0, network.length),
  };
}

const without = (network: Network, index: number): Network =>
  network.map((activity, other) => (other === index ? { ...activity, days: 0 } : activity));

const networks = fc
  .array(fc.record({ days: fc.integer({ min: 0, max: 40 }), after: fc.array(fc.nat(), { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((all): Network =>
    all.map(({ days, after }, index) => ({
      days,
      after: index === 0 ? [] : [...new Set(after.map((other) => other % index))],
    })),
  );

describe('the drag of an activity on the driving path', () => {
  test('is its days where nothing runs beside it, and its slack where something does', () => {
    // 0 (10 days) then 1 (20) beside 2 (14), then 3 (5): days 10, slack 6, none, 5.
    const network = [
      { days: 10, after: [] },
      { days: 20, after: [0] },
      { days: 14, after: [0] },
      { days: 5, after: [1, 2] },
    ];
    expect(build(network).day).toBe(35);
    const { drag } = build(network);
    // The runner-up comes after activity 0 too, and would be earlier with it.
    expect(drag).toEqual([10, 6, 0, 5]);
    expect(35 - build(without(network, 0)).day).toBe(10);
  });

  test('is that of Devaux’s network: what a path and its runner-up share counts in full', () => {
    // A10 → B20 → C5 → D10 → E20, with A → F10 → D, C → G5 → E and A → H15 → E: drags of A to E are 10, 15, 5, 5 and 20.
    const [A, B, C, D, F, G, H] = [0, 1, 2, 3, 4, 5, 6];
    const network = [
      { days: 10, after: [] },
      { days: 20, after: [A] },
      { days: 5, after: [B] },
      { days: 10, after: [C, F] },
      { days: 10, after: [A] },
      { days: 5, after: [C] },
      { days: 15, after: [A] },
      { days: 20, after: [D, G, H] },
    ];
    const { day, drag } = build(network);
    expect(day).toBe(65);
    expect([A, B, C, D, 7].map((activity) => drag[activity!])).toEqual([10, 15, 5, 5, 20]);
    expect([F, G, H].map((activity) => drag[activity!])).toEqual([0, 0, 0]);
    [A, B, C, D, 7].forEach((activity) => {
      expect(drag[activity!]).toBe(day - build(without(network, activity!)).day);
    });
  });

  test('is exact where the paths beside it share nothing with it', () => {
    const parallel = [
      { days: 30, after: [] },
      { days: 12, after: [0] },
      { days: 25, after: [] },
      { days: 13, after: [2] },
    ];
    const { day, drag } = build(parallel);
    drag.forEach((gain, index) => expect(gain).toBe(day - build(without(parallel, index)).day));
  });

  test('is what is gained without the activity, unless it says that it is a bound', () => {
    let exact = 0;
    let bounds = 0;
    fc.assert(
      fc.property(networks, (network) => {
        const { day, drag, isBound } = build(network);
        drag.forEach((gain, index) => {
          if (isBound[index] === 1) bounds++;
          else {
            expect(gain).toBe(day - build(without(network, index)).day);
            exact++;
          }
        });
      }),
      { numRuns: 300, seed: 2 },
    );
    // Of activities that begin together with two others, the third arrival at a join is not walked.
    expect(bounds).toBeLessThan(exact / 20);
    expect(bounds).toBeGreaterThan(0);
  });

  test('is a bound where three ways that share it are nearly as long', () => {
    const [A, B, C, D] = [0, 1, 2, 3];
    const network = [
      { days: 10, after: [] },
      ...[9, 8, 7].map((days) => ({ days, after: [A] })),
      { days: 1, after: [B, C, D] },
    ];
    const { drag, isBound } = build(network);
    expect(drag).toEqual([2, 1, 0, 0, 1]);
    expect(isBound).toEqual([1, 0, 0, 0, 0]);
  });

  test('is a bound where it is limited by a runner-up that is one, and only for what both share', () => {
    const [A, B, C, D, E, K] = [0, 1, 2, 3, 4, 5];
    const network = [
      { days: 10, after: [] },
      ...[9, 8, 7].map((days) => ({ days, after: [A] })),
      { days: 2, after: [B, C, D] },
      { days: 12, after: [A] },
      { days: 4, after: [E, K] },
    ];
    const { day, drag, isBound } = build(network);
    expect(day).toBe(26);
    // K ends on day 22, E on day 21, and A gains at least 2 of the days before E.
    expect(drag).toEqual([3, 0, 0, 0, 0, 1, 4]);
    expect(isBound).toEqual([1, 0, 0, 0, 0, 0, 0]);
    expect(day - build(without(network, A)).day).toBe(10);
  });

  test('is never more than what is gained without the activity', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const { day, drag } = build(network);
        drag.forEach((gain, index) => {
          expect(gain).toBeGreaterThanOrEqual(0);
          expect(gain).toBeLessThanOrEqual(day - build(without(network, index)).day);
        });
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test('is nothing before a wait for a date, whose own days count', () => {
    const simulation = new Simulation();
    let end = 0;
    simulation.process('work', function* () {
      yield simulation.activity('build').lasting(7);
      yield simulation.activity('window').until(30);
      yield simulation.activity('test').lasting(2);
      end = simulation.currentEvent;
    });
    simulation.run();
    const labels = ['build', 'window', 'test'].map((name) => simulation.label(name));
    const [drag] = pathDrags(simulation, [end], {
      groupOf: (label) => labels.indexOf(label),
      groups: 4,
      endsOnDate: (label) => label === labels[1],
    });
    expect([...drag!.days].slice(0, 3)).toEqual([0, 23, 2]);
    // A window that opens earlier still may leave something to be gained.
    expect([...drag!.isBound].slice(0, 3)).toEqual([1, 0, 0]);
  });

  test('is nothing before a wait for a crew that another holds', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew', { capacity: 1 });
    let end = 0;
    simulation.process('first', function* () {
      yield* crew.acquire();
      yield simulation.activity('install').lasting(10);
      crew.release();
    });
    simulation.process('second', function* () {
      yield simulation.activity('ship').lasting(4);
      yield* crew.acquire();
      yield simulation.activity('install').lasting(3);
      end = simulation.currentEvent;
    });
    simulation.run();
    const labels = ['ship', 'crew', 'install'].map((name) => simulation.label(name));
    const [drag] = pathDrags(simulation, [end], { groupOf: (label) => labels.indexOf(label), groups: 4 });
    // Shipping 4 days, 6 waiting for the crew, 3 installing.
    expect([...drag!.days].slice(0, 3)).toEqual([0, 6, 3]);
    expect([...drag!.isBound].slice(0, 3)).toEqual([1, 0, 0]);
  });

  test.each([
    [0, [4, 0, 3], [0, 0, 0]],
    [1, [3, 0, 3], [1, 0, 0]],
  ])('before a crew that has been free since day %d is as much as till then', (day, days, bounds) => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew', { capacity: 1 });
    let end = 0;
    if (day > 0) {
      simulation.process('first', function* () {
        yield* crew.acquire();
        yield simulation.activity('other').lasting(day);
        crew.release();
      });
    }
    simulation.process('second', function* () {
      yield simulation.activity('ship').lasting(4);
      yield* crew.acquire();
      yield simulation.activity('install').lasting(3);
      end = simulation.currentEvent;
    });
    simulation.run();
    const labels = ['ship', 'crew', 'install'].map((name) => simulation.label(name));
    const [drag] = pathDrags(simulation, [end], { groupOf: (label) => labels.indexOf(label), groups: 4 });
    expect([...drag!.days].slice(0, 3)).toEqual(days);
    expect([...drag!.isBound].slice(0, 3)).toEqual(bounds);
  });

  test('of several events of one run is that of each, and of the start nothing', () => {
    const simulation = new Simulation();
    const ends: number[] = [];
    simulation.process('work', function* () {
      yield simulation.activity('a').lasting(2);
      ends.push(simulation.currentEvent);
      yield simulation.activity('b').lasting(3);
      ends.push(simulation.currentEvent);
    });
    simulation.run();
    const labels = ['a', 'b'].map((name) => simulation.label(name));
    const drags = pathDrags(simulation, [ends[1]!, 0, ends[0]!], {
      groupOf: (label) => labels.indexOf(label),
      groups: 2,
    });
    expect(drags.map(({ days }) => [...days])).toEqual([
      [2, 3],
      [0, 0],
      [2, 0],
    ]);
  });

  test('is refused where whether an activity ends on a date is neither true nor false', () => {
    const simulation = new Simulation();
    simulation.schedule(2, () => {});
    simulation.run();
    const options = { groupOf: () => 0, groups: 1, endsOnDate: (() => 1) as never };
    expect(() => pathDrag(simulation, 1, options)).toThrow('endsOnDate: answered 1, expected true or false');
  });
});
