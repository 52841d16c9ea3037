import { useRef, useState } from 'react';
import type { ReactElement, ReactNode, RefObject } from 'react';
import { useWords } from './words.ts';
import type { OpenedLink } from './applicant-call.ts';

interface Props {
  link: OpenedLink;
  heading: RefObject<HTMLHeadingElement | null>;
  onAgree: () => void;
}

const articles = ['who', 'why', 'what', 'howLong', 'rights'] as const;

/** Notice first, then consent; sensitive items have a tick of their own (PIPL art. 17, 28, 29). */
export function Notice({ link, heading, onAgree }: Props): ReactElement {
  const t = useWords();
  const [read, setRead] = useState(false);
  const [sensitive, setSensitive] = useState(false);
  const [missing, setMissing] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const names = { union: link.unionName, federation: link.federation };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (read && sensitive) {
          onAgree();
          return;
        }
        setMissing(true);
        (read ? second : first).current?.focus();
      }}
    >
      <p className="join-step">{t('step', { at: 1 })}</p>
      <h1 ref={heading} tabIndex={-1}>
        {t('notice.title')}
      </h1>
      <dl className="join-notice">
        {articles.map((article) => (
          <div key={article}>
            <dt>{t(`notice.${article}.title`)}</dt>
            <dd>{t(`notice.${article}.text`, names)}</dd>
          </div>
        ))}
      </dl>
      <p className="join-small">{t('notice.version')}</p>
      <Tick box={first} of={read} set={setRead} wrong={missing && !read}>
        {t('notice.agree')}
      </Tick>
      <Tick box={second} of={sensitive} set={setSensitive} wrong={missing && !sensitive}>
        {t('notice.agreeSensitive')}
      </Tick>
      <p className="join-fault" id="tick-fault" role="alert">
        {missing && !(read && sensitive) && t('notice.missing')}
      </p>
      <button type="submit" className="join-main">
        {t('notice.next')}
      </button>
      <p className="join-small">{t('notice.otherwise')}</p>
    </form>
  );
}

interface TickProps {
  box: RefObject<HTMLInputElement | null>;
  of: boolean;
  set: (ticked: boolean) => void;
  wrong: boolean;
  children: ReactNode;
}

function Tick({ box, of, set, wrong, children }: TickProps): ReactElement {
  return (
    <label className={wrong ? 'join-tick join-wrong' : 'join-tick'}>
      <input
        ref={box}
        type="checkbox"
        checked={of}
        required
        aria-invalid={wrong}
        aria-describedby={wrong ? 'tick-fault' : undefined}
        onChange={(event) => set(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
