// The desks of the journey of services: a clerk and a chair, each with a page of its own.
import type { Page } from 'playwright-core';
import { openFederation } from '../federation.ts';
import { drawn, openBrowser, type Visitor } from './browser.ts';
import { COUNTY } from './money.ts';

export type Duty = 'clerk' | 'chair';

export interface Desks {
  /** The page of a duty, at an address, all of it drawn. */
  go(duty: Duty, address: string): Promise<Page>;
  /** Hosts that anything was fetched from. */
  hosts(): string[];
  complaints(): string[];
  leave(): Promise<void>;
}

export const federation = await openFederation();
export const origin = federation.origin(COUNTY);

export async function openDesks(chromium: string): Promise<Desks> {
  const visitors = await openBrowser(chromium);
  const hosts = new Set<string>();
  const come = async (duty: Duty) => {
    const visitor = await visitors.come();
    const page = await visitor.tab();
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith('http')) hosts.add(host);
    });
    await page.goto(origin);
    await page.getByRole('link', { name: '进入' }).click();
    await page.getByRole('link', { name: duty }).click();
    await page.locator('main h1').waitFor();
    return { visitor, page };
  };
  const desks: Record<Duty, { visitor: Visitor; page: Page }> = {
    clerk: await come('clerk'),
    chair: await come('chair'),
  };
  const all = Object.values(desks);
  return {
    async go(duty, address) {
      const { page } = desks[duty];
      await page.bringToFront();
      await page.goto(`${origin}${address}`);
      await drawn(page);
      return page;
    },
    hosts: () => [...hosts],
    complaints: () => all.flatMap(({ visitor }) => visitor.complaints),
    async leave() {
      for (const { visitor } of all) await visitor.leave();
      await visitors.close();
    },
  };
}

/** Opens what a link leads to; says where that is. */
export async function follow(page: Page, name: string): Promise<string> {
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await drawn(page);
  return new URL(page.url()).pathname;
}

/** As the head of its page says it, once that is this. */
export async function reached(page: Page, state: string): Promise<string> {
  const chip = page.locator('.page-head .chip').getByText(state, { exact: true });
  await chip.waitFor();
  return chip.innerText();
}
