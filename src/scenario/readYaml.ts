import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  type CST,
  type Document,
  type ParsedNode,
} from 'yaml';
import type { Issue } from './issue.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { MapEntry, Origin, TreeNode } from './treeNode.ts';

/** A key with its value is five lexemes, an item of a list two to four. */
const LEXEMES_PER_VALUE = 5;

/** The tokens of a text; undefined as soon as there are more pieces than any allowed text has. */
function tokensOf(text: string, lines: LineCounter, { nodes }: Limits): CST.Token[] | undefined {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    if (lexemes > nodes * LEXEMES_PER_VALUE) return undefined;
    tokens.push(...parser.next(lexeme));
  }
  tokens.push(...parser.end());
  return tokens;
}

/** How deep the tokens lie inside each other, walked without recursion because the file may be hostile. */
function depthOf(root: CST.Token, most: number): number {
  const pending: { token: CST.Token; depth: number }[] = [{ token: root, depth: 0 }];
  let deepest = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { token, depth } = next;
    deepest = Math.max(deepest, depth);
    if (deepest > most) return deepest;
    if (token.type === 'document' && token.value !== undefined) pending.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const item of token.items) {
      if (item.key) pending.push({ token: item.key, depth: depth + 1 });
      if (item.value) pending.push({ token: item.value, depth: depth + 1 });
    }
  }
  return deepest;
}

interface Sized {
  readonly node: TreeNode;
  readonly size: number;
}

class Refused extends Error {}

/** Builds the tree of one document; `report` gets what is wrong with it. */
class Builder {
  private readonly anchors = new Map<string, Sized>();
  private readonly limits: Limits;
  private readonly originAt: (offset: number) => Origin;
  private readonly report: (origin: Origin, path: string, message: string) => void;
  private nodes = 0;
  private aliases = 0;

  constructor(limits: Limits, originAt: (offset: number) => Origin, report: Builder['report']) {
    this.limits = limits;
    this.originAt = originAt;
    this.report = report;
  }

  build(yaml: ParsedNode | null, path: string, depth: number): Sized {
    const origin = this.originAt(yaml?.range?.[0] ?? 0);
    if (depth > this.limits.depth)
      this.refuse(origin, path, `nested deeper than ${this.limits.depth} levels`);
    if (isAlias(yaml)) return this.alias(yaml.source, origin, path);
    this.count(1, origin, path);
    if (yaml?.tag !== undefined && !yaml.tag.startsWith('tag:yaml.org,2002:')) {
      this.report(origin, path, `tag: ${yaml.tag}, expected a value without a tag`);
    }
    const built = this.value(yaml, origin, path, depth);
    // Registered after its content, so that an anchor inside itself is unknown rather than endless.
    const anchor = isAlias(yaml) ? undefined : yaml?.anchor;
    if (anchor !== undefined) this.anchors.set(anchor, built);
    return built;
  }

  private value(yaml: ParsedNode | null, origin: Origin, path: string, depth: number): Sized {
    if (isMap<ParsedNode, ParsedNode | null>(yaml)) return this.map(yaml.items, origin, path, depth);
    if (isSeq<ParsedNode>(yaml)) {
      const items = yaml.items.map((item, index) => this.build(item, `${path}[${index}]`, depth + 1));
      const size = items.reduce((sum, item) => sum + item.size, 1);
      return { node: { kind: 'list', items: items.map(({ node }) => node), origin, replaced: false }, size };
    }
    const value: unknown = isScalar(yaml) ? yaml.value : null;
    if (
      value === null ||
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    ) {
      return { node: { kind: 'scalar', value, origin, replaced: false }, size: 1 };
    }
    this.report(origin, path, `expected a text, a number, true, false, a list or a map`);
    return { node: { kind: 'scalar', value: null, origin, replaced: false }, size: 1 };
  }

