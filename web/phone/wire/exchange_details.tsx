import { Fragment, useMemo } from 'react';
import type { Exchange } from '../api/desk';
import { useSay } from '../words';
import classes from './exchange_details.module.css';
import { isXml, prettyXml, tokensOf } from './xml';

function Body({ words, contentType }: { words: string; contentType: string | undefined }) {
  const say = useSay();
  const tokens = useMemo(
    () => (isXml(contentType) ? tokensOf(prettyXml(words)) : undefined),
    [words, contentType],
  );
  return (
    <pre
      className={classes.body}
      aria-label={say('phone.wire.answer')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by keyboard too
      tabIndex={0}
    >
      <code>
        {tokens
          ? tokens.map((token, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a text does not change its order
              <span key={index} data-token={token.kind}>
                {token.words}
              </span>
            ))
          : words}
      </code>
    </pre>
  );
}

function Params({ params }: { params: Exchange['params'] }) {
  const say = useSay();
  if (params.length === 0) return <p className={classes.quiet}>{say('phone.wire.no_params')}</p>;
  return (
    <table className={classes.params}>
      <caption>{say('phone.wire.params')}</caption>
      <tbody>
        {params.map(({ name, value }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a name may come twice
          <tr key={index}>
            <th scope="row">{name}</th>
            <td dir="auto">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** All that was sent and answered. */
export function ExchangeDetails({ id, exchange }: { id: string; exchange: Exchange }) {
  const say = useSay();
  const { fault, failure, signature, subject, url, body, content_type: contentType } = exchange;
  const facts = [
    ['phone.wire.url', url],
    ['phone.wire.signature', signature],
    ['phone.wire.subject', subject],
    ['phone.wire.content_type', contentType ?? ''],
  ] as const;
  return (
    <div id={id} className={classes.details}>
      {fault && (
        <p className={classes.fault}>
          {say('phone.wire.fault', { ...fault, code: String(fault.code) })}
        </p>
      )}
      {failure && <p className={classes.fault}>{failure}</p>}
      <Params params={exchange.params} />
      <dl className={classes.facts}>
        {facts.map(([word, value]) =>
          value ? (
            <Fragment key={word}>
              <dt>{say(word)}</dt>
              <dd>{value}</dd>
            </Fragment>
          ) : null,
        )}
      </dl>
      {body ? (
        <Body words={body} contentType={contentType} />
      ) : (
        <p className={classes.quiet}>{say('phone.wire.no_body')}</p>
      )}
    </div>
  );
}
