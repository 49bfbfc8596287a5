import { isCalendarDate } from '../../kernel/civilDate.ts';
import type { Source } from '../exchange.ts';
import { MOST_BLAMED, MOST_REPLICATIONS } from '../limits.ts';
import { packed, unpacked } from './packedText.ts';
import { FRESH, VIEWS, type PageState, type TypedSettings } from './pageState.ts';

/** Parts of a state that stand in a link as they are. */
const PLAIN = [
  'seed',
  'replications',
  'milestone',
  'view',
  'date',
  'site',
  'from',
  'to',
  'blame',
  'size',
  'spend',
] as const;

/**
 * A state as the part of an address after `#`; what is as it is on a fresh page is left out.
 *
 * @example await linkOf({ ...FRESH, settings: { 'deployment.crews': '2 crew' } }); // 'set=deployment.crews%3D2+crew'
 */
export async function linkOf(state: PageState): Promise<string> {
  const words = new URLSearchParams();
  const { source, settings, baseline, replication, costs } = state;
  if (source?.kind === 'shipped') words.set('scenario', source.name);
  if (source?.kind === 'own') {
    words.set('file', source.name);
    words.set('yaml', await packed(source.text));
    for (const [path, text] of Object.entries(source.bases ?? {})) {
      words.append('extends', path);
      words.append('extended', await packed(text));
    }
  }
  for (const pair of pairsOf(settings)) words.append('set', pair);
  if (baseline !== undefined) words.set('baseline', '');
  for (const pair of pairsOf(baseline ?? {})) words.append('base', pair);
  for (const name of PLAIN) {
    const value = state[name];
    if (value !== undefined && value !== FRESH[name]) words.set(name, String(value));
  }
  if (replication !== undefined) words.set('replication', String(replication));
  for (const [name, dollars] of Object.entries(costs)) words.append('cost', `${name}=${dollars}`);
  return words.toString();
}

/** Parts of a link that its state does not hold: damaged ones, and such as make no sense. */
export async function unheldParts(link: string, state: PageState): Promise<string[]> {
  const held = new URLSearchParams(await linkOf(state));
  return [...new URLSearchParams(link.replace(/^#/, ''))].flatMap(([name, value]) => {
    const isHeld =
      PASSING.has(name) || (PACKED.has(name) ? held.has(name) : held.getAll(name).includes(value));
    return isHeld || String(FRESH[name as keyof PageState]) === value ? [] : name;
  });
}

/** Parts that a text that was unpacked and packed again need not have by the letter. */
const PACKED: ReadonlySet<string> = new Set(['yaml', 'extended']);
/** Parts that name what is served beside the page. */
const PASSING: ReadonlySet<string> = new Set(['open', 'with']);

/** The state that a link holds; a part that makes no sense is as on a fresh page. */
export async function stateOf(link: string): Promise<PageState> {
  const words = new URLSearchParams(link.replace(/^#/, ''));
  const word = (name: string): string | undefined => words.get(name) || undefined;
  const replications = Number(word('replications') ?? FRESH.replications);
  const replication = Number(word('replication') ?? NaN);
  const [from, to] = [dateIn(word('from')), dateIn(word('to'))];
  const isPeriod = from !== undefined && to !== undefined && from < to;
  return {
    source: await sourceOf(words),
    settings: settingsOf(words.getAll('set')),
    baseline: words.has('baseline') ? settingsOf(words.getAll('base')) : undefined,
    seed: word('seed') ?? FRESH.seed,
    replications:
      Number.isSafeInteger(replications) && replications >= 1 && replications <= MOST_REPLICATIONS
        ? replications
        : FRESH.replications,
    milestone: word('milestone'),
    view: VIEWS.find((view) => view === word('view')) ?? FRESH.view,
    date: dateIn(word('date')),
    site: word('site'),
    replication: Number.isSafeInteger(replication) && replication >= 0 ? replication : undefined,
    from: isPeriod ? from : undefined,
    to: isPeriod ? to : undefined,
    blame: numberIn(word('blame'), { from: 2, to: MOST_BLAMED, isWhole: true }),
    size: numberIn(word('size'), { from: 0.001, to: 0.5 }),
    spend: numberIn(word('spend'), { from: 1, to: 1e15 }),
    costs: costsOf(words.getAll('cost')),
  };
}

function dateIn(word: string | undefined): string | undefined {
  return word !== undefined && isCalendarDate(word) ? word : undefined;
}

function numberIn(
  word: string | undefined,
  { from, to, isWhole = false }: { from: number; to: number; isWhole?: boolean },
): number | undefined {
  const value = Number(word ?? NaN);
  return value >= from && value <= to && (!isWhole || Number.isInteger(value)) ? value : undefined;
}

function costsOf(pairs: readonly string[]): PageState['costs'] {
  return Object.fromEntries(
    pairs.flatMap((pair) => {
      const at = pair.lastIndexOf('=');
      const dollars = numberIn(pair.slice(at + 1), { from: 1, to: 1e15 });
      return at < 1 || dollars === undefined ? [] : [[pair.slice(0, at), dollars]];
    }),
  );
}

async function sourceOf(words: URLSearchParams): Promise<Source | undefined> {
  const text = words.get('yaml');
  if (text !== null) {
    const read = await unpacked(text);
    if (read !== undefined) {
      const own = { kind: 'own' as const, name: words.get('file') || 'scenario.yaml', text: read };
      const bases = await basesOf(words);
      return Object.keys(bases).length === 0 ? own : { ...own, bases };
    }
  }
  const name = words.get('scenario');
  return name === null || name === '' ? undefined : { kind: 'shipped', name };
}

async function basesOf(words: URLSearchParams): Promise<Record<string, string>> {
  const texts = words.getAll('extended');
  const bases: Record<string, string> = {};
  for (const [place, path] of words.getAll('extends').entries()) {
    const text = await unpacked(texts[place] ?? '');
    if (text !== undefined) bases[path] = text;
  }
  return bases;
}

function pairsOf(settings: TypedSettings): string[] {
  return Object.entries(settings).map(([path, value]) => `${path}=${value}`);
}

function settingsOf(pairs: readonly string[]): TypedSettings {
  return Object.fromEntries(
    pairs.flatMap((pair) => {
      const at = pair.indexOf('=');
      return at < 1 ? [] : [[pair.slice(0, at), pair.slice(at + 1)]];
    }),
  );
}
