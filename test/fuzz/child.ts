// One of the processes that try mutants: it gets them one by one and answers what became of each.
import { attempt } from './attempt.ts';
import { mutant } from './mutant.ts';

process.on('message', ({ seed, index }: { seed: string; index: number }) => {
  const tried = mutant(seed, index);
  process.send!({ index, change: tried.change, file: tried.file, outcome: attempt(tried) });
});
process.on('disconnect', () => process.exit());
process.send!('ready');
