import { describe, expect, it } from 'vitest';
import { drivingPath, Simulation } from '../../src/kernel/index.ts';
import type { Signal } from '../../src/kernel/index.ts';
import fixture from '../fixtures/schedule-networks.json' with { type: 'json' };
import { exponentialFrom, meanAndError } from './support/uniform.ts';

const caseOf = (name: string): (typeof fixture.cases)[number] =>
  fixture.cases.find((each) => each.name === name)!;

describe('activity networks', () => {
  it('the Reliable Construction Co.: 44 weeks and critical path A B C E F J L N, as published', () => {
    const { inputs, expected } = caseOf('hillier_lieberman_reliable_construction');
    const activities = Object.entries(
      inputs.activities as unknown as Record<string, { o: number; m: number; p: number; pred: string[] }>,
    );
    const simulation = new Simulation();
    const done = new Map<string, Signal>(activities.map(([name]) => [name, simulation.signal(name)]));
    for (const [name, { o, m, p, pred }] of activities) {
      const work = simulation.activity(name);
      simulation.process(name, function* () {
        if (pred.length > 0) yield* simulation.allOf(pred.map((each) => done.get(each)!.wait()));
        yield work.lasting((o + 4 * m + p) / 6);
        done.get(name)!.fire();
      });
    }
    simulation.process('project', function* () {
      yield* simulation.allOf(activities.map(([name]) => done.get(name)!.wait()));
    });
    simulation.run();
    const published = expected.published!;
    expect(simulation.now).toBeCloseTo(published.mean, 9);
    const path = drivingPath(simulation, simulation.currentEvent).filter(({ from, to }) => to > from);
    expect(path.map(({ label }) => label)).toEqual(published.criticalPath);
    expect(path.reduce((sum, { from, to }) => sum + to - from, 0)).toBeCloseTo(44, 9);
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
        const band = 4 * Math.sqrt((share * (1 - share)) / replications);
        expect(Math.abs(critical[index] / replications - share)).toBeLessThanOrEqual(band);
      }
    });
  }
});
