import { describe, expect, it } from 'vitest';
import { drivingPath, Simulation } from '../../src/kernel/index.ts';
import type { Signal, Wait } from '../../src/kernel/index.ts';
import { normal, pert, quantile } from '../../src/random/index.ts';
import type { Distribution } from '../../src/random/index.ts';
import fixture from '../fixtures/schedule-networks.json' with { type: 'json' };
import { exponentialFrom, meanAndError, uniformFrom } from './support/uniform.ts';

const caseOf = (name: string): (typeof fixture.cases)[number] =>
  fixture.cases.find((each) => each.name === name)!;

const pertOf = ({ o, m, p }: { o: number; m: number; p: number }): Distribution => pert(o, m, p);

/** Within four standard errors of a known share; a certainty must be met exactly. */
function expectShare(found: number, share: number, count: number): void {
  const band = 4 * Math.sqrt((share * (1 - share)) / count);
  expect(Math.abs(found - share), `${found}, expected ${share}`).toBeLessThanOrEqual(band);
}

/** Activities by name, each with those that must be done before it. */
type Network = readonly (readonly [name: string, before: readonly string[]])[];

/** When each activity of a network began and ended. */
function simulateNetwork(
  simulation: Simulation,
  network: Network,
  daysOf: (name: string) => number,
): Map<string, { began: number; ended: number }> {
  const times = new Map<string, { began: number; ended: number }>();
  const done = new Map<string, Signal>(network.map(([name]) => [name, simulation.signal(name)]));
  const waitFor = (names: readonly string[]): Wait<unknown> =>
    simulation.allOf(names.map((each) => done.get(each)!.wait()));
  for (const [name, before] of network) {
    const work = simulation.activity(name);
    simulation.process(name, function* () {
      if (before.length > 0) yield* waitFor(before);
      const began = simulation.now;
      yield work.lasting(daysOf(name));
      times.set(name, { began, ended: simulation.now });
      done.get(name)!.fire();
    });
  }
  simulation.process('project', function* () {
    yield* waitFor(network.map(([name]) => name));
  });
  simulation.run();
  return times;
}

const criticalActivities = (simulation: Simulation): string[] =>
  drivingPath(simulation, simulation.currentEvent)
    .filter(({ from, to }) => to > from)
    .map(({ label }) => label);

