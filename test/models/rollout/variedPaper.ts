import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { rolloutRecord } from '../../../models/rollout/record.ts';
import type { RolloutRun } from '../../../models/rollout/index.ts';
import { replication } from './assertInvariants.ts';
import { scenarioOf } from './randomScenario.ts';

interface PaperTree extends Record<string, unknown> {
  deployment: Record<string, unknown>;
  policies: Record<string, unknown>;
  provider: Record<string, unknown>;
  sites: Record<string, unknown>[];
}

const FILE = new URL('../../../models/scenarios/paper-and-pencil.yaml', import.meta.url);

/** The hand-solved scenario as a tree, changed in place. */
export function paperTree(change: (tree: PaperTree) => void = () => {}): PaperTree {
  const tree = parse(readFileSync(FILE, 'utf8')) as PaperTree;
  change(tree);
  return tree;
}

/** The hand-solved rollout with a change, and its record. */
export function variedPaper(change: (tree: PaperTree) => void): {
  run: RolloutRun;
  record: Record<string, number & Float64Array>;
  /** Days on which the racks of a lot came into service, first lot 1, each with how many racks. */
  inService: (lot: number) => [number, number][];
} {
  const run = replication(scenarioOf(paperTree(change)), 0);
  const { racks } = run.floor.fleet;
  const inService = (lot: number): [number, number][] => {
    const days = new Map<number, number>();
    for (let rack = 0; rack < racks.count; rack++) {
      if (racks.lot[rack] !== lot - 1) continue;
      const day = racks.inServiceAt[rack]!;
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    return [...days].sort(([a], [b]) => a - b);
  };
  return { run, record: rolloutRecord(run) as Record<string, number & Float64Array>, inService };
}
