import { QRCode } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../gen/api.d.ts';

interface Props {
  link: components['schemas']['membership.v1.JoinLink'];
  federation: string;
  origin: string;
}

const steps = ['check', 'agree', 'fill', 'wait'] as const;
const codePixels = 640;

/** One sheet: whose it is, what it never asks, and how to tell a sticker put over it. */
export function Poster({ link, federation, origin }: Props): ReactElement {
  const { t } = useTranslation();
  const { host } = new URL(origin);
  return (
    <article className="poster" aria-label={t('poster.title')}>
      <p className="poster-federation">{federation}</p>
      <h2>{t('poster.join')}</h2>
      <p className="poster-union">{link.unionName}</p>
      <div
        className="poster-code"
        role="img"
        aria-label={t('poster.code', { union: link.unionName })}
      >
        <div aria-hidden="true">
          <QRCode
            type="svg"
            value={`${origin}/join/${link.token}`}
            size={codePixels}
            errorLevel="M"
            bordered={false}
            color="#000000"
            bgColor="#ffffff"
          />
        </div>
      </div>
      <p className="poster-scan">{t('poster.scan')}</p>
      <ol className="poster-steps">
        {steps.map((step) => (
          <li key={step}>{t(`poster.steps.${step}`)}</li>
        ))}
      </ol>
      <p className="poster-never">{t('poster.never')}</p>
      <p className="poster-check">{t('poster.check', { host })}</p>
      <p className="poster-until">{t('poster.until', { date: link.expiresOn })}</p>
    </article>
  );
}
