import type { LiveSource } from '../../src/api/live';
import { deskAddress } from './desk';

/** Which queries show something of a topic of the desk's stream. */
export const liveSource: LiveSource = {
  address: deskAddress('/api/events'),
  shownIn: {
    calls: ['calls', 'call'],
    messages: ['messages'],
    wire: ['wire'],
    complaints: ['complaints'],
  },
  whenRefused: ['line'],
};
