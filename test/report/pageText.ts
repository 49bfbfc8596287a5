/** The parts of a page between its headings of second order, by heading. */
export function sectionsOf(html: string): Map<string, string> {
  const sections = [...html.matchAll(/<h2 id="[^"]+">([^<]+)<\/h2>([\s\S]*?)<\/section>/g)];
  return new Map(sections.map(([, title, text]) => [title!, text!]));
}

/** A page as plain text, without its style and its script: what a reader sees, in its order. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<(style|script)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/g, ' ');
}
