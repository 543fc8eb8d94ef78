/** What somebody has begun to write, and the state that they saw when they began. */
export interface Draft {
  words: string;
  version: number;
}

// In memory alone: it outlives the end of a session, and not the tab.
const drafts = new Map<number, Map<string, Draft>>();

export function draftOf(user: number, about: string): Draft | undefined {
  return drafts.get(user)?.get(about);
}

/** Without words there is nothing to keep. */
export function keepDraft(user: number, about: string, draft: Draft) {
  if (draft.words === '') return forgetDraft(user, about);
  const theirs = drafts.get(user) ?? new Map<string, Draft>();
  drafts.set(user, theirs.set(about, draft));
}

export function forgetDraft(user: number, about: string) {
  drafts.get(user)?.delete(about);
}

/** Whoever signs out takes theirs along; of one person, the next finds nothing. */
export function forgetDraftsOfOthers(user: number | undefined) {
  for (const other of drafts.keys()) if (other !== user) drafts.delete(other);
}
