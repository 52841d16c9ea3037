import { QRCode } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HonourCertificate } from '../shapes.ts';

const codePixels = 480;

/** The whole signed text as a code: whoever scans it has all that is needed to verify it. */
export function CertificateCode({ certificate }: { certificate: HonourCertificate }): ReactElement {
  const { t } = useTranslation();
  return (
    <div
      className="certificate-code"
      role="img"
      aria-label={t('certificates.code', { number: certificate.certificateNo })}
    >
      <div aria-hidden="true">
        <QRCode
          type="svg"
          value={certificate.qrText}
          size={codePixels}
          errorLevel="M"
          bordered={false}
          color="#000000"
          bgColor="#ffffff"
        />
      </div>
    </div>
  );
}
