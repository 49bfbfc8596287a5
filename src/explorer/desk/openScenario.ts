import { rollout } from '../../../models/rollout/rollout.ts';
import type { RolloutScenario } from '../../../models/rollout/scenario.ts';
import { scenarioSchema } from '../../../models/rollout/scenarioSchema.ts';
import { withSweep } from '../../app/sweepSchema.ts';
import { canonicalJson, fromCanonicalJson } from '../../experiment/canonical.ts';
import { loadScenario, openCatalog, shippedPlace, type Catalog, type Loaded } from '../../scenario/index.ts';
import { InputError } from '../../experiment/inputError.ts';
import { expectedOneOf } from '../../scenario/suggestion.ts';
import type { Limits } from '../../scenario/limits.ts';
import { readYaml, type ReadYaml } from '../../scenario/readYaml.ts';
import type { Source } from '../exchange.ts';
import type { Settings } from '../settings.ts';
import type { ShippedFiles } from './shippedFiles.ts';

/** Opens scenarios from the files of the package alone, with one catalog for all of them. */
export class ScenarioShelf {
  readonly #shipped: ShippedFiles;
  readonly #catalog: Catalog;
  /** Files of the package as they were read: reading them is a third of a load. */
  readonly #read = new Map<string, ReadYaml>();

  constructor(shipped: ShippedFiles) {
    this.#shipped = shipped;
    this.#catalog = openCatalog((room) => shipped.files[`catalog/${room}.yaml`]);
  }

  /** The text of a source and the file name by which messages and downloads call it. */
  textOf(source: Source): { file: string; text: string } | undefined {
    if (source.kind === 'own') return { file: source.name, text: source.text };
    const found = this.#shipped.scenarios.find(({ name }) => name === source.name);
    return found && { file: `${found.name}.yaml`, text: found.text };
  }

  /**
   * A scenario with settings laid over it, as the command line loads it.
   *
   * @throws ScenarioError with every issue, each at its line and column; InputError on a name that is not shipped.
   */
  open(source: Source, settings: Settings): Loaded<RolloutScenario> {
    const own = this.textOf(source);
    if (own === undefined) {
      const names = this.#shipped.scenarios.map(({ name }) => name);
      throw new InputError(`scenario: ${source.name}, ${expectedOneOf(source.name, names)}`);
    }
    const { file } = own;
    const load = (path: string): string | undefined => {
      if (path === file) return own.text;
      const place = shippedPlace(path);
      return place === undefined ? baseOf(source, path) : this.#packageFile(place);
    };
    const loaded = loadScenario({
      file,
      load,
      read: (text, path, limits) => this.#readOnce(text, path, limits),
      schema: withSweep(scenarioSchema),
      catalog: this.#catalog,
      settings,
      warn: rollout.warnings,
    });
    const { sweep: _, ...scenario } = loaded.scenario;
    // As an experiment of the command line reads it back: the order of its keys cannot matter.
    return { ...loaded, scenario: fromCanonicalJson(canonicalJson(scenario)) as RolloutScenario };
  }

  #readOnce(text: string, path: string, limits: Limits): ReadYaml {
    if (shippedPlace(path) === undefined) return readYaml(text, path, limits);
    const read = this.#read.get(path) ?? readYaml(text, path, limits);
    this.#read.set(path, read);
    return read;
  }

  #packageFile(path: string): string | undefined {
    const [, name] = /^scenarios\/(?:templates\/)?([^/]+)\.yaml$/.exec(path) ?? [];
    if (name === undefined) return this.#shipped.files[path];
    const isTemplate = path.startsWith('scenarios/templates/');
    return this.#shipped.scenarios.find((one) => one.name === name && one.isTemplate === isTemplate)?.text;
  }
}

/** A file that came with a scenario which extends it: at its path, else by its name, as a page sees no folders. */
function baseOf(source: Source, path: string): string | undefined {
  const bases = source.kind === 'own' ? (source.bases ?? {}) : {};
  const name = path.split('/').at(-1)!;
  return bases[path] ?? bases[name];
}
