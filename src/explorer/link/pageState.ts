import type { Source } from '../exchange.ts';

/** The views of the page, in the order of their tabs. */
export const VIEWS = ['readiness', 'fan', 'sites', 'binding', 'blame', 'tenants', 'spend', 'ledger'] as const;

/** One view of the page. */
export type View = (typeof VIEWS)[number];

/** Dotted path → value as it is typed. */
export type TypedSettings = Readonly<Record<string, string>>;

/** All that decides what the page shows: a link holds it. */
export interface PageState {
  /** Nothing: the scenario that the command line runs when none is named. */
  readonly source: Source | undefined;
  readonly settings: TypedSettings;
  readonly baseline: TypedSettings | undefined;
  readonly seed: string;
  readonly replications: number;
  readonly milestone: string | undefined;
  readonly view: View;
  /** ISO date that is read in every chart; nothing: the target date, else the horizon. */
  readonly date: string | undefined;
  /** The one site that is shown; nothing: all. */
  readonly site: string | undefined;
  /** The replication whose driving path is told. */
  readonly replication: number | undefined;
  /** The period that the sites are looked at closely, ISO dates; nothing: the whole. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Replications of each combination of causes by which blame is shared out; nothing: it is not. */
  readonly blame: number | undefined;
  /** Part of itself by which a step changes its constraint; nothing: the usual one. */
  readonly size: number | undefined;
  /** Dollars for which each step of stated cost is made. */
  readonly spend: number | undefined;
  /** Stated costs of steps, $, by name. */
  readonly costs: Readonly<Record<string, number>>;
}

/** What may change without a blame that was shared out being of something else. */
const OF_THE_VIEW = new Set<keyof PageState>(
  'view date site replication from to blame size spend costs'.split(' ') as (keyof PageState)[],
);

/** A state with a part of it changed; blame is of one question alone, and goes when another is asked. */
export function changedState(state: PageState, part: Partial<PageState>): PageState {
  const isOther = Object.keys(part).some((name) => !OF_THE_VIEW.has(name as keyof PageState));
  return { ...state, ...(isOther ? { blame: undefined } : {}), ...part };
}

/** The page before anybody touches it. */
export const FRESH: PageState = {
  source: undefined,
  settings: {},
  baseline: undefined,
  seed: '1',
  replications: 1000,
  milestone: undefined,
  view: 'readiness',
  date: undefined,
  site: undefined,
  replication: undefined,
  from: undefined,
  to: undefined,
  blame: undefined,
  size: undefined,
  spend: undefined,
  costs: {},
};
