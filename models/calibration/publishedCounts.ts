/** A number of GPUs that a campus of the record was published or estimated to have in service on a day. */
export interface PublishedCount {
  /** Shipped scenario of the campus, and its name in the record. */
  readonly scenario: CaseName;
  readonly gpus: number;
  readonly date: string;
  readonly source: string;
  readonly confidence: 'high' | 'medium' | 'low';
}

/** The campuses of the record that have a scenario of their own. */
export const CASES = {
  'colossus-1': { site: 'Colossus 1', kind: 'conversion' },
  'stargate-abilene': { site: 'OpenAI Stargate Abilene', kind: 'greenfield' },
  'new-carlisle': { site: 'Anthropic-Amazon New Carlisle', kind: 'greenfield' },
} as const;

export type CaseName = keyof typeof CASES;

const EPOCH = 'Epoch AI, AI Data Centers, CC BY 4.0, Aug 2026';

/** What came, to score forecasts by and never to use as an input. */
export const PUBLISHED_COUNTS: readonly PublishedCount[] = [
  { scenario: 'colossus-1', gpus: 25_000, date: '2024-08-11', source: EPOCH, confidence: 'medium' },
  {
    scenario: 'colossus-1',
    gpus: 100_000,
    date: '2024-09-02',
    source: `benzinga.com 2024-09-02; ${EPOCH}`,
    confidence: 'high',
  },
  { scenario: 'stargate-abilene', gpus: 50_400, date: '2025-09-26', source: EPOCH, confidence: 'medium' },
  {
    scenario: 'stargate-abilene',
    gpus: 100_800,
    date: '2025-12-24',
    source: `${EPOCH}, two buildings of 50,400`,
    confidence: 'medium',
  },
  {
    scenario: 'stargate-abilene',
    gpus: 201_600,
    date: '2026-05-23',
    source: `${EPOCH}, four buildings of 50,400`,
    confidence: 'low',
  },
  { scenario: 'new-carlisle', gpus: 457_000, date: '2025-06-23', source: EPOCH, confidence: 'medium' },
  {
    scenario: 'new-carlisle',
    gpus: 500_000,
    date: '2025-10-17',
    source: `${EPOCH}, interview; cnbc 2025-10-29`,
    confidence: 'high',
  },
  { scenario: 'new-carlisle', gpus: 718_000, date: '2025-12-23', source: EPOCH, confidence: 'medium' },
  { scenario: 'new-carlisle', gpus: 1_000_000, date: '2026-03-23', source: EPOCH, confidence: 'medium' },
];
