import type { ReactElement, RefObject } from 'react';
import { useWords } from './words.ts';
import type { OpenedLink } from './applicant-call.ts';

interface Props {
  link: OpenedLink;
  number: string;
  heading: RefObject<HTMLHeadingElement | null>;
}

export function Receipt({ link, number, heading }: Props): ReactElement {
  const t = useWords();
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('receipt.title')}
      </h1>
      <div className="join-card">
        <dl>
          <div>
            <dt>{t('receipt.number')}</dt>
            <dd className="join-number">{number}</dd>
          </div>
          <div>
            <dt>{t('receipt.union')}</dt>
            <dd>{link.unionName}</dd>
          </div>
          <div>
            <dt>{t('receipt.appliedOn')}</dt>
            <dd>{link.today}</dd>
          </div>
        </dl>
      </div>
      <p>{t('receipt.next')}</p>
      <p className="join-small">{t('receipt.keep')}</p>
    </>
  );
}
