import { countText, roundedText } from '../../../src/wording/index.ts';
import type { FlowSite } from '../capacity/flowSite.ts';
import { daysText, percentText, rangeText } from './rangeText.ts';

/** The halls of a provider that is not modelled site by site: megawatts, how late they may come, time to install. */
export function flowText({
  provider,
  from,
  initial = 0,
  added,
  growth,
  slip,
  installTime,
  crews,
}: FlowSite): string {
  const growing = growth === undefined ? '' : `, ${percentText(growth)} more each year`;
  const later = added.length > 1 ? ' in the end' : '';
  return [
    `halls of ${provider} as a flow: ${rangeText(added.at(-1)!.value)} MW a year${later}${growing}, from ${from}`,
    ...(initial > 0 ? [`${roundedText(initial)} MW at first`] : []),
    ...(slip === undefined ? [] : [`all of it ${rangeText(slip, { text: daysText })} later`]),
    ...(installTime === undefined
      ? []
      : [`a rack is installed in ${rangeText(installTime, { text: daysText })}`]),
    ...(crews === undefined ? [] : [`${countText(crews, 'crew')} install racks`]),
  ].join('; ');
}
