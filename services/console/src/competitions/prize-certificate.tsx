import { useQuery } from '@tanstack/react-query';
import { QRCode } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { Facts } from '../ui/facts.tsx';
import { Loaded } from '../ui/page.tsx';
import { competitionQueries } from './competitions-queries.ts';

interface Props {
  entryId: string;
  onClose: () => void;
}

const codePixels = 320;

/** What was signed, as a code that anybody verifies with the node's public key and nothing else. */
export function PrizeCode({ qrText, number }: { qrText: string; number: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <div
      className="contest-code"
      role="img"
      aria-label={t('competitions.certificateCode', { number })}
    >
      <div aria-hidden="true">
        <QRCode
          type="svg"
          value={qrText}
          size={codePixels}
          errorLevel="L"
          bordered={false}
          color="#000000"
          bgColor="#ffffff"
        />
      </div>
    </div>
  );
}

export function PrizeDialog({ entryId, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(competitionQueries.certificate(entryId));
  return (
    <AskDialog title={t('competitions.certificate')} onClose={onClose}>
      <Loaded query={query} lines={6}>
        {(one) => (
          <div className="contest-certificate">
            <p className="contest-holder">{one.holderName}</p>
            <p>{one.prizeName}</p>
            <PrizeCode qrText={one.qrText} number={one.certificateNo} />
            <Facts
              of={[
                [t('competitions.certificateNo'), one.certificateNo],
                [t('competitions.issuedOn'), one.issuedOn],
                [
                  t('competitions.publicKey'),
                  <code key="key" className="seal">
                    {one.publicKey}
                  </code>,
                ],
              ]}
            />
            <details>
              <summary>{t('competitions.signedText')}</summary>
              <code className="seal contest-text">{one.qrText}</code>
              <p className="note">{t('competitions.verifyNote')}</p>
            </details>
          </div>
        )}
      </Loaded>
      <div className="ask-foot">
        <button type="button" className="button" onClick={onClose}>
          {t('action.close')}
        </button>
      </div>
    </AskDialog>
  );
}
