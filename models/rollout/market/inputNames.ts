/** Inputs of which each tenant, provider or product has its own. */
type OwnedInput =
  'price' | 'tenantCap' | 'providerShare' | 'rackScalePart' | 'hallShare' | 'pace' | 'facilityKilowatts';

/** Inputs that an owner may have. */
type OptionalInput = 'tempoShift' | 'tempoLogSpread' | 'orderAhead';

/** Name of an uncertain input: what the scenario itself states has no owner's name before it. */
export function inputName<Name extends string>(owner: string, input: Name): Name | `${string}.${Name}` {
  return owner === '' ? input : `${owner}.${input}`;
}

/** The value of an owner's input in this replication. */
export function inputOf(
  inputs: Readonly<Record<OwnedInput | `${string}.${OwnedInput}`, number>>,
  owner: string,
  input: OwnedInput,
): number;
export function inputOf(
  inputs: Readonly<
    Record<OwnedInput | `${string}.${OwnedInput}`, number> & Partial<Record<OptionalInput, number>>
  >,
  owner: string,
  input: OptionalInput,
): number | undefined;
export function inputOf(
  inputs: Readonly<Record<string, number | undefined>>,
  owner: string,
  input: OwnedInput | OptionalInput,
): number | undefined {
  return inputs[inputName(owner, input)];
}
