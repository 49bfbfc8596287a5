import type { Experiment } from './experiment.ts';
import { givenRecords } from './given.ts';
import { pointRecords, pointsNamed, segmentsOf } from '../record/records.ts';
import { uncovered, type Range, type RecordStore } from '../record/index.ts';

interface MemoryBlock extends Range {
  readonly packed: Float64Array;
}

/** Keeps records in memory: for small experiments in a script, and for tests. */
export function memoryStore<S>(experiment: Experiment<S>): RecordStore {
  const blocks = new Map<string, MemoryBlock[]>(experiment.points.map((point) => [point.name, []]));
  const widths = new Map(experiment.points.map((point) => [point.name, point.layout.width]));
  return {
    missing(point, replications) {
      return uncovered(blocks.get(point) ?? [], replications);
    },
    write(point, from, packed) {
      const rows = packed.length / (widths.get(point) ?? 1);
      blocks.get(point)?.push({ from, to: from + rows, packed });
    },
    records(replications, names) {
      const points = pointsNamed(experiment.points, names).map((point) => {
        const segments = segmentsOf(blocks.get(point.name) ?? [], replications, point.name);
        const { fields, width: recordWidth } = point.layout;
        return pointRecords(point, segments, replications, ({ block, from, to }, index, target) => {
          const { offset, width } = fields[index];
          for (let replication = from; replication < to; replication++) {
            const start = (replication - block.from) * recordWidth + offset;
            target.set(block.packed.subarray(start, start + width), (replication - from) * width);
          }
        });
      });
      return givenRecords(points, replications, experiment.given);
    },
  };
}
