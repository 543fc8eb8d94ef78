import { useMutation } from '@tanstack/react-query';
import { client, take, type Schemas } from '../api/client';
import { useTakeSession } from './session';

/** Signs in, by whichever of the two ways; then the page that was asked for takes the place. */
export function useSignIn() {
  const takeSession = useTakeSession();
  return useMutation({
    mutationFn: (body: Schemas['SignIn']) => take(client.POST('/session', { body })),
    onSuccess: takeSession,
  });
}

export function useSendCode() {
  return useMutation({
    mutationFn: (address: string) => take(client.POST('/sign-in-codes', { body: { address } })),
  });
}
