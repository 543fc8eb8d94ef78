import { expect, test } from 'vitest';
import type { Line } from '../api/desk';
import {
  asNumber,
  callerOf,
  canText,
  found,
  idOf,
  initialsOf,
  isNumber,
  nameOfNumber,
  unknownNumber,
} from './callers';

const line: Line = {
  mode: 'simulator',
  number: '+15550100900',
  sms_number: '+15550100900',
  samples: [],
  links: [],
  telephones: [
    { name: 'Ana Reyes', note: 'RN, Clinical', number: '+15550100123', employee_number: '7001' },
    { name: 'José Núñez', note: 'Front Desk, Admin', number: '+15550100199' },
    { name: 'Marta Núñez', note: 'MOA', number: '+15550100199' },
  ],
};
const from = (origin: Parameters<typeof callerOf>[1]['origin'], typed = '') =>
  callerOf(line, { person: '+15550100123 Ana Reyes', origin, typed });

test('somebody calls from their own telephone, for which the carrier vouches', () => {
  expect(from('own')).toMatchObject({
    number: '+15550100123',
    attestation: 'TN-Validation-Passed-A',
    person: { name: 'Ana Reyes' },
  });
});

test('a spoofed call has the number of the person and the carrier’s warning', () => {
  expect(from('flagged')).toMatchObject({
    number: '+15550100123',
    attestation: 'TN-Validation-Failed-C',
  });
});

test('an unknown number is nobody’s', () => {
  expect(from('unknown').number).toBe('+15550100198');
  expect(unknownNumber({ telephones: [] })).toBe('+15550100199');
});

test('a withheld number cannot text, a foreign one can', () => {
  expect(from('withheld').number).toBe('anonymous');
  expect(canText(from('withheld'))).toBe(false);
  expect(canText(from('foreign'))).toBe(true);
});

test.each([
  ['(555) 010-0123', '+15550100123'],
  ['1 555 010 0123', '+15550100123'],
  ['+44 20 7946 0123', '+442079460123'],
  ['72345', '72345'],
  ['anonymous', 'anonymous'],
])('%s is dialled as %s', (typed, number) => {
  expect(asNumber(typed)).toBe(number);
  expect(isNumber(number)).toBe(true);
});

test.each(['', '+0155', '+1555010012345678', 'a b'])('"%s" is no number', (words) => {
  expect(isNumber(asNumber(words))).toBe(false);
});

const names = (search: string) => found(line.telephones, search).map(({ name }) => name);

test('whoever is searched is found by name without accents, by position, by number', () => {
  expect(names('jose nun')).toEqual(['José Núñez']);
  expect(names('clinical')).toEqual(['Ana Reyes']);
  expect(names('0199')).toEqual(['José Núñez', 'Marta Núñez']);
  expect(names('7001')).toEqual(['Ana Reyes']);
  expect(names(' ')).toHaveLength(3);
  expect(names('nobody')).toEqual([]);
});

test('initials are of the first and the last word', () => {
  expect(initialsOf('Ana María Reyes')).toBe('AR');
  expect(initialsOf('Ana')).toBe('A');
});

test('people who share a number are told apart, and both named by it', () => {
  const marta = line.telephones[2];
  const person = marta && idOf(marta);
  expect(callerOf(line, { person: person ?? '', origin: 'own', typed: '' }).person).toBe(marta);
  expect(nameOfNumber(line, '+15550100199')).toBe('José Núñez, Marta Núñez');
  expect(nameOfNumber(line, '+15550100000')).toBeUndefined();
});
