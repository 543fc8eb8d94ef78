import { useState } from 'react';
import { codeOf } from '../api/problem';
import { AddressForm } from './address_form';
import { ChoosePasswordForm } from './choose_password_form';
import { CodeForm } from './code_form';
import { useSendCode, useSignIn } from './sign_in';

type Step = 'address' | 'code' | 'password';

/** An address, the code that was sent there and, for who answers for others, a new password. */
export function CodeSteps() {
  const [step, setStep] = useState<Step>('address');
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const [remember, setRemember] = useState(false);
  const sendCode = useSendCode();
  const signIn = useSignIn();

  const askFor = (wanted: string) => {
    setAddress(wanted);
    signIn.reset();
    sendCode.mutate(wanted, { onSuccess: () => setStep('code') });
  };
  const enter = (typed: string) => {
    setCode(typed);
    const onError = (error: unknown) => {
      if (codeOf(error) !== 'choose-password') return;
      signIn.reset();
      setStep('password');
    };
    signIn.mutate({ address, code: typed, remember }, { onError });
  };
  const choose = (password: string) => {
    // The code has run out meanwhile, or was tried too often: another one is needed.
    signIn.mutate(
      { address, code, new_password: password, remember },
      { onError: (error) => codeOf(error) === 'sign-in-refused' && setStep('code') },
    );
  };

  if (step === 'address')
    return <AddressForm address={address} sending={sendCode} onSend={askFor} />;
  if (step === 'password')
    return <ChoosePasswordForm address={address} signingIn={signIn} onChoose={choose} />;
  return (
    <CodeForm
      address={address}
      remember={remember}
      onRemember={setRemember}
      sending={sendCode}
      signingIn={signIn}
      onEnter={enter}
      onAgain={() => askFor(address)}
      onOtherAddress={() => setStep('address')}
    />
  );
}
