import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import type { HonourCertificate, HonourGrant } from '../shapes.ts';
import { CertificateCode } from './certificate-code.tsx';

interface Props {
  certificate: HonourCertificate;
  grant: HonourGrant;
}

/** One sheet A4. Whose it is and for what stands as it was signed, in whatever language the rest is. */
export function CertificateSheet({ certificate, grant }: Props): ReactElement {
  const { t } = useTranslation();
  const { documentNo, awardedBy } = grant;
  const own = useQuery(queries.node()).data?.name ?? '';
  const { certificateNo, holderName, honourName, grantedOn, revokedOn } = certificate;
  const [year = '', month = '', day = ''] = grantedOn.split('-');
  return (
    <article
      className={revokedOn === '' ? 'certificate' : 'certificate certificate-revoked'}
      aria-label={t('certificates.title')}
    >
      <p className="certificate-no">{t('certificates.sheet.number', { number: certificateNo })}</p>
      <h2>{t('certificates.sheet.title')}</h2>
      <p className="certificate-holder" lang="zh-CN">
        {holderName}
      </p>
      <p className="certificate-said">{t('certificates.sheet.said')}</p>
      <p className="certificate-honour" lang="zh-CN">
        {honourName}
      </p>
      <p className="certificate-said">{t('certificates.sheet.honour', { document: documentNo })}</p>
      <div className="certificate-foot">
        <div>
          <CertificateCode certificate={certificate} />
          <p>{t('certificates.sheet.scan')}</p>
        </div>
        <p className="certificate-node">
          {awardedBy === '' ? own : t('certificates.sheet.node', { node: awardedBy })}
          <br />
          {t('certificates.sheet.date', { year, month: Number(month), day: Number(day) })}
        </p>
      </div>
      {revokedOn !== '' && (
        <p className="certificate-mark">{t('certificates.sheet.revoked', { day: revokedOn })}</p>
      )}
    </article>
  );
}
