import createClient from 'openapi-fetch';
import type { components, paths } from '#simulator';
import { deadline } from '../../src/api/deadline';
import { background } from '../../src/api/presence';
import { Refusal, besidePage, took } from '../../src/side/refusal';

export type Schemas = components['schemas'];
export type Line = Schemas['Line'];
export type Telephone = Schemas['Telephone'];
export type Sample = Schemas['Sample'];
export type Call = Schemas['Call'];
export type CallRecord = Schemas['CallRecord'];
export type Heard = Schemas['Heard'];
export type Message = Schemas['Message'];
export type Exchange = Schemas['Exchange'];
export type Complaint = Schemas['Complaint'];
export type Chaos = Schemas['Chaos'];

const root = besidePage('.').replace(/\/$/, '');

/** The simulator's desk (api/simulator.yaml). */
export const desk = createClient<paths>({ baseUrl: root });
desk.use(background, deadline); // where somebody practises, a session stands before it

export const deskAddress = (path: string) => `${root}${path}`;

const at = (sid: string) => ({ params: { path: { sid } } });

export const dial = (body: Schemas['Dial']) => took(desk.POST('/api/calls', { body }));
export const answer = (sid: string) => took(desk.POST('/api/calls/{sid}/answer', at(sid)));
export const hangUp = (sid: string) => took(desk.POST('/api/calls/{sid}/hang-up', at(sid)));
export const press = (sid: string, keys: string) =>
  took(desk.POST('/api/calls/{sid}/keys', { ...at(sid), body: { keys } }));
export const speakSample = (sid: string, sample: string) =>
  took(desk.POST('/api/calls/{sid}/voice', { ...at(sid), body: { sample } }));
export const sendText = (body: Schemas['Text']) => took(desk.POST('/api/messages', { body }));

/** A piece of sound: 8 kHz, 16 bit, mono, little-endian. */
export async function speakSound(sid: string, sound: Uint8Array<ArrayBuffer>) {
  const response = await fetch(deskAddress(`/api/calls/${sid}/voice`), {
    method: 'POST',
    headers: { 'Content-Type': 'audio/L16' },
    body: sound,
  });
  await response.text(); // to its end: an answer that nobody reads keeps its connection
  if (!response.ok) throw new Refusal(response.status, '');
}
