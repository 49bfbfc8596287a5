import CliTable from 'cli-table3';
import { relative } from 'node:path';
import type { Response } from '../../output/index.ts';
import type { Estimate } from '../../statistics/index.ts';
import type { RunResult } from '../runToFolder.ts';
import { percentWithInterval } from './percent.ts';

/** An estimate with its interval, in the unit of a response. */
export function estimateText({ kind }: Pick<Response, 'kind'>, estimate: Estimate): string {
  return kind === 'proportion' ? percentWithInterval(estimate) : numberWithInterval(estimate);
}

/** A number with its interval, rounded to what the interval allows one to see. */
export function numberWithInterval({ estimate, low, high }: Estimate): string {
  const width = low === undefined || high === undefined ? Math.abs(estimate ?? 0) / 100 : high - low;
  const digits = width > 0 ? Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(width)))) : 2;
  const text = (value: number | undefined): string => (value === undefined ? '…' : trimmed(value, digits));
  return `${text(estimate)} (${text(low)} to ${text(high)})`;
}

/** A table without frills, as all commands print it. */
export function plainTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = new CliTable({ head: [...head], style: { head: [], border: [], compact: true } });
  for (const row of rows) table.push([...row]);
  return table.toString();
}

/** The line that names the files of a run. */
export function filesLine<S>({ out, files }: RunResult<S>): string {
  const shown = relative('', out);
  return `Files in ${shown === '' ? '.' : shown}: ${files.map(({ name }) => name).join(', ')}, manifest.json, report.html`;
}

/** Replaces what JSON does not have by null. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'function' ? undefined : item), 2);
}

function trimmed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? '0' : text;
}
