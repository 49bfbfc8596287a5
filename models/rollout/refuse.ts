/** A place in a scenario: keys and indices from its root. */
export type Path = (string | number)[];

/**
 * Reports what is wrong at a place of the scenario; `first` is the place of what it contradicts, such as the first of
 * two that must differ.
 */
export type Refuse = (path: Path, message: string, first?: Path) => void;
