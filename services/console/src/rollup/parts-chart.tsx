import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { compact, exact, wholeSize } from '../numbers.ts';
import { usePreferences } from '../preferences.ts';
import { Chart } from '../ui/chart.tsx';
import type { ChartOption } from '../ui/chart.tsx';
import { ink, text } from '../ui/chart-style.ts';
import type { Share } from './parts-section.tsx';

interface Props {
  style: 'bar' | 'treemap';
  title: string;
  shares: readonly Share[];
  unit: string;
  onDrill: (unionId: string) => void;
}

export default function PartsChart({
  style,
  title,
  shares: told,
  unit,
  onDrill,
}: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const { compactNumbers, largeType } = usePreferences();
  const option = useMemo(() => {
    const format = (value: number): string =>
      compactNumbers ? compact(value, i18n.language) : exact(value, i18n.language);
    const shares = told.map((share) => ({
      ...share,
      value: String(wholeSize(share.value, unit)),
    }));
    return style === 'bar' ? bars(shares, format) : treemap(shares, format);
    // Type size is read while the option is made.
  }, [style, told, unit, compactNumbers, largeType, i18n.language]);
  const rows = Math.max(3, told.length);
  return (
    <Chart
      key={style}
      label={t('rollup.partsChart', { name: title })}
      height={style === 'bar' ? `${rows * 2.15 + 1}rem` : '26rem'}
      option={option}
      onPick={(at) => {
        const share = told[at];
        if (share) onDrill(share.part.union.unionId);
      }}
    />
  );
}

function bars(shares: readonly Share[], format: (value: number) => string): ChartOption {
  return {
    grid: { left: 4, right: 64, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: shares.map((share) => share.part.union.name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...text(), width: 150, overflow: 'truncate' },
    },
    tooltip: { trigger: 'item', confine: true, textStyle: text() },
    series: [
      {
        type: 'bar',
        barWidth: '58%',
        barMaxWidth: 22,
        itemStyle: { color: ink.accent, borderRadius: [0, 2, 2, 0] },
        label: {
          show: true,
          position: 'right',
          ...text(),
          formatter: ({ value }) => format(Number(value)),
        },
        data: shares.map((share) => ({
          value: Number(share.value),
          // A part that has not reported lately is drawn hollow.
          ...(share.part.stale
            ? {
                itemStyle: {
                  color: '#fff',
                  borderColor: ink.accent,
                  borderType: 'dashed' as const,
                },
              }
            : {}),
        })),
      },
    ],
  };
}

/** The largest darkest; each is dark enough for white words. */
const shades = ['#6e150f', '#861c15', '#a1231a', '#ab4237', '#9a5a4e'] as const;

function treemap(shares: readonly Share[], format: (value: number) => string): ChartOption {
  return {
    tooltip: { confine: true, textStyle: text() },
    series: [
      {
        type: 'treemap',
        roam: false,
        nodeClick: false,
        breadcrumb: { show: false },
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        itemStyle: { gapWidth: 2, borderColor: '#fff' },
        label: {
          ...text(),
          color: '#fff',
          formatter: ({ name, value }) => `${name}\n${format(Number(value))}`,
        },
        // An area cannot show a loss or nothing; the table does.
        data: shares.map((share, at) => ({
          name: share.part.union.name,
          value: Number(share.value),
          itemStyle: {
            color: shades[Math.floor((at * shades.length) / shares.length)] ?? ink.accent,
          },
        })),
      },
    ],
  };
}
