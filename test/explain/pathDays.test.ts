import { expect, test } from 'vitest';
import { pathDays, pathDrag } from '../../src/explain/index.ts';
import { Simulation } from '../../src/kernel/index.ts';

/** Ship 4 days, wait 6 for the crew that works 10 days elsewhere, install 3. */
function shipped() {
  const simulation = new Simulation();
  const crew = simulation.resource('crew', { capacity: 1 });
  let end = 0;
  simulation.process('first', function* () {
    yield* crew.acquire();
    yield simulation.activity('other work').lasting(10);
    crew.release();
  });
  simulation.process('second', function* () {
    yield simulation.activity('ship').lasting(4);
    yield* crew.acquire();
    yield simulation.activity('install').lasting(3);
    end = simulation.currentEvent;
  });
  simulation.run();
  const labels = ['ship', 'crew', 'install', 'other work'].map((name) => simulation.label(name));
  const groupOf = (label: number): number => (labels.includes(label) ? labels.indexOf(label) : 4);
  return { simulation, end, options: { groupOf, groups: 5 } };
}

test('days of a path stay with who waited, unless they are passed on to who held what was waited for', () => {
  const { simulation, end, options } = shipped();
  expect([...pathDays(simulation, end, options)]).toEqual([4, 6, 3, 0, 0]);
  expect([...pathDays(simulation, end, { ...options, view: 'stop' })]).toEqual([4, 6, 3, 0, 0]);
  expect([...pathDays(simulation, end, { ...options, view: 'pass-through' })]).toEqual([0, 0, 3, 10, 0]);
});

test('days before a date do not count, in paths and in drags', () => {
  const { simulation, end, options } = shipped();
  const since = (day: number) => [...pathDays(simulation, end, { ...options, since: day })];
  expect(since(2)).toEqual([2, 6, 3, 0, 0]);
  expect(since(4)).toEqual([0, 6, 3, 0, 0]);
  expect(since(5)).toEqual([0, 5, 3, 0, 0]);
  expect(since(13)).toEqual([0, 0, 0, 0, 0]);
  expect([...pathDrag(simulation, end, { ...options, since: 5 })]).toEqual([0, 5, 3, 0, 0]);
  expect([...pathDrag(simulation, end, { ...options, since: 12 })]).toEqual([0, 0, 1, 0, 0]);
});
