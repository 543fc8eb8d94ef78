/** An answer that is none, or says no; `detail` is the server's own sentence, in English. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
  ) {
    super(detail || `status ${status}`);
    this.name = 'Refusal';
  }
  /** Whoever was signed in is so no more. */
  get isSignedOut(): boolean {
    return this.status === 401;
  }
  /** The server has understood, and said no. */
  get isFinal(): boolean {
    return this.status >= 400 && this.status < 500;
  }
}

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

function detailOf(body: unknown): string {
  return typeof body === 'object' && body !== null && 'detail' in body ? String(body.detail) : '';
}

/** The answer's data; whatever else comes is thrown as a Refusal. */
export async function took<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  let answer: Answer<Data>;
  try {
    answer = await asked;
  } catch {
    throw new Refusal(0, '');
  }
  if (!answer.response.ok) throw new Refusal(answer.response.status, detailOf(answer.error));
  return answer.data as Data;
}

/** Where the page is served: its API is beside it, whatever the path. */
export function besidePage(path: string): string {
  return new URL(path, document.baseURI).href;
}
