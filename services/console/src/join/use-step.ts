import { useEffect, useState } from 'react';

export type Step = 'union' | 'notice' | 'form' | 'receipt';

/** The phone's own back leads one step back; a receipt is not gone back from, or it would be sent twice. */
export function useStep(): [Step, (step: Step) => void] {
  const [step, setStep] = useState<Step>('union');
  useEffect(() => {
    // What was filled in did not outlive a reload, so neither does the step.
    history.replaceState(null, '');
    const back = ({ state }: PopStateEvent): void => {
      setStep((now) => (now === 'receipt' ? now : stepOf(state)));
    };
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  const go = (next: Step): void => {
    if (next === 'receipt') history.replaceState({ step: next }, '');
    else history.pushState({ step: next }, '');
    setStep(next);
  };
  return [step, go];
}

function stepOf(state: unknown): Step {
  const step = (state as { step?: unknown } | null)?.step;
  return step === 'notice' || step === 'form' ? step : 'union';
}
