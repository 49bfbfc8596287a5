/**
 * Data for the script of a page, as an element that runs nothing and shows nothing.
 *
 * @example jsonScript('reading', [1]); // '<script type="application/json" data-reading>[1]</script>'
 */
export function jsonScript(name: string, data: object): string {
  // An end tag in a text would end the element.
  const text = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<script type="application/json" data-${name}>${text}</script>`;
}
