import { paragraph, type Section } from './section.ts';

/** What the intervals say and what they do not. */
export function readingSection(): Section {
  return {
    id: 'reading',
    title: 'How to read the numbers',
    parts: [
      paragraph(
        'A run in the charts is one replication. Every estimate stands with its 95 % interval. The interval is the sampling error of the simulation: where the number would lie if the same scenario were run with infinitely many replications. More replications make it narrower; where its ends are equal, all replications or nearly all agree.',
      ),
      paragraph(
        'It does not include uncertainty in the assumptions. A narrow interval around a wrong assumption is precise and wrong. How much an assumption matters shows where the runs are told apart by what an input was, and in the ledger, where each input has its source.',
      ),
      paragraph(
        'P10, P50 and P90 are dates by which 10, 50 and 90 % of the replications are there. “Later” is after the horizon of the simulation; “…” means that a sample of this size gives no such bound, or that the bound lies before the as-of date. A date means the end of that day.',
      ),
    ],
  };
}