describe('activity networks', () => {
  const { inputs: given, expected: results } = caseOf('hillier_lieberman_reliable_construction');
  const activities = given.activities as unknown as Record<
    string,
    { o: number; m: number; p: number; pred: string[] }
  >;
  const names = Object.keys(activities);
  const network: Network = names.map((name) => [name, activities[name].pred]);
  const expectedDays = (name: string): number => {
    const { o, m, p } = activities[name];
    return (o + 4 * m + p) / 6;
  };

  it('the Reliable Construction Co.: 44 weeks and critical path A B C E F J L N, as published', () => {
    const simulation = new Simulation();
    simulateNetwork(simulation, network, expectedDays);
    const published = results.published!;
    expect(simulation.now).toBeCloseTo(published.mean, 9);
    expect(criticalActivities(simulation)).toEqual(published.criticalPath);
    const path = drivingPath(simulation, simulation.currentEvent);
    expect(path.reduce((sum, { from, to }) => sum + to - from, 0)).toBeCloseTo(44, 9);
  });

  it('the Reliable Construction Co.: earliest and latest starts and the slack of each activity', () => {
    const earliest = simulateNetwork(new Simulation(), network, expectedDays);
    // Run backwards, an activity waits for those that come after it; it then ends as long before the end as it must begin.
    const backwards: Network = names.map((name) => [
      name,
      names.filter((other) => activities[other].pred.includes(name)),
    ]);
    const latest = simulateNetwork(new Simulation(), backwards, expectedDays);
    const recomputed = results.recomputed as unknown as Record<'ES' | 'LS' | 'slack', Record<string, number>>;
    for (const name of names) {
      const start = earliest.get(name)!.began;
      const latestStart = 44 - latest.get(name)!.ended;
      expect(start, `earliest start of ${name}`).toBeCloseTo(recomputed.ES[name], 9);
      expect(latestStart, `latest start of ${name}`).toBeCloseTo(recomputed.LS[name], 9);
      expect(latestStart - start, `slack of ${name}`).toBeCloseTo(recomputed.slack[name], 9);
    }
  });

  it('the Reliable Construction Co. with beta-PERT durations: mean, deadline and criticality of each activity', () => {
    const replications = 3000;
    const { mean, pDeadline, criticalityIndex } = results.monteCarloBetaPert!;
    const durations = new Map(names.map((name) => [name, pertOf(activities[name])]));
    const uniform = uniformFrom(44);
    const simulation = new Simulation();
    const lengths: number[] = [];
    const critical = new Map<string, number>(names.map((name) => [name, 0]));
    for (let replication = 0; replication < replications; replication++) {
      simulation.reset();
      simulateNetwork(simulation, network, (name) => quantile(durations.get(name)!, uniform()));
      lengths.push(simulation.now);
      for (const name of criticalActivities(simulation)) critical.set(name, critical.get(name)! + 1);
    }
    const found = meanAndError(lengths);
    expect(Math.abs(found.mean - mean)).toBeLessThanOrEqual(4 * found.error);
    const inTime = lengths.filter((length) => length <= given.deadline!).length;
    expectShare(inTime / replications, pDeadline, replications);
    for (const name of names) {
      expectShare(
        critical.get(name)! / replications,
        (criticalityIndex as Record<string, number>)[name],
        replications,
      );
    }
  });

  it('the later of two normal arrivals: mean and variance by Clark (1961), each binding half the time', () => {
    const { inputs, expected } = caseOf('clark_max_10_2_10_2_0');
    const replications = 20_000;
    const uniform = uniformFrom(1961);
    const simulation = new Simulation();
    const parts = [normal(inputs.mean1!, inputs.sd1!), normal(inputs.mean2!, inputs.sd2!)];
    const lengths: number[] = [];
    let first = 0;
    for (let replication = 0; replication < replications; replication++) {
      simulation.reset();
      const waits = parts.map((part, index) =>
        simulation.activity(`part ${index + 1}`).lasting(quantile(part, uniform())),
      );
      simulation.process('join', function* () {
        yield* simulation.allOf(waits);
      });
      simulation.run();
      lengths.push(simulation.now);
      if (criticalActivities(simulation)[0] === 'part 1') first++;
    }
    const { mean, error } = meanAndError(lengths);
    expect(Math.abs(mean - expected.mean!)).toBeLessThanOrEqual(4 * error);
    const spread = meanAndError(lengths.map((length) => (length - expected.mean!) ** 2));
    expect(Math.abs(spread.mean - expected.variance!)).toBeLessThanOrEqual(4 * spread.error);
    expectShare(first / replications, expected.P_first_critical!, replications);
  });

  for (const name of ['pert_wheatstone_exp1', 'pert_max_of_two_exp1']) {
    it(`${name}: mean and criticality of each arc, from driving paths`, () => {
      const { inputs, expected } = caseOf(name);
      const arcs = inputs.arcs!;
      const sink = inputs.sinkNode!;
      const lengths: number[] = [];
      const critical = arcs.map(() => 0);
      const draw = exponentialFrom(20261123);
      const simulation = new Simulation();
      const replications = 4000;
      for (let replication = 0; replication < replications; replication++) {
        simulation.reset();
        const nodes = new Map(arcs.flat().map((node) => [node, simulation.signal(`node ${node}`)]));
        const arrivals = arcs.map(() => simulation.signal('arc'));
        for (const [index, [from]] of arcs.entries()) {
          const work = simulation.activity(String(index));
          simulation.process('arc', function* () {
            if (from !== inputs.sourceNode) yield* nodes.get(from)!.wait();
            yield work.lasting(draw(1));
            arrivals[index].fire();
          });
        }
        for (const node of nodes.keys()) {
          const into = arcs.flatMap(([, to], index) => (to === node ? [arrivals[index].wait()] : []));
          if (into.length === 0) continue;
          simulation.process('node', function* () {
            yield* simulation.allOf(into);
            nodes.get(node)!.fire();
          });
        }
        simulation.run({ until: nodes.get(sink)! });
        lengths.push(simulation.now);
        for (const { label, from, to } of drivingPath(simulation, simulation.currentEvent)) {
          if (to > from) critical[Number(label)]++;
        }
      }
      const { mean, error } = meanAndError(lengths);
      expect(Math.abs(mean - expected.mean!)).toBeLessThanOrEqual(4 * error);
      for (const [index, share] of expected.arcCriticality!.entries()) {
        expectShare(critical[index] / replications, share, replications);
      }
    });
  }
});
