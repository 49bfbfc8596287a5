import { describe, expect, test } from 'vitest';
import { forEachSegment, Simulation } from '../../src/kernel/index.ts';
import type { Callback } from '../../src/kernel/index.ts';
import { message } from './message.ts';

const late = async (): Promise<never> => {
  await Promise.resolve();
  throw new Error('too late');
};
const body = function* (): Generator<number, void, unknown> {
  yield 1;
};

/** What is not handled by the end of the turn of whoever rejects. */
async function unhandledAfter(action: () => void): Promise<unknown[]> {
  const found: unknown[] = [];
  const note = (reason: unknown): void => void found.push(reason);
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', note);
  action();
  await new Promise((resolve) => setTimeout(resolve, 5));
  process.off('unhandledRejection', note);
  for (const other of others) process.on('unhandledRejection', other);
  return found;
}

// Each place that takes a callback, with the name under which it is told of.
const CALLBACKS: [string, string, (simulation: Simulation, callback: Callback) => void][] = [
  ['schedule', 'callback, day 1', (s, callback) => void s.schedule(1, callback)],
  [
    'scheduleAt, with label and entity',
    'callback "unload", entity "rack 7", day 2',
    (s, callback) => void s.scheduleAt(2, callback, { label: s.label('unload'), entity: s.entity('rack 7') }),
  ],
  [
    'subscribe',
    'callback "power", day 0',
    (s, callback) => {
      const power = s.signal('power');
      power.subscribe(callback);
      power.fire();
    },
  ],
  [
    'request of a resource',
    'callback "crane", day 0',
    (s, callback) => void s.resource('crane').request(callback),
  ],
  [
    'request of a level',
    'callback "tank", day 0',
    (s, callback) => void s.level('tank').request(0, callback),
  ],
  [
    'request of a store',
    'callback "dock", day 0',
    (s, callback) => {
      const dock = s.store('dock');
      dock.put('rack');
      dock.request(callback as never);
    },
  ],
  [
    'onRenege',
    'callback "crane", day 3',
    (s, callback) =>
      void s
        .resource('crane', { capacity: 0 })
        .request(() => {}, 0, 0, 0, { patience: 3, onRenege: callback }),
  ],
  [
    'the end of work',
    'callback, day 5',
    (s, callback) => {
      const crew = s.resource('crew');
      const ticket = crew.request(() => crew.work(ticket, s.schedule(5, callback)));
    },
  ],
];

describe('what is done later than its event is refused, by the name of who did it', () => {
  test.each(CALLBACKS)('an async callback, whose failure goes nowhere else: %s', async (_, name, call) => {
    const simulation = new Simulation();
    call(simulation, late);
    let error = '';
    const unhandled = await unhandledAfter(() => (error = message(() => simulation.run())));
    expect(error).toBe(
      `callback: gave a promise, expected one that is done when it returns, no async function (${name})`,
    );
    expect(unhandled).toEqual([]);
  });

  test.each(CALLBACKS)(
    'a generator function as a callback, of which nothing would run: %s',
    (_, name, call) => {
      const simulation = new Simulation();
      call(simulation, body as never);
      expect(message(() => simulation.run())).toBe(
        `callback: gave a generator, of which nothing has run, expected a plain function; process(name, function* () { … }) runs one (${name})`,
      );
    },
  );

  test('and so is anything else that is waited for as a promise is', () => {
    const simulation = new Simulation();
    // oxlint-disable-next-line unicorn/no-thenable
    const thenable: unknown = Object.fromEntries([['then', (done: () => void): void => done()]]);
    simulation.schedule(1, () => thenable as never);
    expect(message(() => simulation.run())).toContain('callback: gave a promise, expected');
  });

  test('while a callback may give anything else, which nobody reads', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    for (const given of [
      () => 5,
      () => [],
      () => ({}),
      () => null,
      () => crane.request(() => {}),
      () => crane,
    ])
      simulation.schedule(1, given as never);
    simulation.run();
    expect(simulation.executedEvents).toBe(7);
  });

  test('what hangs on the events of a run, or walks along a path of them', async () => {
    const simulation = new Simulation();
    simulation.schedule(1, () => {});
    simulation.onEvent = late as never;
    const errors: string[] = [];
    const unhandled = await unhandledAfter(() => {
      errors.push(message(() => simulation.run()));
      simulation.onEvent = undefined;
      errors.push(message(() => forEachSegment(simulation, 1, 'stop', late as never)));
    });
    const expected = 'gave a promise, expected one that is done when it returns, no async function';
    expect(errors).toEqual([`onEvent: ${expected}`, `visit: ${expected}`]);
    expect(unhandled).toEqual([]);
  });

  test('a promise that a process yields, or that its body gives', async () => {
    const simulation = new Simulation();
    const errors: string[] = [];
    simulation.process('p', function* () {
      yield late() as never;
    });
    const unhandled = await unhandledAfter(() => {
      errors.push(message(() => simulation.run()));
      errors.push(message(() => simulation.process('q', late as never)));
    });
    expect(errors).toEqual([
      'yielded a promise, expected days, an activity\'s lasting(days), or yield* of a wait such as signal.wait() or process.finished() (process "p", day 0)',
      'process "q": body gave a promise, expected a generator; write function* (day 0)',
    ]);
    expect(unhandled).toEqual([]);
  });
});

