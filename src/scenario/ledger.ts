export type Basis = 'fact' | 'recalled' | 'derived' | 'assumption' | 'choice';
export type Confidence = 'high' | 'medium' | 'low';
export type Role = 'input' | 'check' | 'correction';

export const BASES: readonly Basis[] = ['fact', 'recalled', 'derived', 'assumption', 'choice'];
export const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low'];
export const ROLES: readonly Role[] = ['input', 'check', 'correction'];

/** One input of a scenario and what it rests on. */
export interface LedgerRow {
  /** `sites.dedicated-1.power.firm`: items of named lists by name, as in settings. */
  readonly path: string;
  /** The text as written. */
  readonly value: string;
  /** The unit as written; empty for a pure number. */
  readonly unit: string;
  readonly source: string;
  readonly asOf: string;
  readonly confidence: Confidence | '';
  readonly basis: Basis;
  readonly role: Role;
  /** `power.transformer-lead-time-2026`; empty for a value that is in no catalog. */
  readonly catalogId: string;
  /** True when it took the place of a catalog value or an inherited value. */
  readonly overridden: boolean;
  readonly note: string;
}

/** A row as a block knows it; the loader adds path and overridden. */
export type LedgerEntry = Omit<LedgerRow, 'path' | 'overridden'>;
