import { posteriorEntries } from '../../../models/calibration/index.ts';
import { calibrateRollouts, type CalibrateOptions } from '../calibrate.ts';
import { coloursOf, printText, type Console } from './console.ts';
import { plainTable } from './plainTable.ts';
import { countText } from '../../wording/index.ts';

/** `gigaramp calibrate`: fits the model to dated rollouts and writes the posterior as a catalog file. */
export function calibrate(console: Console, options: CalibrateOptions): void {
  const { file, asOf, sites, out, calibration } = calibrateRollouts(options);
  const rows = posteriorEntries(calibration).map(({ name, value }) => [name, value]);
  printText(
    console,
    [
      coloursOf(console).bold(`${file} as of ${asOf}: ${countText(sites, 'site')}`),
      plainTable(
        [
          'entry',
          'fit, on the logarithm: posterior mean and standard deviation; the lognormals are maximum likelihood',
        ],
        rows,
      ),
      `Written: ${out}`,
    ].join('\n'),
  );
}
