import * as facts from '@gonglian/contracts/competitions.ts';
import * as events from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { DAY, told } from './told-record.ts';

export const TOLD_INNOVATIONS = [
  told(
    [
      'a result',
      facts.innovationRegistered,
      events.InnovationRegistered,
      { registeredOn: DAY, declaredBenefitFen: 1_200_000n },
    ],
    [{ movement: 'innovation_registered', amountFen: 1_200_000n }],
    ['1 innovation_results_registered ', '1200000 economic_benefit_yuan '],
  ),
  told(
    [
      'a result for an award',
      facts.innovationDeclared,
      events.InnovationDeclared,
      { level: 'PROVINCE', declaredOn: DAY },
    ],
    [{ movement: 'innovation_declared', organiserLevel: 'PROVINCE' }],
    ['1 innovation_results_declared ', '1 innovation_results_declared honour_level=province'],
  ),
  told(
    [
      'an award',
      facts.innovationHonoured,
      events.InnovationHonoured,
      { level: 'UNIT', honouredOn: DAY },
    ],
    [{ movement: 'innovation_honoured', organiserLevel: 'UNIT' }],
    ['1 innovation_results_honoured ', '1 innovation_results_honoured honour_level=enterprise'],
  ),
  told(
    ['taken', facts.challengeTaken, events.ChallengeTaken, { takenOn: DAY }],
    [{ movement: 'challenge_taken' }],
    ['1 challenge_takers '],
  ),
  told(
    ['solved', facts.challengeDelivered, events.ChallengeDelivered, { deliveredOn: DAY }],
    [{ movement: 'challenge_delivered' }],
    ['1 technical_innovations ', '1 technical_innovations source=challenge'],
  ),
  told(
    ['collected', facts.suggestionSubmitted, events.SuggestionSubmitted, { submittedOn: DAY }],
    [{ movement: 'suggestion_submitted' }],
    ['1 rationalisation_proposals '],
  ),
  told(
    ['collected', facts.hazardReported, events.HazardReported, { reportedOn: DAY }],
    [{ movement: 'hazard_reported' }],
    ['1 hazard_reports_collected '],
  ),
];
