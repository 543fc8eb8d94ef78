import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';

export interface Enclosed {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface ReadMail {
  from: string;
  to: string;
  copies: string;
  subject: string;
  date: string | undefined;
  html: string | undefined;
  text: string | undefined;
  /** As they came, without what belongs inside the HTML. */
  enclosed: Enclosed[];
}

function spelled(address: Address): string {
  if (address.group) return `${address.name}: ${addresses(address.group)}`;
  return address.name ? `${address.name} <${address.address}>` : (address.address ?? '');
}

function addresses(all: readonly Address[] | undefined): string {
  return (all ?? []).map(spelled).join(', ');
}

function bytesOf({ content }: Attachment): Uint8Array<ArrayBuffer> {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return new Uint8Array(content as ArrayBuffer);
}

function dataAddress(attachment: Attachment): string {
  let binary = '';
  for (const byte of bytesOf(attachment)) binary += String.fromCodePoint(byte);
  return `data:${attachment.mimeType};base64,${btoa(binary)}`;
}

const isPicture = ({ mimeType }: Attachment) => /^image\/(png|jpeg|gif|webp)$/.test(mimeType);

/** Puts pictures that travel with the mail into its HTML: `cid:` addresses become data. */
export function withPictures(html: string, attachments: readonly Attachment[]): string {
  let whole = html;
  for (const attachment of attachments) {
    const id = attachment.contentId?.replaceAll(/^<|>$/g, '');
    if (!id || !isPicture(attachment)) continue;
    whole = whole.replaceAll(`cid:${id}`, dataAddress(attachment));
  }
  return whole;
}

/** Whether it stands inside the HTML, and not beside it. */
function isInside(attachment: Attachment, html: string | undefined): boolean {
  const id = attachment.contentId?.replaceAll(/^<|>$/g, '');
  return Boolean(id && html?.includes(`cid:${id}`));
}

function arranged(email: Email): ReadMail {
  const { html, text, attachments } = email;
  return {
    from: addresses(email.from ? [email.from] : []),
    to: addresses(email.to),
    copies: addresses(email.cc),
    subject: email.subject ?? '',
    date: email.date,
    html: html ? withPictures(html, attachments) : undefined,
    text: text ? text.trimEnd() : undefined,
    enclosed: attachments
      .filter((attachment) => !isInside(attachment, html))
      .map((attachment) => ({
        name: attachment.filename ?? attachment.mimeType,
        type: attachment.mimeType,
        bytes: bytesOf(attachment),
      })),
  };
}

/** Reads MIME. */
export async function read(raw: Uint8Array): Promise<ReadMail> {
  return arranged(await PostalMime.parse(raw));
}

/** Whether a mail says that it can be shown in the dark; others are paper, which is white. */
export function knowsDark(html: string): boolean {
  return (
    /prefers-color-scheme\s*:\s*dark/i.test(html) ||
    /<meta[^>]+color-scheme[^>]+content=["'][^"']*dark/i.test(html)
  );
}

/** What the frame shows: links lead out of it, and players are left out, as by most mail programs. */
export function framed(html: string): string {
  const base = '<base target="_blank">';
  const still = html.replaceAll(/<(audio|video)\b[^>]*>[\s\S]*?<\/\1>/gi, '');
  return /<head[^>]*>/i.test(still)
    ? still.replace(/<head[^>]*>/i, (head) => head + base)
    : base + still;
}