  private map(
    pairs: readonly { key: ParsedNode; value: ParsedNode | null }[],
    origin: Origin,
    path: string,
    depth: number,
  ): Sized {
    const entries = new Map<string, MapEntry>();
    let size = 1;
    for (const pair of pairs) {
      const keyOrigin = this.originAt(pair.key.range?.[0] ?? 0);
      const key = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : undefined;
      if (key === undefined || key === '' || key === '__proto__') {
        this.report(keyOrigin, path, `key: ${key ?? 'a list or a map'}, expected a word`);
        continue;
      }
      const inside = path === '' ? key : `${path}.${key}`;
      if (entries.has(key)) this.report(keyOrigin, inside, `the key ${key} is written twice`);
      const built = this.build(pair.value, inside, depth + 1);
      size += built.size;
      // An empty value has its position behind the line; the key is what the reader has to find.
      const node =
        built.node.kind === 'scalar' && built.node.value === null
          ? { ...built.node, origin: keyOrigin }
          : built.node;
      entries.set(key, { key: keyOrigin, node });
    }
    return { node: { kind: 'map', entries, origin, replaced: false }, size };
  }

  private alias(name: string, origin: Origin, path: string): Sized {
    this.aliases += 1;
    if (this.aliases > this.limits.aliases)
      this.refuse(origin, path, `more than ${this.limits.aliases} aliases`);
    const target = this.anchors.get(name);
    if (target !== undefined) {
      this.count(target.size, origin, path);
      return target;
    }
    this.report(origin, path, `alias: *${name}, expected the name of an anchor that is written before`);
    return { node: { kind: 'scalar', value: null, origin, replaced: false }, size: 1 };
  }

  private count(nodes: number, origin: Origin, path: string): void {
    this.nodes += nodes;
    if (this.nodes > this.limits.nodes) this.refuse(origin, path, `more than ${this.limits.nodes} values`);
  }

  private refuse(origin: Origin, path: string, message: string): never {
    this.report(origin, path, message);
    throw new Refused();
  }
}

export interface ReadYaml {
  /** Absent when the text could not be read at all. */
  readonly root?: TreeNode;
  readonly issues: readonly Issue[];
}

/**
 * Reads one YAML document into a tree of values with positions; a hostile text ends in an issue.
 *
 * @param firstLine where the text begins in its file.
 */
export function readYaml(text: string, file: string, limits: Limits = LIMITS, firstLine = 1): ReadYaml {
  const issues: Issue[] = [];
  const report = (origin: Origin, path: string, message: string): void => {
    if (issues.length < limits.issues) issues.push({ ...origin, path, message });
  };
  const start: Origin = { file, line: 1, column: 1 };
  if (text.length > limits.characters) {
    report(start, '', `${text.length} characters, expected at most ${limits.characters}`);
    return { issues };
  }
  const lines = new LineCounter();
  const tokens = tokensOf(text, lines, limits);
  if (tokens === undefined) {
    report(start, '', `more than ${limits.nodes} values`);
    return { issues };
  }
  const originAt = (offset: number): Origin => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { file, line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
  };
  for (const token of tokens) {
    if (depthOf(token, limits.depth) <= limits.depth) continue;
    report(start, '', `nested deeper than ${limits.depth} levels`);
    return { issues };
  }
  // Doubled keys are found below: the parser's own check compares every pair of keys.
  const documents = [...new Composer({ uniqueKeys: false }).compose(tokens, true, text.length)];
  const [document, second] = documents as Document.Parsed[];
  for (const problem of [...document.errors, ...document.warnings]) {
    report(originAt(problem.pos[0]), '', problem.message.split('\n')[0]);
  }
  if (second !== undefined) report(originAt(second.range[0]), '', 'expected one YAML document in a file');
  if (issues.length > 0) return { issues };
  try {
    const { node } = new Builder(limits, originAt, report).build(document.contents, '', 0);
    return issues.length > 0 ? { issues } : { root: node, issues };
  } catch (error) {
    if (error instanceof Refused) return { issues };
    throw error;
  }
}
