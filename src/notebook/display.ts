import { channel } from 'node:diagnostics_channel';
import { DISPLAYS } from './channels.ts';
import { plainText } from './plainText.ts';
import { shownOf } from './shownOf.ts';
import type { Displayable } from './shown.ts';

/**
 * Shows an answer, a chart, a table of results, a table of one's own or an SVG: as it is in a notebook, as text where
 * the script runs alone.
 *
 * @throws TypeError on anything else.
 * @example display(milestonesTable(records));
 */
export function display(displayed: Displayable): void {
  const shown = shownOf(displayed);
  const displays = channel(DISPLAYS);
  if (displays.hasSubscribers) displays.publish(shown);
  else console.log(plainText(shown));
}
