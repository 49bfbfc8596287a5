import { scoreFolder, type ActualDate, type MilestoneScore } from '../scoreFolder.ts';
import { coloursOf, printLine, printText, type Console } from './console.ts';
import { numberWithInterval } from './estimateText.ts';
import { percentWithInterval } from './percent.ts';
import { plainTable } from './plainTable.ts';

/** `gigaramp score`: how the forecast of an earlier run did. */
export async function score(
  console: Console,
  folder: string,
  { actual = [], json = false }: { actual?: readonly ActualDate[] | undefined; json?: boolean | undefined },
): Promise<void> {
  const scores = await scoreFolder(folder, actual);
  if (json) printLine(console, scoresJson(folder, scores));
  else printText(console, scoresText(folder, scores, console));
}

function scoresJson(folder: string, scores: readonly MilestoneScore[]): string {
  return JSON.stringify(
    {
      folder,
      scores: scores.map(
        ({ point, milestone, date, replications, beyondHorizon, horizon, pit, crpsDays }) => ({
          point,
          milestone,
          actual: date,
          replications,
          beyond_horizon: beyondHorizon,
          horizon,
          pit: pit.estimate,
          pit_low: pit.low,
          pit_high: pit.high,
          crps_days: crpsDays.estimate,
          crps_days_low: crpsDays.low,
          crps_days_high: crpsDays.high,
        }),
      ),
    },
    (_key, value: unknown) => (value === undefined ? null : value),
    2,
  );
}

function scoresText(folder: string, scores: readonly MilestoneScore[], console: Console): string {
  return [
    coloursOf(console).bold(`${folder}: the forecast against what came`),
    plainTable(
      [
        'point',
        'milestone',
        'came',
        'part of the forecast by then',
        'error of the forecast (CRPS), days',
        'beyond the horizon',
      ],
      scores.map(({ point, title, date, pit, crpsDays, beyondHorizon, replications }) => [
        point,
        title,
        date,
        percentWithInterval(pit),
        numberWithInterval(crpsDays, 'day'),
        `${beyondHorizon} of ${replications}`,
      ]),
    ),
    'In brackets 95 % intervals: sampling error of the run. One milestone says little; keep score of many.',
    'What lies beyond the horizon counts as on it, for forecast and outcome alike.',
  ].join('\n');
}
