/** Light: dark ink on white; dark: light ink on near black. */
export type Scheme = 'light' | 'dark';

/** The SVG with every CSS variable and `currentColor` replaced by the colours of a scheme, on its paper: for PNG and files. */
export function standalone(svg: string, scheme: Scheme = 'light'): string {
  throw new Error(`standalone: ${svg.length} characters in ${scheme}, expected a drawing`);
}
