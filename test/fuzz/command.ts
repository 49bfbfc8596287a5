// `npm run fuzz -- [--count 100000] [--seed 1] [--from 0] [--processes 2]`: tries mutants of the shipped scenarios and of test/fuzz/bases.
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    processes: { type: 'string', default: '2' },
  },
});
let told = 0;
const result = await fuzz({
  seed: values.seed,
  count: Number(values.count),
  from: Number(values.from),
  processes: Number(values.processes),
  onProgress(done, findings) {
    for (const { index, file, change, what } of findings.slice(told))
      console.log(`${index} ${file.replace(/^.*\//, '')}: ${change.slice(0, 200)}\n    ${what}`);
    told = findings.length;
    if (done % 1000 === 0) console.error(`${done} of ${values.count}, ${told} findings`);
  },
});
console.log(`${result.ran} ran, ${result.refused} refused, ${result.findings.length} findings`);
process.exitCode = result.findings.length === 0 ? 0 : 1;
