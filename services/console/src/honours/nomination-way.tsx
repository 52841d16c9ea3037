import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Nomination, NominationFile } from '../shapes.ts';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { stationsOf } from './stations.ts';

interface Props {
  file: NominationFile;
  nomination: Nomination;
}

/** Ten stations from the draft to the certificate, each with the day on which it was reached. */
export function NominationWay({ file, nomination }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { state } = nomination;
  const stations = stationsOf(nomination, file.steps);
  const last = stations.findLastIndex(
    (one, place) => place === 0 || file.steps.some((step) => step.state === one),
  );
  const here = stations.findIndex((one) => one === state);
  return (
    <ol className="honour-way" aria-label={t('nominations.way')}>
      {stations.map((one, place) => {
        const passed = place <= last && (place !== here || one === 'AWARDED');
        const on = file.steps.find((step) => step.state === one)?.happenedOn ?? '';
        return (
          <li
            key={one}
            className={passed ? 'way-passed' : ''}
            aria-current={place === here ? 'step' : undefined}
          >
            <span className="way-mark" aria-hidden="true">
              {passed ? <Icon name="check" /> : place + 1}
            </span>
            <span>
              {label('nominationStation', one)}
              <span className="honour-way-day">{on}</span>
            </span>
            {passed && <span className="hidden">{t('payments.passed')}</span>}
          </li>
        );
      })}
    </ol>
  );
}
