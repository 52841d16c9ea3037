import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Acts } from '../acts/acts.tsx';
import { paidState } from '../acts/fact-values.tsx';
import { useBanks } from '../acts/use-banks.ts';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import type { HonourGrant } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Facts } from '../ui/facts.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Icon } from '../ui/icons.tsx';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { bonusActs } from './bonus-acts.ts';
import { CertificateSheet } from './certificate-sheet.tsx';
import { HONOURS, honourQueries } from './honour-queries.ts';
import { useNominee } from './nomination-words.tsx';
import { useDesk, useHonourName } from './use-honours.ts';
import { VerifyOffline } from './verify-offline.tsx';
import '../payments/payments.css';
import './certificate.css';
import './honours.css';

/** One honour that was granted: its certificate to print, how anybody verifies it, and whether it still stands. */
export default function CertificatePage(): ReactElement {
  const { t } = useTranslation();
  const { grantId = '' } = useParams();
  const query = useQuery(honourQueries.grant(grantId));
  const grant = query.data;
  const signed = useQuery(honourQueries.certificate(grant?.origin === 'AWARDED' ? grantId : ''));
  return (
    <Page
      title={t('certificates.title')}
      lead={grant && <Lead grant={grant} />}
      above={
        <Link
          className="payment-back"
          to={grant ? `/honour-roll?${rollOf(grant)}` : '/honour-roll'}
        >
          <Icon name="back" />
          {t('certificates.toRoll')}
        </Link>
      }
      tools={grant && <Tools grant={grant} printable={signed.data !== undefined} />}
    >
      <Loaded query={query} lines={8}>
        {(one) => (
          <>
            {one.revokedOn !== '' && <Revoked grant={one} />}
            {one.origin === 'AWARDED' ? (
              <Loaded query={signed} lines={8}>
                {(certificate) => (
                  <>
                    <CertificateSheet certificate={certificate} grant={one} />
                    <VerifyOffline certificate={certificate} />
                  </>
                )}
              </Loaded>
            ) : (
              <p className="honour-recorded">{t('certificates.recorded')}</p>
            )}
            <Section title={t('certificates.about')} screenOnly>
              <About grant={one} />
              <Bonus grant={one} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Of the person where it is one, else of the union. */
const rollOf = ({ personId, unionId }: HonourGrant) =>
  personId === '' ? `unionId=${unionId}` : `personId=${personId}`;

function Lead({ grant }: { grant: HonourGrant }): ReactElement {
  const { t } = useTranslation();
  const nameOf = useHonourName();
  const nomineeOf = useNominee();
  return (
    <>
      {nomineeOf(grant)} · {nameOf({ ...grant, name: grant.honourName })}{' '}
      {grant.revokedOn === '' ? (
        <Chip tone="good">{t('certificates.valid')}</Chip>
      ) : (
        <Chip tone="bad">{t('certificates.revoked')}</Chip>
      )}
    </>
  );
}

interface ToolsProps {
  grant: HonourGrant;
  printable: boolean;
}

function Tools({ grant, printable }: ToolsProps): ReactElement {
  const { t } = useTranslation();
  const [revoking, setRevoking] = useState(false);
  const { duty, whole } = useDesk();
  return (
    <>
      {duty === 'chair' && whole && grant.revokedOn === '' && (
        <button type="button" className="button" onClick={() => setRevoking(true)}>
          {t('certificates.revoke.do')}
        </button>
      )}
      {printable && (
        <button type="button" className="button button-main" onClick={() => window.print()}>
          <Icon name="print" />
          {t('certificates.print')}
        </button>
      )}
      {revoking && (
        <FormDialog
          title={t('certificates.revoke.do')}
          follows={t('certificates.revoke.follows')}
          does={t('certificates.revoke.do')}
          fields={[
            { name: 'revokedOn', label: t('certificates.revokedOn'), as: 'past', first: today() },
            { name: 'reason', label: t('certificates.reason'), as: 'long', maxLength: 200 },
          ]}
          send={({ revokedOn = '', reason = '' }, key) => {
            const params = { path: { grantId: grant.grantId } };
            const headers = { 'Idempotency-Key': key };
            const body = { expectedVersion: grant.version, revokedOn, reason };
            return answer(
              client.POST('/honour-grants/{grantId}/revoke', { params, headers, body }),
            );
          }}
          stale={[HONOURS]}
          onClose={() => setRevoking(false)}
        />
      )}
    </>
  );
}

/** Printed too: a sheet of paper must not outlive what it says. */
function Revoked({ grant }: { grant: HonourGrant }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="honour-revoked" role="note">
      <p>
        <strong>{t('certificates.wasRevoked', { day: grant.revokedOn })}</strong>
      </p>
      <p>{t('certificates.because', { reason: grant.revokeReason })}</p>
      <p className="quiet">{t('certificates.kept')}</p>
    </div>
  );
}

/** Asked for by whoever works at a desk of the node. */
function Bonus({ grant }: { grant: HonourGrant }): ReactElement {
  return <Acts acts={bonusActs} record={grant} choices={useBanks()} stale={HONOURS} />;
}

function About({ grant }: { grant: HonourGrant }): ReactElement {
  const { t } = useTranslation();
  return (
    <Facts
      of={[
        [t('certificates.number'), grant.certificateNo],
        [t('certificates.grantedOn'), grant.grantedOn],
        [t('certificates.document'), grant.documentNo],
        [t('nominations.union'), grant.unionName],
        [t('certificates.origin'), t(`certificates.origins.${grant.origin as 'AWARDED'}`)],
        [t('certificates.revokedOn'), grant.revokedOn],
        [t('certificates.reason'), grant.revokeReason],
        [
          t('certificates.bonus'),
          paidState(grant.payoutState, { kind: 'HONOUR_BONUS', recordId: grant.grantId }),
        ],
        [
          t('certificates.way'),
          grant.nominationId === '' ? (
            ''
          ) : (
            <Link key="way" to={`/nominations/${grant.nominationId}`}>
              {t('certificates.toNomination')}
            </Link>
          ),
        ],
      ]}
    />
  );
}
