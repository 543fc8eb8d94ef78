export type Token = { kind: 'tag' | 'name' | 'value' | 'text' | 'space'; words: string };

const pieces = /<!--[\s\S]*?-->|<[^>]*>|[^<]+/g;

/** How many levels deeper what follows stands. */
function stepOf(tag: string): number {
  if (tag.startsWith('</')) return -1;
  return tag.startsWith('<?') || tag.startsWith('<!') || tag.endsWith('/>') ? 0 : 1;
}

function isTag(piece: string | undefined): boolean {
  return piece?.startsWith('<') ?? false;
}

/** Puts each element on a line of its own, indented; one that holds only words stays on one line. */
export function prettyXml(xml: string): string {
  const all = (xml.match(pieces) ?? []).map((piece) => (isTag(piece) ? piece : piece.trim()));
  const parts = all.filter(Boolean);
  const lines: string[] = [];
  let depth = 0;
  for (let at = 0; at < parts.length; at += 1) {
    const [part = '', words, end] = parts.slice(at, at + 3);
    const step = stepOf(part);
    if (step < 0) depth = Math.max(0, depth - 1);
    const indent = '  '.repeat(depth);
    const isLeaf = isTag(part) && step > 0;
    if (isLeaf && words !== undefined && !isTag(words) && end?.startsWith('</')) {
      lines.push(indent + part + words + end);
      at += 2;
    } else if (isLeaf && words?.startsWith('</')) {
      lines.push(indent + part + words);
      at += 1;
    } else {
      lines.push(indent + part);
      if (isTag(part) && step > 0) depth += 1;
    }
  }
  return lines.join('\n');
}

/** Whether a body is to be read as XML. */
export function isXml(contentType: string | undefined): boolean {
  return /\bxml\b/.test(contentType ?? '');
}

const inTag = /("[^"]*"|'[^']*')|([\w:-]+)(?==)|([^"'\w]+|[\w:-]+)/g;

function tokensOfTag(tag: string): Token[] {
  return [...tag.matchAll(inTag)].map(([words, value, name]) => ({
    kind: value ? 'value' : name ? 'name' : 'tag',
    words,
  }));
}

/** For colours; together the tokens are the text. */
export function tokensOf(xml: string): Token[] {
  return (xml.match(pieces) ?? []).flatMap((piece) =>
    isTag(piece)
      ? tokensOfTag(piece)
      : [{ kind: piece.trim() ? ('text' as const) : ('space' as const), words: piece }],
  );
}
