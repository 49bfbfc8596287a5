import { countText } from '../wording/index.ts';
import { resultChunks } from '../experiment/index.ts';
import { plainText } from '../output/index.ts';
import type { CsvRows } from './csvRows.ts';

/** Some columns of a CSV file: `rows` hold these alone, `head` every name. */
export interface CsvColumns extends CsvRows {
  /** Names of the columns of `rows`. */
  readonly names: readonly string[];
}

const [COMMA, QUOTE, LINE, RETURN] = [44, 34, 10, 13];
const BYTE_ORDER_MARK = Buffer.from('\ufeff');

/** What is longer is no row but a quote that never closes. */
const LONGEST_ROW_BYTES = 8 << 20;

/** A text that most rows share, such as a date, is kept once. */
const MOST_SHARED_TEXTS = 20_000;

/**
 * Reads some columns of a CSV file, up to the first row that is not whole, without ever holding the others: `runs.csv`
 * has hundreds of columns and as many rows as there are replications.
 *
 * @param chosen which columns, by the head of the file
 */
export function csvColumns(
  path: string,
  chosen: (head: readonly string[]) => ReadonlySet<string>,
): CsvColumns {
  const shared = new Map<string, string>();
  let head: readonly string[] | undefined;
  let kept: readonly number[] = [];
  const rows: string[][] = [];
  const found = (problem?: string): CsvColumns => ({
    head: head ?? [],
    names: kept.map((index) => head![index]!),
    rows,
    ...(problem === undefined ? {} : { problem }),
  });
  let rest = Buffer.alloc(0);
  for (const chunk of resultChunks(path)) {
    const bytes = Buffer.concat([rest, chunk]);
    let from = head === undefined && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    for (;;) {
      const row = rowAt(bytes, from);
      if (row === undefined) break;
      const { ends } = row;
      const cells = (index: number): string =>
        cellText(bytes, index === 0 ? from : ends[index - 1]! + 1, ends[index]!, shared);
      if (head === undefined) {
        head = ends.map((_, index) => cells(index));
        const wanted = chosen(head);
        kept = head.flatMap((name, index) => (wanted.has(name) ? [index] : []));
      } else if (ends.length === head.length) {
        rows.push(kept.map(cells));
      } else {
        const said = countText(ends.length, 'cell');
        return found(`row ${rows.length + 1} has ${said}, expected ${head.length}`);
      }
      from = row.next;
    }
    rest = Buffer.from(bytes.subarray(from));
    if (rest.length > LONGEST_ROW_BYTES) break;
  }
  if (rest.includes(QUOTE) && rowAt(Buffer.concat([rest, Buffer.from('\n')]), 0) === undefined)
    return found(`row ${rows.length + 1} has a quote that does not close`);
  if (rest.length > 0) return found('its last line has no end');
  return head === undefined ? found('it is empty') : found();
}

/** Where the cells of a row end, and where the next row begins; nothing where the bytes end before it does. */
function rowAt(bytes: Buffer, from: number): { ends: number[]; next: number } | undefined {
  const ends: number[] = [];
  let isQuoted = false;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!;
    // A quote within a quoted cell is written twice, which closes and opens it again.
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (byte === COMMA) ends.push(at);
    else if (byte === LINE) {
      ends.push(at > from && bytes[at - 1] === RETURN ? at - 1 : at);
      return { ends, next: at + 1 };
    }
  }
  return undefined;
}

function cellText(bytes: Buffer, from: number, end: number, shared: Map<string, string>): string {
  const isQuoted = bytes[from] === QUOTE && bytes[end - 1] === QUOTE && end - from >= 2;
  const text = isQuoted
    ? bytes.toString('utf8', from + 1, end - 1).replaceAll('""', '"')
    : bytes.toString('utf8', from, end);
  const plain = plainText(text);
  const same = shared.get(plain);
  if (same !== undefined) return same;
  if (shared.size < MOST_SHARED_TEXTS) shared.set(plain, plain);
  return plain;
}
