import { asWritten } from '../refusal/index.ts';
import { MAX_LABEL } from './causeRecord.ts';
import { Clock } from './clock.ts';
import { Names } from './names.ts';

/** What errors and records say of an event beside its time: the names of activities and entities, by number. */
export class Whereabouts extends Clock {
  private readonly labels = new Names();
  private readonly entityNames = new Names();

  /** Forgets the entities; labels stay, for what a model has made of them before. @internal */
  protected forgetEntities(): void {
    this.entityNames.clear();
  }

  /** The number of an activity label, the same for the same name; 0 is the empty name. */
  label(name: string): number {
    if (typeof name !== 'string') this.refuse('name', name, 'a text', 0, 0);
    const label = this.labels.intern(name);
    if (label > MAX_LABEL)
      throw new Error(
        `label "${name}": number ${label}, expected at most ${MAX_LABEL} labels (day ${this.clock})`,
      );
    return label;
  }

  labelName(label: number): string {
    return this.labels.nameOf(label);
  }

  /** The number of an entity, the same for the same name; 0 is none. */
  entity(name: string): number {
    if (typeof name !== 'string') this.refuse('name', name, 'a text', 0, 0);
    return this.entityNames.intern(name);
  }

  /**
   * The first of `count` consecutive entities, shown as `name 1`, `name 2`, …
   *
   * Throws on a count that is no whole number from 0 to what is left of 2^31.
   */
  entities(name: string, count: number): number {
    if (typeof name !== 'string') this.refuse('name', name, 'a text', 0, 0);
    const { free } = this.entityNames;
    if (!(Number.isInteger(count) && count >= 0 && count <= free))
      this.refuse(`entities "${name}": count`, count, `a whole number from 0 to ${free}`, 0, 0);
    return this.entityNames.block(name, count);
  }

  entityName(entity: number): string {
    return this.entityNames.nameOf(entity);
  }

  /** @internal */
  protected refuse(what: string, value: unknown, expected: string, label: number, entity: number): never {
    throw new Error(
      `${what}: ${asWritten(value)}, expected ${expected} (${this.whereabouts(label, entity)})`,
    );
  }

  /** @internal */
  protected whereabouts(label: number, entity: number): string {
    const parts = [`day ${this.clock}`];
    if ((label & MAX_LABEL) !== 0) parts.unshift(`activity "${this.labelName(label & MAX_LABEL)}"`);
    if (entity !== 0) parts.unshift(`entity "${this.entityName(entity)}"`);
    return parts.join(', ');
  }
}
