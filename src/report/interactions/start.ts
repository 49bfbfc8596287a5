import { chooseMilestone } from './chooseMilestone.ts';
import { filterSites } from './filterSites.ts';
import { readChart } from './readChart.ts';
import type { MilestoneDays, Reading } from './reading.ts';
import { sortLedger } from './sortLedger.ts';

/** What a report does beyond being read: it reads what is in the page already, and without it nothing is missing. */
function startReport(): void {
  for (const data of document.querySelectorAll('script[data-reading]')) {
    const figure = data.closest('figure')!;
    const reading = JSON.parse(data.textContent) as Reading;
    readChart(figure, reading);
    filterSites(figure, reading);
  }
  for (const data of document.querySelectorAll('script[data-milestones]'))
    chooseMilestone(
      data.previousElementSibling as HTMLElement,
      JSON.parse(data.textContent) as MilestoneDays,
    );
  for (const table of document.querySelectorAll<HTMLTableElement>('.ledger table')) sortLedger(table);
}

startReport();
