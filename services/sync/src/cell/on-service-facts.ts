// Recuperation, check-ups and work.
import {
  checkUpAttended,
  checkUpHeld,
  employmentTrained,
  jobEmployerEntered,
  jobFairHeld,
  jobPlaced,
  recuperationBaseAccredited,
  recuperationBaseEnded,
  recuperationGuestsReceived,
  recuperationRoutePublished,
  recuperationSettled,
  recuperationTravelled,
  startupSupported,
} from '@gonglian/contracts/welfare.ts';
import type { JobFairHeld } from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import type { Received } from '@gonglian/service/use-case.ts';
import type { Movement } from '../indicator/movements.ts';
import { movesOfWelfare, type WelfareMove } from '../indicator/welfare-movements.ts';
import { reaction } from '../pipeline.ts';
import { countMovements } from './count.ts';

const recuperation = [
  recuperationBaseAccredited,
  recuperationBaseEnded,
  recuperationRoutePublished,
  recuperationTravelled,
  recuperationSettled,
  recuperationGuestsReceived,
  checkUpHeld,
  checkUpAttended,
] as const;
const work = [
  jobFairHeld,
  jobEmployerEntered,
  jobPlaced,
  employmentTrained,
  startupSupported,
] as const;
export type RecuperationFact = Received<(typeof recuperation)[number]>;
export type WorkFact = Received<(typeof work)[number]>;

export function movesOfRecuperation({ name, data }: RecuperationFact): Movement[] {
  const { unionId } = data;
  switch (name) {
    case 'recuperation-base.accredited': {
      const base = { level: data.baseLevel };
      return movesOfWelfare('recuperation_base_accredited', unionId, data.accreditedOn, base);
    }
    case 'recuperation-base.ended': {
      const base = { level: data.baseLevel };
      return movesOfWelfare('recuperation_base_ended', unionId, data.endedOn, base);
    }
    case 'recuperation-route.published':
      return movesOfWelfare('recuperation_route_published', unionId, data.publishedOn);
    case 'recuperation.travelled': {
      const went = { kind: data.targetGroup, count: BigInt(data.persons) };
      return movesOfWelfare('recuperation_travelled', unionId, data.returnedOn, went);
    }
    case 'recuperation.settled':
      return movesOfWelfare('recuperation_settled', unionId, data.settledOn, {
        kind: data.crossProvince ? 'CROSS_PROVINCE' : 'IN_PROVINCE',
        fen: data.welfareFen + data.unionFen,
      });
    case 'recuperation-guests.received': {
      const guests = { count: BigInt(data.guests), fen: data.takingsFen };
      return movesOfWelfare('recuperation_guests_received', unionId, data.month, guests);
    }
    case 'check-up.held': {
      const { checkUpKind: kind, workerGroup: source, costFen: fen } = data;
      return movesOfWelfare('check_up_held', unionId, data.heldOn, { kind, source, fen });
    }
    case 'check-up.attended': {
      const { checkUpKind: kind, workerGroup: source } = data;
      const count = BigInt(data.attended);
      return movesOfWelfare('check_up_attended', unionId, data.heldOn, { kind, source, count });
    }
  }
}

export function movesOfWork({ name, data }: WorkFact): Movement[] {
  const { unionId } = data;
  switch (name) {
    case 'job-fair.held':
      return fairMoves(data);
    case 'job-employer.entered':
      return movesOfWelfare('job_employer_entered', unionId, data.enteredOn);
    case 'job.placed': {
      const { workerGroup: kind, foundBy: source } = data;
      return movesOfWelfare('job_placed', unionId, data.placedOn, { kind, source });
    }
    case 'employment-training.held': {
      const { finishedOn, workerGroup: kind } = data;
      const count = BigInt(data.trained);
      return [
        ...movesOfWelfare('employment_training_held', unionId, finishedOn, { kind }),
        ...movesOfWelfare('employment_trained', unionId, finishedOn, { kind, count }),
      ];
    }
    case 'startup.supported': {
      const { supportedOn, interestSubsidyFen, loanFen } = data;
      return [
        ...movesOfWelfare('startup_supported', unionId, supportedOn, { fen: interestSubsidyFen }),
        ...movesOfWelfare('startup_loan', unionId, supportedOn, { fen: loanFen }),
      ];
    }
  }
}

function fairMoves(fair: JobFairHeld): Movement[] {
  const of = (move: WelfareMove, count: number) =>
    movesOfWelfare(move, fair.unionId, fair.heldOn, {
      kind: fair.campaign,
      source: fair.channel,
      count: BigInt(count),
    });
  return [
    ...of('job_fair_held', 1),
    ...of('job_fair_attended', fair.attendees),
    ...of('job_employer_came', fair.employers),
    ...of('job_notice_posted', fair.vacancies),
    ...of('job_offered', fair.wanted),
    ...of('job_intended', fair.intents),
  ];
}

export const onRecuperationFacts = reaction({
  facts: recuperation,
  async apply(tx, batch) {
    await countMovements(tx, batch.flatMap(movesOfRecuperation));
  },
});

export const onWorkFacts = reaction({
  facts: work,
  async apply(tx, batch) {
    await countMovements(tx, batch.flatMap(movesOfWork));
  },
});
