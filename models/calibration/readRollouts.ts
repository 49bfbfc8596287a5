import { epochDay, isCalendarDate } from '../../src/kernel/index.ts';
import { ScenarioError, type Issue } from '../../src/scenario/index.ts';
import { csvLines, type CsvLine } from './csvLines.ts';
import { KINDS, type SiteKind, type SiteOfRecord, type Step } from './siteOfRecord.ts';

const REQUIRED = [
  'site',
  'owner',
  'country',
  'date',
  'buildings_operational',
  'facility_mw',
  'it_mw',
  'h100_equivalents',
] as const;
/** Of the project's own table, which may open with lines of comment. */
const RECORD = ['site', 'owner', 'kind', 'date', 'facility_mw'] as const;
const OPTIONAL = ['kind', 'announced_date'] as const;
const NUMBERS = ['buildings_operational', 'facility_mw', 'it_mw', 'h100_equivalents'] as const;

type ColumnName = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];

/** A row that is well formed. */
interface Row {
  readonly line: number;
  readonly site: string;
  readonly owner: string;
  readonly kind: SiteKind | '';
  readonly date: string;
  readonly megawatts: number;
  readonly announced: string;
}

/** The dated rollouts of a file. */
export interface Rollouts {
  /** What is known on this day, and nothing later. */
  readonly asOf: string;
  readonly sites: readonly SiteOfRecord[];
}

/**
 * Reads dated rollouts: a row a site and date, the first of a site being its start, in MW of the facility.
 *
 * Columns `site, owner, country, date, buildings_operational, facility_mw, it_mw, h100_equivalents`, and optional
 * `kind` (greenfield, or conversion) and `announced_date`. What was seen after the as-of date is left out, and so are
 * sites that began later.
 *
 * @throws ScenarioError with every problem of the file and its line.
 * @example readRollouts(text, { file: 'rollouts.csv', asOf: '2026-08-09' })
 */
export function readRollouts(text: string, options: { file: string; asOf?: string | undefined }): Rollouts {
  return readSites(text, { ...options, required: REQUIRED });
}

