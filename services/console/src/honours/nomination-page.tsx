import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Nomination, NominationFile } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { Consultations } from './consultations.tsx';
import { honourQueries } from './honour-queries.ts';
import { NominationBar } from './nomination-bar.tsx';
import { NominationSteps } from './nomination-steps.tsx';
import { NominationWay } from './nomination-way.tsx';
import { NominationChip, useNominee } from './nomination-words.tsx';
import { Objections } from './objections.tsx';
import { Publicities } from './publicities.tsx';
import { useHonourName, useTraits } from './use-honours.ts';
import '../payments/payments.css';
import './honours.css';

/** One nomination: how far it has come, what may be done next, and all that has happened to it. */
export default function NominationPage(): ReactElement {
  const { t } = useTranslation();
  const { nominationId = '' } = useParams();
  const query = useQuery(honourQueries.nomination(nominationId));
  const { nomination } = query.data ?? {};
  const nomineeOf = useNominee();
  return (
    <Page
      title={nomination ? nomineeOf(nomination) : t('nominations.one')}
      lead={nomination && <Lead nomination={nomination} />}
      above={
        <Link
          to={
            nomination
              ? `/honours/${nomination.roundId}?honour=${nomination.honourCode}`
              : '/honours'
          }
          className="payment-back"
        >
          <Icon name="back" />
          {t('nominations.toRound')}
        </Link>
      }
    >
      <Loaded query={query} lines={10}>
        {(file) => file.nomination && <Whole file={file} nomination={file.nomination} />}
      </Loaded>
    </Page>
  );
}

function Lead({ nomination }: { nomination: Nomination }): ReactElement {
  const nameOf = useHonourName();
  return (
    <>
      {nameOf({ ...nomination, name: nomination.honourName })} · {nomination.unionName}{' '}
      <NominationChip nomination={nomination} />
    </>
  );
}

interface WholeProps {
  file: NominationFile;
  nomination: Nomination;
}

function Whole({ file, nomination }: WholeProps): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <NominationWay file={file} nomination={nomination} />
      <NominationBar
        nomination={nomination}
        grantId={file.grantId}
        consultations={file.consultations}
      />
      <Section title={t('nominations.about')}>
        <About nomination={nomination} deeds={file.deeds} />
      </Section>
      <Section title={t('nominations.consultations')} note={t('nominations.consultationsNote')}>
        <Consultations file={file} nomination={nomination} />
      </Section>
      <Section title={t('nominations.publicities')} note={t('nominations.publicitiesNote')}>
        <Publicities items={file.publicities} />
      </Section>
      <Section title={t('nominations.objections')}>
        <Objections file={file} nomination={nomination} />
      </Section>
      <Section title={t('nominations.steps')} note={t('nominations.stepsNote')}>
        <NominationSteps steps={file.steps} />
      </Section>
    </>
  );
}

function About({ nomination, deeds }: { nomination: Nomination; deeds: string }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const traitsOf = useTraits('and');
  const single = nomination.singleListed ? 'yes' : 'no';
  return (
    <Facts
      of={[
        [t('nominations.union'), nomination.unionName],
        [t('nominations.holder'), label('honourHolder', nomination.holder)],
        [t('nominations.traits'), nomination.traits.length > 0 && traitsOf(nomination.traits)],
        [t('nominations.kind'), t(`nominations.singleListed.${single}`)],
        [t('nominations.submittedOn'), nomination.submittedOn],
        [t('nominations.decidedOn'), nomination.decidedOn],
        [t('nominations.field.decisionNo'), nomination.decisionNo],
        [t('nominations.fromNode'), nomination.fromNode],
        [
          t('nominations.deeds'),
          <span key="deeds" className="honour-deeds">
            {deeds}
          </span>,
        ],
      ]}
    />
  );
}
