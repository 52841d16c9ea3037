// What the QR code of a poster leads to: which union it is, what is asked and why, the application, the receipt.
import { useEffect, useRef, useState } from 'react';
import type { ReactElement, RefObject } from 'react';
import { useWords } from './words.ts';
import { emptyApplication, receiptNumber } from './application.ts';
import { ApplicationForm } from './application-form.tsx';
import type { OpenedLink } from './applicant-call.ts';
import { LinkRefused } from './link-refused.tsx';
import { Notice } from './notice.tsx';
import { Receipt } from './receipt.tsx';
import { ScreenBar } from './screen-bar.tsx';
import { UnionCard } from './union-card.tsx';
import { useLink } from './use-link.ts';
import { useStep } from './use-step.ts';

export function JoinPage({ token }: { token: string }): ReactElement {
  const t = useWords();
  const { link, problem, again } = useLink(token);
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <>
      <ScreenBar />
      <main className="join">
        {link === undefined && problem === undefined && (
          <p className="join-wait" role="status">
            {t('opening')}
          </p>
        )}
        {problem !== undefined && <LinkRefused problem={problem} again={again} />}
        {link !== undefined && <Steps token={token} link={link} />}
      </main>
      <footer className="join-foot">{t('neverAsks')}</footer>
    </>
  );
}

function Steps({ token, link }: { token: string; link: OpenedLink }): ReactElement {
  const [step, go] = useStep();
  const [application, setApplication] = useState(emptyApplication);
  const [receipt, setReceipt] = useState('');
  const heading = useFocusOn(step);
  if (step === 'receipt' && receipt !== '') {
    return <Receipt link={link} number={receipt} heading={heading} />;
  }
  if (step === 'form') {
    return (
      <ApplicationForm
        token={token}
        link={link}
        heading={heading}
        application={application}
        onChange={setApplication}
        onSent={(memberId) => {
          setReceipt(receiptNumber(memberId));
          // Whoever is handed the phone next finds nothing of it.
          setApplication(emptyApplication);
          go('receipt');
        }}
      />
    );
  }
  if (step === 'notice') {
    return <Notice link={link} heading={heading} onAgree={() => go('form')} />;
  }
  return <UnionCard link={link} heading={heading} onConfirm={() => go('notice')} />;
}

/** Who listens begins at the new step's heading, not where the last button was. */
function useFocusOn(step: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    last.current = step;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [step]);
  return heading;
}
