import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CertificateCode } from '../honours/certificate-code.tsx';
import { useHonourName } from '../honours/use-honours.ts';
import type { HonourGrant, MyHonour } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Loaded, Section } from '../ui/page.tsx';
import { myQueries } from './my-queries.ts';
import '../honours/certificate.css';

/** The own honours, whichever union they were for; each with its code, to be shown at a counter. */
export function MyHonours(): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(myQueries.honours());
  return (
    <Section title={t('my.honours.title')} note={t('my.honours.note')}>
      <Loaded query={query} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="note">{t('my.honours.none')}</p>
          ) : (
            <ul className="my-list">
              {items.map(
                (one) => one.grant && <Mine key={one.grant.grantId} one={one} grant={one.grant} />,
              )}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function Mine({ one, grant }: { one: MyHonour; grant: HonourGrant }): ReactElement {
  const { t } = useTranslation();
  const nameOf = useHonourName();
  const { certificateNo, grantedOn, documentNo, revokedOn } = grant;
  return (
    <li>
      <strong>{nameOf({ ...grant, name: grant.honourName })}</strong>
      <span className="quiet">
        {t('my.honours.grantedOn', { day: grantedOn })} · {documentNo}
      </span>
      {certificateNo !== '' && (
        <span className="quiet">{t('my.honours.number', { number: certificateNo })}</span>
      )}
      {revokedOn !== '' && (
        <span>
          <Chip tone="bad">{t('certificates.wasRevoked', { day: revokedOn })}</Chip>
        </span>
      )}
      {one.certificate && revokedOn === '' && (
        <details className="my-code">
          <summary>{t('my.honours.show')}</summary>
          <CertificateCode certificate={one.certificate} />
          <p className="note">{t('my.honours.scan')}</p>
        </details>
      )}
    </li>
  );
}
