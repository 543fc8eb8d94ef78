// How the provider's API writes messages and lists of them: its names, its types (numbers as text, null for unknown), its
// dates and its pages.

const rfc2822 = (moment) => (moment ? moment.toUTCString().replace("GMT", "+0000") : null);

const gsm7 =
  /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;

/** How many segments the text takes on the air. */
export function segments(text) {
  if (!gsm7.test(text)) return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
  const length = text.length + (text.match(/[\^{}\\[~\]|€]/g) ?? []).length;
  return length <= 160 ? 1 : Math.ceil(length / 153);
}

export function rendered(account_sid, message) {
  const uri = `/2010-04-01/Accounts/${account_sid}/Messages/${message.sid}`;
  return {
    account_sid,
    api_version: "2010-04-01",
    body: message.body,
    date_created: rfc2822(message.created),
    date_sent: rfc2822(message.direction === "inbound" ? message.created : message.sent),
    date_updated: rfc2822(message.created),
    direction: message.direction,
    error_code: message.error_code === null ? null : Number(message.error_code),
    error_message: null,
    from: message.from,
    messaging_service_sid: message.service,
    num_media: String(message.media_sids.length),
    num_segments: String(segments(message.body)),
    price: null,
    price_unit: "USD",
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: message.to,
    uri: `${uri}.json`,
  };
}

export const rendered_media = (account_sid, { sid }, media) => ({
  account_sid,
  content_type: media.content_type,
  parent_sid: sid,
  sid: media.sid,
  uri: `/2010-04-01/Accounts/${account_sid}/Messages/${sid}/Media/${media.sid}.json`,
});

/** DateSent, DateSent> and DateSent< (or another name), both ends inclusive: a day (UTC) or a moment. */
export function day_matches(wanted, moment, name = "DateSent") {
  const compare = (text) => {
    const own = moment.toISOString().replace(/\.\d+/, "").slice(0, text.length === 10 ? 10 : 20);
    const other = text.length === 10 ? text : new Date(text).toISOString().replace(/\.\d+/, "");
    return own < other ? -1 : Number(own > other);
  };
  return [
    ["", (order) => order === 0],
    [">", (order) => order >= 0],
    ["<", (order) => order <= 0],
  ].every(([end, holds]) => !wanted.get(name + end) || holds(compare(wanted.get(name + end))));
}

/** The page that the URL asks for. A page token names the last item of the page before. */
export function page_of(list, url, key = "messages") {
  const wanted = url.searchParams;
  const size = Math.min(Math.max(Number(wanted.get("PageSize") ?? 50), 1), 1000);
  const page = Number(wanted.get("Page") ?? 0);
  const after = wanted.get("PageToken")?.slice(2);
  const start = after ? list.findIndex(({ sid }) => sid === after) + 1 : page * size;
  const items = list.slice(start, start + size);

  const uri = (number, token) => {
    const query = new URLSearchParams(wanted);
    query.set("PageSize", size);
    query.set("Page", number);
    query.delete("PageToken");
    if (token) query.set("PageToken", `PA${token}`);
    return `${url.pathname}?${query}`;
  };
  const more = start + size < list.length;
  return {
    first_page_uri: uri(0),
    previous_page_uri: page > 0 ? uri(page - 1) : null,
    next_page_uri: more ? uri(page + 1, items.at(-1).sid) : null,
    uri: uri(page, after),
    page,
    page_size: size,
    start,
    end: Math.max(start, start + items.length - 1),
    [key]: items,
  };
}
