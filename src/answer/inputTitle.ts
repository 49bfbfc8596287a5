import { nameInWords, upperFirst } from '../wording/index.ts';
import type { Title, Titles } from '../record/index.ts';

/**
 * What an input is called: as the model says it, with whose it is where it is not the first one's, else its name in
 * words.
 *
 * @example inputTitle('Beth.tenantCap', titles) // "tenant's share of the provider's chips (Beth)"
 */
export function inputTitle(name: string, titles: Titles | undefined): string {
  const { owner, own } = partsOf(name);
  const title = titleFor(own, titles)?.title;
  if (title === undefined) return nameInWords(name);
  return owner === undefined ? title : `${title} (${owner})`;
}

/** What inputs mean whose titles do not say it all, one sentence each. */
export function inputMeanings(names: readonly string[], titles: Titles | undefined): string[] {
  const found = names.flatMap((name) => titleFor(partsOf(name).own, titles) ?? []);
  const meanings = found.flatMap(({ title, meaning }) =>
    meaning === undefined ? [] : [`${upperFirst(title)}: ${meaning}.`],
  );
  return [...new Set(meanings)];
}

function titleFor(own: string, titles: Titles | undefined): Title | undefined {
  return titles?.inputs?.find(({ name }) => nameInWords(name) === nameInWords(own));
}

/** Whose an input is, where its name says so, and its own name. */
function partsOf(name: string): { readonly owner: string | undefined; readonly own: string } {
  const dot = name.lastIndexOf('.');
  return dot <= 0 || dot === name.length - 1
    ? { owner: undefined, own: name }
    : { owner: name.slice(0, dot), own: name.slice(dot + 1) };
}
