import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { yuan } from '../numbers.ts';
import { usePreferences } from '../preferences.ts';
import { Chart } from '../ui/chart.tsx';
import type { ChartOption } from '../ui/chart.tsx';
import { ink, text } from '../ui/chart-style.ts';
import { useNodeWords } from './end-words.ts';
import type { Band, Sankey } from './sankey.ts';

interface Props {
  title: string;
  of: Sankey;
  onPick: (band: Band) => void;
}

/** Money in, pots, money out: told apart by place first, by colour second. */
const shades: Readonly<Record<string, string>> = {
  in: '#3f5862',
  pot: ink.accent,
  out: '#8a6d3b',
};

export default function FlowChart({ title, of, onPick }: Props): ReactElement {
  const { i18n } = useTranslation();
  const { largeType } = usePreferences();
  const words = useNodeWords();
  const names = of.nodes.map(words).join('\n');
  const option = useMemo(
    () =>
      draw(
        of,
        new Map(of.nodes.map((node, at) => [node, names.split('\n')[at] ?? node])),
        i18n.language,
      ),
    // Type size is read while the option is made.
    [of, names, i18n.language, largeType],
  );
  const rows = Math.max(
    ...['in:', 'pot:', 'out:'].map(
      (side) => of.nodes.filter((node) => node.startsWith(side)).length,
    ),
  );
  return (
    <Chart
      label={title}
      height={`${Math.max(22, rows * 3.4)}rem`}
      option={option}
      onPick={(at, what) => {
        const band = what === 'edge' ? of.bands[at] : undefined;
        if (band) onPick(band);
      }}
    />
  );
}

function draw(of: Sankey, names: ReadonlyMap<string, string>, language: string): ChartOption {
  const money = (value: unknown) => yuan(String(value), language);
  const name = (node: string) => names.get(node) ?? node;
  return {
    tooltip: {
      trigger: 'item',
      confine: true,
      textStyle: text(),
      formatter: (shown) => {
        const one = Array.isArray(shown) ? shown[0] : shown;
        const { source, target } = (one?.data ?? {}) as { source?: string; target?: string };
        const what = source && target ? `${name(source)} → ${name(target)}` : name(one?.name ?? '');
        return `${what} ${money(one?.value ?? 0)}`;
      },
    },
    series: [
      {
        type: 'sankey',
        left: 4,
        right: 190,
        top: 8,
        bottom: 8,
        nodeWidth: 14,
        nodeGap: 14,
        draggable: false,
        nodeAlign: 'left',
        emphasis: { focus: 'adjacency' },
        label: {
          ...text(),
          width: 180,
          overflow: 'truncate',
          formatter: (one) => `${name(one.name)}\n${money(one.value)}`,
        },
        lineStyle: { color: 'source', opacity: 0.28, curveness: 0.5 },
        data: of.nodes.map((node) => ({
          name: node,
          itemStyle: { color: shades[node.split(':')[0] ?? ''] ?? ink.own },
        })),
        links: of.bands.map(({ source, target, fen }) => ({ source, target, value: Number(fen) })),
      },
    ],
  };
}
