import { expect, test } from 'vitest';
import { draftOf, forgetDraft, forgetDraftsOfOthers, keepDraft } from './drafts';

const draft = { words: 'Please bring a note', version: 3 };

test('a draft is found again by whoever wrote it, until it is sent', () => {
  keepDraft(1, 'denial of 101', draft);
  expect(draftOf(1, 'denial of 101')).toEqual(draft);
  expect(draftOf(1, 'denial of 102')).toBeUndefined();
  expect(draftOf(2, 'denial of 101')).toBeUndefined();
  forgetDraft(1, 'denial of 101');
  expect(draftOf(1, 'denial of 101')).toBeUndefined();
});

test('what was deleted to the last letter is no draft', () => {
  keepDraft(1, 'denial of 101', draft);
  keepDraft(1, 'denial of 101', { ...draft, words: '' });
  expect(draftOf(1, 'denial of 101')).toBeUndefined();
});

test('the next person leaves nothing of the one before, and who signs out nothing at all', () => {
  keepDraft(1, 'denial of 101', draft);
  keepDraft(2, 'denial of 101', draft);
  forgetDraftsOfOthers(2);
  expect(draftOf(1, 'denial of 101')).toBeUndefined();
  expect(draftOf(2, 'denial of 101')).toEqual(draft);
  forgetDraftsOfOthers(undefined);
  expect(draftOf(2, 'denial of 101')).toBeUndefined();
});
