import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useWords } from '../words/words';
import { SessionFrame } from './session_frame';
import { StartForm } from './start_form';
import { StartRefused } from './start_refused';

/** The token of the link, which is taken out of the address (and so of the history) at once. */
function useTokenOfLink(): string {
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const [token, setToken] = useState('');
  if (hash !== '' && token !== hash.slice(1)) setToken(hash.slice(1));
  useEffect(() => {
    if (hash !== '') void navigate(pathname, { replace: true });
  }, [hash, pathname, navigate]);
  return token;
}

/** Behind the link that the first start prints: makes the first administrator. */
export function StartPage() {
  const say = useWords();
  const token = useTokenOfLink();
  const [usedToken, setUsedToken] = useState<string>();
  const refusal = token === '' ? 'no_link' : token === usedToken ? 'used' : undefined;
  return (
    <SessionFrame title={say(refusal ? `web.start.${refusal}` : 'web.start.title')}>
      {refusal ? (
        <StartRefused why={refusal} />
      ) : (
        <StartForm key={token} token={token} onUsed={() => setUsedToken(token)} />
      )}
    </SessionFrame>
  );
}
