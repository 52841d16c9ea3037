/** A month and all before it are closed together, and one by one opened again. */
export class OpenMonths {
  #closedThrough = '';
  readonly #reopened = new Set<string>();
  #changes = 0;

  get changes(): number {
    return this.#changes;
  }

  isOpen(period: string): boolean {
    return period > this.#closedThrough || this.#reopened.has(period);
  }

  take({ period, change }: { period: string; change: string }): void {
    this.#changes += 1;
    if (change === 'REOPENED') {
      this.#reopened.add(period);
      return;
    }
    this.#reopened.delete(period);
    if (period > this.#closedThrough) this.#closedThrough = period;
  }
}
