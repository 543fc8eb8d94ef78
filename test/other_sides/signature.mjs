// The provider's signature by its own code: the server under test has written its own.
import webhooks from "twilio/lib/webhooks/webhooks.js"; // this file alone loads in 20 ms, twilio in 200

/** {name: value | [values]} from that or from [[name, value], ...], where a name may come again. */
function fields(params) {
  if (!Array.isArray(params)) return params ?? {};
  const named = Object.create(null);
  for (const [name, value] of params) (named[name] ??= []).push(value);
  for (const name of Object.keys(named)) {
    if (named[name].length === 1) named[name] = named[name][0];
  }
  return named;
}

export const sign = (token, url, params) =>
  webhooks.getExpectedTwilioSignature(token, url, fields(params));

export const validate = (token, url, params, signature) =>
  webhooks.validateRequest(token, signature, url, fields(params));
