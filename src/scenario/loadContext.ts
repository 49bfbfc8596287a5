import type { Catalog } from './catalog.ts';
import type { Issue } from './issue.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Origin } from './treeNode.ts';

/** What blocks need while a scenario is read; travels in zod's own parse context, so that no state lies in a module. */
export interface LoadContext {
  readonly catalog?: Catalog | undefined;
  /** True in the pass that gathers the ledger: blocks then report their row as an issue that is no error. */
  readonly gather: boolean;
  /** Called with each room of the catalog that was asked. */
  readonly asked?: ((room: string) => void) | undefined;
}

/** What an issue of a block carries beside its message. */
export interface BlockParams {
  /** Where the offending value stands, when it is in the catalog. */
  readonly origin?: Origin | undefined;
  /** Set on issues that are ledger rows. */
  readonly ledger?: LedgerEntry | undefined;
  /** Set on issues that stand for those of a broken catalog entry. */
  readonly issues?: readonly Issue[] | undefined;
  /** Path of the value that this one contradicts: its place ends the message. */
  readonly first?: readonly PropertyKey[] | undefined;
  /** True when the key is wrong and not its value. */
  readonly atKey?: boolean | undefined;
}

const KEY = 'gigaramp';

export function withLoadContext(context: LoadContext): Record<string, unknown> {
  return { [KEY]: context };
}

export function loadContext(parseContext: object): LoadContext {
  return ((parseContext as Record<string, unknown>)[KEY] as LoadContext | undefined) ?? { gather: false };
}
