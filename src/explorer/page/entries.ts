import { inputTitle } from '../../answer/inputTitle.ts';
import type { Titles } from '../../record/index.ts';
import type { LedgerRow } from '../../scenario/ledger.ts';
import type { Choice, Facts } from '../scenarioFacts.ts';
import type { TypedSettings } from '../link/pageState.ts';

/** Something of a scenario that can be changed: an input as it is written, or a choice among a few words. */
export type Entry =
  | { readonly kind: 'input'; readonly path: string; readonly row: LedgerRow }
  | { readonly kind: 'choice'; readonly path: string; readonly choice: Choice };

/** The entries of one part of a scenario. */
export interface Room {
  readonly name: string;
  readonly entries: readonly Entry[];
}

/**
 * All that can be changed, by the first part of its path, choices before inputs; a search keeps what names or
 * notes it.
 */
export function roomsOf({ ledger, choices }: Facts, search: string): Room[] {
  const rooms = new Map<string, Entry[]>();
  const wanted = search.trim().toLowerCase();
  const add = (entry: Entry, text: string): void => {
    if (!`${entry.path} ${text}`.toLowerCase().includes(wanted)) return;
    const name = entry.path.split('.', 1)[0]!;
    const entries = rooms.get(name);
    if (entries === undefined) rooms.set(name, [entry]);
    else entries.push(entry);
  };
  for (const choice of choices) add({ kind: 'choice', path: choice.path, choice }, choice.description);
  for (const row of ledger) {
    if (row.role === 'input')
      add({ kind: 'input', path: row.path, row }, `${row.value} ${row.note} ${row.source}`);
  }
  return [...rooms].map(([name, entries]) => ({ name, entries }));
}

/** What the scenario itself has at an input, as it is written, whatever is set. */
export function writtenOf(entry: Entry, { written }: Pick<Facts, 'written'>): string | undefined {
  return entry.kind === 'input' ? (written[entry.path] ?? entry.row.value) : undefined;
}

/** How many settings lie in a room. */
export function changedIn({ name }: Room, settings: TypedSettings): number {
  return Object.keys(settings).filter((path) => path.split('.', 1)[0] === name).length;
}

/** Settings with one path set, or without it where the value is empty. */
export function withSetting(settings: TypedSettings, path: string, value: string | undefined): TypedSettings {
  const { [path]: _, ...rest } = settings;
  return value === undefined || value.trim() === '' ? rest : { ...rest, [path]: value };
}

/** `construction.orderShift.relays` within its room: `order shift, relays`. */
export function labelOf(path: string, titles: Titles | undefined): string {
  const parts = path.split('.').slice(1);
  const words = parts.filter((part) => part !== 'value');
  if (words.length === 0) return path;
  return words.map((word) => inputTitle(word, titles)).join(', ');
}