/** Reads the project's own table of the record, by the same rules: columns `site, owner, kind, date, facility_mw`. */
export function readRecord(text: string, options: { file: string; asOf?: string | undefined }): Rollouts {
  // Comments leave their lines, so that errors name the right one.
  return readSites(text.replaceAll(/^#.*$/gm, ''), { ...options, required: RECORD });
}

function readSites(
  text: string,
  { file, asOf, required }: { file: string; asOf?: string | undefined; required: readonly ColumnName[] },
): Rollouts {
  const issues: Issue[] = [];
  const refuse = (line: number, message: string): void => {
    issues.push({ file, line, column: 1, path: '', message });
  };
  const [head, ...lines] = csvLines(text);
  const places = columnsOf(head, required, refuse);
  if (issues.length === 0 && lines.length === 0) refuse(1, 'no rows, expected a row for each site and date');
  const rows =
    issues.length > 0
      ? []
      : lines.flatMap((line) => rowOf(line, { places, width: head!.cells.length, refuse }) ?? []);
  const groups = groupsOf(rows, refuse);
  if (issues.length > 0) throw new ScenarioError(issues);
  const last = rows.reduce((latest, { date }) => (date > latest ? date : latest), '');
  const until = asOf ?? last;
  const sites = groups.flatMap((group) => siteOf(group, until) ?? []);
  return { asOf: until, sites };
}

type Refuse = (line: number, message: string) => void;
type Places = ReadonlyMap<ColumnName, number>;

function columnsOf(head: CsvLine | undefined, required: readonly ColumnName[], refuse: Refuse): Places {
  const places = new Map<ColumnName, number>();
  if (head === undefined) {
    refuse(1, `empty file, expected the columns ${required.join(',')}`);
    return places;
  }
  for (const name of new Set([...required, ...OPTIONAL])) {
    const at = head.cells.indexOf(name);
    if (at >= 0) places.set(name, at);
    if (at >= 0 && head.cells.includes(name, at + 1))
      refuse(head.line, `column ${name}: twice, expected once`);
  }
  const missing = required.filter((name) => !places.has(name));
  if (missing.length > 0)
    refuse(
      head.line,
      `${missing.length === 1 ? 'column' : 'columns'} ${missing.join(', ')}: missing, expected ${required.join(',')}, separated by commas`,
    );
  return places;
}

function rowOf(
  { line, cells }: CsvLine,
  { places, width, refuse }: { places: Places; width: number; refuse: Refuse },
): Row | undefined {
  if (cells.length !== width) {
    refuse(line, `${cells.length} cells, expected ${width} as in the head`);
    return undefined;
  }
  const cell = (name: ColumnName): string => (places.has(name) ? cells[places.get(name)!]! : '');
  let isWhole = true;
  const expected = (holds: boolean, message: string): void => {
    if (holds) return;
    refuse(line, message);
    isWhole = false;
  };
  const [site, date, kind, announced] = [cell('site'), cell('date'), cell('kind'), cell('announced_date')];
  expected(site !== '', 'site: empty, expected a name');
  expected(isDated(date), `date: "${date}", expected a date such as 2026-08-01`);
  expected(
    kind === '' || (KINDS as readonly string[]).includes(kind),
    `kind: "${kind}", expected ${KINDS.join(' or ')}`,
  );
  expected(
    announced === '' || isDated(announced),
    `announced_date: "${announced}", expected a date such as 2026-08-01`,
  );
  for (const name of NUMBERS) {
    const written = cell(name);
    // Only power is read; the other counts may be unknown.
    const isKnown = written !== '' || name === 'facility_mw';
    const number = written === '' ? Number.NaN : Number(written);
    expected(
      !isKnown || (Number.isFinite(number) && number >= 0),
      `${name}: "${written}", expected a number from 0`,
    );
  }
  if (!isWhole) return undefined;
  return {
    line,
    site,
    owner: cell('owner'),
    kind: kind as SiteKind | '',
    date,
    megawatts: Number(cell('facility_mw')),
    announced,
  };
}

/** A date of a time in which there are such campuses: others are slips of the pen. */
function isDated(text: string): boolean {
  return isCalendarDate(text) && text >= '1990-01-01' && text < '2100-01-01';
}

/** Rows site by site, which have to be together and in the order of their dates. */
function groupsOf(rows: readonly Row[], refuse: Refuse): Row[][] {
  const groups = new Map<string, Row[]>();
  let before: Row | undefined;
  for (const row of rows) {
    const group = groups.get(row.site);
    if (group === undefined) groups.set(row.site, [row]);
    else {
      const previous = group.at(-1)!;
      const twin = group.find(({ date }) => date === row.date);
      if (twin !== undefined)
        refuse(
          row.line,
          `${row.site}: second row of ${row.date}, expected one (the first is in line ${twin.line})`,
        );
      else if (before!.site !== row.site)
        refuse(row.line, `${row.site}: row apart from its others, expected it after line ${previous.line}`);
      else if (row.date < previous.date)
        refuse(row.line, `${row.site}: ${row.date} after ${previous.date}, expected dates that rise`);
      // The first row is what is known of a site on its first day.
      if (row.kind !== '' && row.kind !== group[0]!.kind)
        refuse(
          row.line,
          `${row.site}: kind "${row.kind}", expected "${group[0]!.kind}" as in line ${group[0]!.line}`,
        );
      group.push(row);
    }
    before = row;
  }
  return [...groups.values()];
}

function siteOf(rows: readonly Row[], asOf: string): SiteOfRecord | undefined {
  const known = rows.filter(({ date }) => date <= asOf);
  const [first, ...later] = known;
  if (first === undefined) return undefined;
  const dayOf = (date: string): number => epochDay(date) - epochDay(first.date);
  const steps: Step[] = [];
  let highest = first.megawatts;
  for (const { date, megawatts } of later) {
    // What falls, or comes back after a fall, is no step.
    if (megawatts <= highest) continue;
    steps.push({ date, day: dayOf(date), megawatts, added: megawatts - highest });
    highest = megawatts;
  }
  return {
    name: first.site,
    owner: first.owner,
    kind: first.kind === '' ? 'greenfield' : first.kind,
    isKindStated: first.kind !== '',
    start: first.date,
    seenDays: dayOf(asOf),
    // What was announced for the first day itself, or before, is no forecast.
    announcedDays: first.announced > first.date ? dayOf(first.announced) : undefined,
    hasFirstBlock: first.megawatts === 0,
    steps,
  };
}
