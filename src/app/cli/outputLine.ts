import { causeTitle, inputTitle } from '../../answer/index.ts';
import { dateCell } from '../../output/index.ts';
import { numberText, unitText } from '../../plot/numberText.ts';
import { milestoneTitle, type Column, type Outputs } from '../../record/index.ts';
import { percent } from './percent.ts';

/**
 * An output of one replication as it is read aloud: what it is, and its value in its unit, or its date.
 *
 * @example outputLine(outputs, columnOfTarget, 412.3); // '100 % of the contract: 2026-12-20'
 */
export function outputLine(outputs: Outputs, column: Column, value: number): string {
  return `${nameOf(outputs, column)}: ${valueOf(outputs, column, value)}`;
}

/** Its title, else what its column says, in which keys of other things are called by their titles too. */
function nameOf({ columns, titles }: Outputs, column: Column): string {
  if (column.kind === 'milestone') return milestoneTitle(column);
  const { key, measure } = column;
  const milestone = columns.find(({ name }) => name === key?.milestone);
  // What is said of values that are infinite is said in the value itself.
  const text = column.description.replace(/; infinite when .*$/, '');
  return [
    [milestone?.name, milestone && milestoneTitle(milestone)],
    [key?.cause, key?.cause && causeTitle(key.cause, titles)],
    [measure, measure && inputTitle(measure, titles)],
  ].reduce<string>((said, [name, title]) => (name && title ? withTitle(said, name, title) : said), text);
}

function withTitle(text: string, name: string, title: string): string {
  const escaped = name.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
  return text.replace(new RegExp(String.raw`(?<![\w-])${escaped}(?![\w-])`), () => title);
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
