import type { ReactElement, RefObject } from 'react';
import { useWords } from './words.ts';
import type { OpenedLink } from './applicant-call.ts';

interface Props {
  link: OpenedLink;
  heading: RefObject<HTMLHeadingElement | null>;
  onConfirm: () => void;
}

/** Shown before anything is asked: a sticker put over a poster leads to another name. */
export function UnionCard({ link, heading, onConfirm }: Props): ReactElement {
  const t = useWords();
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('card.title')}
      </h1>
      <div className="join-card">
        <p className="join-card-union">{link.unionName}</p>
        <dl>
          <div>
            <dt>{t('card.federation')}</dt>
            <dd>{link.federation}</dd>
          </div>
          <div>
            <dt>{t('card.expiresOn')}</dt>
            <dd>{link.expiresOn}</dd>
          </div>
        </dl>
      </div>
      <p className="join-guard">{t('card.guard')}</p>
      <button type="button" className="join-main" onClick={onConfirm}>
        {t('card.confirm')}
      </button>
      <p className="join-small">{t('card.notMine')}</p>
    </>
  );
}
