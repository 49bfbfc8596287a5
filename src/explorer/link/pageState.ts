import type { Source } from '../exchange.ts';

/** The views of the page, in the order of their tabs. */
export const VIEWS = ['readiness', 'fan', 'sites', 'binding', 'spend', 'ledger'] as const;

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
};
