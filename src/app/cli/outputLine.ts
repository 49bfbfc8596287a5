import { causeTitle, inputTitle } from '../../answer/index.ts';
import { dateCell } from '../../output/index.ts';
import { numberText } from '../../plot/numberText.ts';
import { unitText } from '../../wording/unitText.ts';
import { columnText, milestoneTitle, type Column, type Outputs } from '../../record/index.ts';
import { percent } from './percent.ts';

/**
 * An output of one replication as it is read aloud: what it is, and its value in its unit, or its date.
 *
 * @example outputLine(outputs, columnOfTarget, 412.3); // '100 % of the contract: 2026-12-20'
 */
export function outputLine(outputs: Outputs, column: Column, value: number): string {
  return `${nameOf(outputs, column)}: ${valueOf(outputs, column, value)}`;
}

/** Its title, else what its column says, in which all that it is about is called by its title. */
function nameOf({ columns, titles }: Outputs, column: Column): string {
  if (column.kind === 'milestone') return milestoneTitle(column);
  return columnText(column, (what, name) => {
    if (what === 'cause') return causeTitle(name, titles);
    if (what === 'measure') return inputTitle(name, titles);
    const milestone = what === 'milestone' ? columns.find((one) => one.name === name) : undefined;
    return milestone === undefined ? name : milestoneTitle(milestone);
  });
}

function valueOf({ startDate }: Outputs, { kind, unit, role, observation }: Column, value: number): string {
  if (Number.isNaN(value)) return 'none';
  if (!Number.isFinite(value)) return 'not by the horizon';
  if (kind === 'milestone' || role === 'stage' || observation?.isDay === true)
    return dateCell(startDate, value)!;
  if (role === 'drag bound') return String(value);
  if (unit === 'share' || unit === 'fraction') return percent(value);
  if (unit === '$') return `$${Math.round(value).toLocaleString('en-US')}`;
  const number =
    unit === 'day' ? numberText(value, unit) : value.toLocaleString('en-US', { maximumSignificantDigits: 6 });
  if (unit === 'ratio') return number;
  const plural =
    number !== '1' && /(?:day|slot|event)$/.test(unit) && unit !== 'day' ? `${unit}s` : undefined;
  return `${number} ${plural ?? unitText(unit, number === '1')}`.trimEnd();
}
