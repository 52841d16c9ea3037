import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import type { CampaignKind } from './campaign.ts';
import { decideVisit, siteKey } from './visit.ts';

test.each<[string | undefined, CampaignKind, string, string]>([
  [undefined, 'SUMMER_COOLING', '2026-07-08', 'ORANGE'],
  [undefined, 'SUMMER_COOLING', '2026-07-08', 'NONE'],
  [undefined, 'WINTER_WARMTH', '2026-01-20', ''],
  ['CAMPAIGN_OF_ANOTHER_YEAR', 'WINTER_WARMTH', '2025-12-31', ''],
  ['TEMPERATURE_LEVEL_WRONG', 'SUMMER_COOLING', '2026-07-08', ''],
  ['TEMPERATURE_LEVEL_WRONG', 'WINTER_WARMTH', '2026-01-20', 'RED'],
])('%s: %s on %s, %s', (code, campaignKind, visitedOn, temperatureLevel) => {
  const campaign = { year: 2026, campaignKind };
  expect(codeOf(() => decideVisit(campaign, { visitedOn, temperatureLevel }))).toBe(code);
});

test.each([
  ['三号 工地', '三号工地', true],
  ['Ａ区工地', 'a区工地', true],
  ['三号工地', '四号工地', false],
])('%s and %s', (one, other, same) => {
  const key = (siteName: string) => siteKey({ siteName, siteUnionId: '' });
  expect(key(one) === key(other)).toBe(same);
});
