import { Component } from 'react';
import type { ReactNode } from 'react';
import { ProblemPanel } from '../ui/problem-panel.tsx';

/** A screen that fails to draw leaves the menu usable. React offers this to classes only. */
export class Unbroken extends Component<{ children: ReactNode }, { problem: unknown }> {
  override state: { problem: unknown } = { problem: undefined };

  static getDerivedStateFromError(problem: unknown): { problem: unknown } {
    return { problem };
  }

  override render(): ReactNode {
    if (this.state.problem === undefined) return this.props.children;
    return <ProblemPanel problem={this.state.problem} retry={() => window.location.reload()} />;
  }
}
