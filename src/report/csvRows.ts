import { countText } from '../wording/index.ts';
import { parseString } from 'fast-csv';
import { plainText } from '../output/index.ts';

/** What a CSV text holds: its head, its whole rows, and what is wrong with it, if something is. */
export interface CsvRows {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** In words, such as `row 17 has 3 cells, expected 166`. */
  readonly problem?: string;
}

/** Reads a CSV text up to the first row that is not whole. */
export async function csvRows(text: string): Promise<CsvRows> {
  const all: string[][] = [];
  const broken = await new Promise<string | undefined>((resolve) => {
    parseString<string[], string[]>(text, { headers: false })
      .on('error', (error) => resolve(error.message.split('\n')[0]!.trim()))
      .on('data', (row: string[]) => all.push(row.map(plainText)))
      .on('end', () => resolve(undefined));
  });
  const [head = [], ...rows] = all;
  const short = rows.findIndex((row) => row.length !== head.length);
  if (short >= 0) {
    const cells = countText(rows[short]!.length, 'cell');
    return {
      head,
      rows: rows.slice(0, short),
      problem: `row ${short + 1} has ${cells}, expected ${head.length}`,
    };
  }
  if (broken !== undefined) return { head, rows, problem: broken };
  if (head.length === 0) return { head, rows, problem: 'it is empty' };
  // The last number of a file that was cut off may look whole.
  if (!text.endsWith('\n')) return { head, rows: rows.slice(0, -1), problem: 'its last line has no end' };
  return { head, rows };
}
