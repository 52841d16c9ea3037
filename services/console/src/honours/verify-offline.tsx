import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HonourCertificate } from '../shapes.ts';
import { Icon } from '../ui/icons.tsx';
import { Section } from '../ui/page.tsx';
import { saveFile } from '../ui/save-file.ts';

const steps = ['text', 'key', 'run', 'read'] as const;

/** What somebody does who trusts the node's public key and nobody else. */
export function VerifyOffline({ certificate }: { certificate: HonourCertificate }): ReactElement {
  const { t } = useTranslation();
  const { qrText, publicKey, certificateNo } = certificate;
  const file = `${certificateNo}.txt`;
  return (
    <Section
      title={t('certificates.verify')}
      note={t('certificates.verifyNote')}
      screenOnly
      tools={
        <button
          type="button"
          className="button"
          onClick={() => saveFile(new Blob([qrText], { type: 'text/plain' }), file)}
        >
          <Icon name="imports" />
          {t('certificates.save')}
        </button>
      }
    >
      <ol className="certificate-steps">
        {steps.map((step) => (
          <li key={step}>{t(`certificates.steps.${step}`)}</li>
        ))}
      </ol>
      <dl className="certificate-proof">
        <div>
          <dt>{t('certificates.command')}</dt>
          <dd>
            <code>{`./gonglian certificate verify ${file} --key ${publicKey}`}</code>
          </dd>
        </div>
        <div>
          <dt>{t('certificates.publicKey')}</dt>
          <dd>
            <code>{publicKey}</code>
          </dd>
        </div>
        <div>
          <dt>{t('certificates.signedText')}</dt>
          <dd lang="zh-CN">
            <code>{qrText}</code>
          </dd>
        </div>
      </dl>
    </Section>
  );
}
