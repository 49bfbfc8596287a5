/** HTML that is put into a page as it is; every plain string is escaped first. */
export interface Html {
  readonly html: string;
}

/** Text for a page, or HTML that was made here. */
export type Content = string | Html;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text as it stands in HTML, in an element or in a quoted attribute.
 *
 * @example escapeHtml('<b> & "c"'); // '&lt;b&gt; &amp; &quot;c&quot;'
 */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** The HTML of a content. */
export function contentHtml(content: Content): string {
  return typeof content === 'string' ? escapeHtml(content) : content.html;
}
