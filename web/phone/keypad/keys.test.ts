import { expect, test } from 'vitest';
import { keys, strokeOf, tonesOf } from './keys';

const pressed = { key: '1', hasModifier: false, isRepeat: false, focus: 'page' } as const;

test('the keypad is that of every telephone', () => {
  expect(keys.map(({ key }) => key).join('')).toBe('123456789*0#');
  expect(keys.find(({ key }) => key === '7')?.letters).toBe('PQRS');
});

test.each(['0', '5', '9', '*', '#'])('the key %s presses itself', (key) => {
  expect(strokeOf({ ...pressed, key })).toEqual({ act: 'key', key });
  expect(strokeOf({ ...pressed, key, focus: 'button' })).toEqual({ act: 'key', key });
});

test('Enter calls, except where it presses the button that has the focus', () => {
  expect(strokeOf({ ...pressed, key: 'Enter' })).toEqual({ act: 'dial' });
  expect(strokeOf({ ...pressed, key: 'Enter', focus: 'button' })).toBeUndefined();
});

test('Escape hangs up', () => {
  expect(strokeOf({ ...pressed, key: 'Escape' })).toEqual({ act: 'hang_up' });
});

test.each(['1', 'Enter', 'Escape'])('%s does nothing while somebody writes', (key) => {
  expect(strokeOf({ ...pressed, key, focus: 'field' })).toBeUndefined();
});

test('a shortcut of the browser, a key held down and a letter are none of ours', () => {
  expect(strokeOf({ ...pressed, hasModifier: true })).toBeUndefined();
  expect(strokeOf({ ...pressed, isRepeat: true })).toBeUndefined();
  expect(strokeOf({ ...pressed, key: 'a' })).toBeUndefined();
});

test('a key has the two tones of its row and its column', () => {
  expect(tonesOf('1')).toEqual([697, 1209]);
  expect(tonesOf('#')).toEqual([941, 1477]);
  expect(tonesOf('0')).toEqual([941, 1336]);
});
