/** Node's channel on which a running notebook says the place of the cell that begins. */
export const CELLS = 'gigaramp:notebook-cell';

/** Node's channel on which a script shows something: a `Shown`. */
export const DISPLAYS = 'gigaramp:display';
