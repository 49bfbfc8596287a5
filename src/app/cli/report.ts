import { Command } from '@commander-js/extra-typings';
import { relative } from 'node:path';
import { InputError } from '../../experiment/index.ts';
import { noteLine, printLine, type Console } from './console.ts';

/**
 * `gigaramp report`: the page of a results folder, written anew; what is wrong with the folder is said on stderr too.
 */
export function reportCommand({ console }: { console: Console }): Command {
  const command = new Command('report')
    .description('write the report of a results folder as one HTML page')
    .argument('<folder>', 'output folder of a run')
    .option('-o, --out <file>', 'page to write (default: report.html in the folder)')
    .option('--charts <folder>', 'also write every chart as SVG and PNG, for papers and slides')
    .action(async (folder, { out, charts }) => {
      if (out !== undefined && !/[^/\\]\.html$/.test(out)) {
        throw new InputError(`out: ${out}, expected a file name that ends in .html`);
      }
      // Charts and their document take long to load, and no other command needs them before its end.
      const { writeReport } = await import('../../report/index.ts');
      const { file, problems, chartFiles } = await writeReport({ folder, out, charts });
      if (problems.length > 0) {
        const further = problems.length === 1 ? '' : ` (and ${problems.length - 1} more, see the report)`;
        noteLine(console, `warning: ${problems[0]}${further}`);
      }
      for (const path of [file, ...chartFiles]) printLine(console, relative('', path));
    });
  return command as unknown as Command;
}