describe('a predicate answers true or false', () => {
  const answers: [string, unknown][] = [
    ['1', 1],
    ['0', 0],
    ['"no"', 'no'],
    ['undefined', undefined],
    ['null', null],
    ['an object', {}],
  ];
  test.each(answers)('and not %s', (written, answer) => {
    const simulation = new Simulation({ startTime: 2 });
    const predicate = (): boolean => answer as boolean;
    const dock = simulation.store<number>('dock');
    dock.put(1);
    simulation.process('p', function* () {
      yield* simulation.condition(predicate, 'eight racks');
    });
    simulation.process('q', function* () {
      yield* dock.take(predicate);
    });
    const wrong = `answered ${written}, expected true or false (day 2)`;
    expect(message(() => simulation.run({ until: predicate }))).toBe(`until: ${wrong}`);
    expect(message(() => simulation.run())).toContain(`condition "eight racks": ${wrong}`);
    expect(message(() => simulation.run())).toContain(`store "dock": predicate: ${wrong}`);
    const asked = (): unknown => dock.request(() => {}, 0, 0, 0, { predicate });
    expect(message(asked)).toBe(`store "dock": predicate: ${wrong}`);
  });

  test('nor a promise, of which nobody hears again', async () => {
    const simulation = new Simulation();
    const dock = simulation.store<number>('dock', { order: late as never });
    const errors: string[] = [];
    const unhandled = await unhandledAfter(() => {
      errors.push(message(() => simulation.run({ until: late as never })));
      dock.put(1);
      errors.push(message(() => dock.put(2)));
    });
    expect(errors).toEqual([
      'until: answered a promise, expected true or false (day 0)',
      'store "dock": order: a promise, expected a number below, at or above 0 (day 0)',
    ]);
    expect(unhandled).toEqual([]);
  });
});

describe('the body of a process', () => {
  test('that was called, and is a generator already, is refused with what to write', () => {
    const simulation = new Simulation();
    expect(message(() => simulation.process('pour', body() as never))).toBe(
      'process "pour": body a generator, expected the function that makes it; write process("pour", () => work(…)) for process("pour", work(…)) (day 0)',
    );
    simulation.process('p', function* () {
      yield body() as never;
    });
    expect(message(() => simulation.run())).toBe(
      'yielded a generator, expected yield* of it, or of a process that runs it (process "p", day 0)',
    );
  });

  test('is nothing else that has a next: a wait could not be stopped', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    expect(message(() => simulation.process('p', (() => crane.acquire()) as never))).toContain(
      'process "p": body gave resource "crane", expected a generator; write function*',
    );
  });
});

describe('what cannot work is refused at the call', () => {
  test('an async generator as the body of a process, which would never end', () => {
    const simulation = new Simulation();
    const body = async function* () {
      yield 1;
    };
    expect(() => {
      simulation.process('p', body as never);
      simulation.run();
    }).toThrow('process "p": body gave');
  });

  test('a step inside a callback, whether or not anything else is to come', () => {
    const simulation = new Simulation();
    simulation.schedule(1, () => void simulation.step());
    expect(() => simulation.run()).toThrow('step');
  });

  test.each([
    ['true and false', (a: number, b: number) => (a > b) as never],
    ['no number', () => NaN],
  ])('an order of a store that gives %s', (_, order) => {
    const simulation = new Simulation();
    const store = simulation.store<number>('s', { order });
    expect(() => {
      for (const item of [3, 1, 2]) store.put(item);
      simulation.run();
    }).toThrow(/store "s".*order: .*expected a number below, at or above 0/);
  });

  test('a capacity of a level that is no number, by name', () => {
    expect(() => new Simulation().level('l', { capacity: NaN })).toThrow('capacity NaN, expected a number');
  });
});

test('a predicate that resets what it is asked about is refused', () => {
  const simulation = new Simulation();
  let ran = 0;
  for (const time of [1, 2]) simulation.scheduleAt(time, () => void ran++);
  const until = (): boolean => {
    if (simulation.now === 1) simulation.reset();
    return false;
  };
  expect(message(() => simulation.run({ until }))).toMatch(
    /^until: reset: called in a predicate, expected between runs/,
  );
  expect(ran).toBe(1);
});
