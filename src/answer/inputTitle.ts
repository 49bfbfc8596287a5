/**
 * What is called by something else than the words of its name, by these words: as the steps say it that change it, so
 * that one thing has one name.
 */
const TITLES: Readonly<Record<string, string>> = {
  'tenant cap': "tenant's share of the provider's chips",
  'provider share': "provider's share of the vendor's output",
  'rack scale part': "rack-scale part of the provider's chips",
  'output level': "level of the vendor's output",
  'hall share': 'power of existing halls',
  'facility kilowatts': 'power of a GPU',
  'facility power': 'power of a GPU',
  'rework share': 'racks that fail burn-in',
  'tempo shift': 'slowness common to all campuses',
  'tempo log spread': 'difference in pace between campuses',
};

/** What some of them mean, for who reads of them without the scenario. */
const MEANINGS: Readonly<Record<string, string>> = {
  'slowness common to all campuses':
    'by how much longer every campus of a provider takes than is usual, drawn once a run, on the logarithm: 0 is as usual, 0.1 is 11 % longer',
  'difference in pace between campuses':
    'how far the campuses of one provider are apart in that, drawn once a run, on the logarithm',
  'power of existing halls': 'where in its range the power lies that comes free in halls that stand',
  "level of the vendor's output": 'where in its range the output of the vendor lies',
};

/**
 * What an input is called: its name in words, after whom it belongs to where it is not the first one's.
 *
 * @example inputTitle('Beth.tenantCap') // "tenant's share of the provider's chips (Beth)"
 */
export function inputTitle(name: string): string {
  const words = name.replaceAll(
    /([a-z])([A-Z])/g,
    (_, before: string, letter: string) => `${before} ${letter.toLowerCase()}`,
  );
  const [, owner, own = words] = /^(.+)\.([^.]+)$/.exec(words) ?? [];
  if (!Object.hasOwn(TITLES, own)) return words;
  return owner === undefined ? TITLES[own]! : `${TITLES[own]!} (${owner})`;
}

/** What inputs mean whose titles do not say it all, one sentence each. */
export function inputMeanings(titles: readonly string[]): string[] {
  const bare = new Set(titles.map((title) => title.replace(/ \([^()]*\)$/, '')));
  return [...bare]
    .filter((title) => Object.hasOwn(MEANINGS, title))
    .map((title) => `${title.slice(0, 1).toUpperCase()}${title.slice(1)}: ${MEANINGS[title]!}.`);
}
