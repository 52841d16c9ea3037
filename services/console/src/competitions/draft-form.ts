// What is typed of a competition, and what is sent of it: per cent become basis points, yuan become fen.
import { basisPoints } from '../grants/read-pairs.ts';
import { fenOf } from '../settlements/fen.ts';
import type { Competition } from '../shapes.ts';

export interface ModuleForm {
  title: string;
  moduleKind: string;
  percent: string;
}
export interface TradeForm {
  title: string;
  standardGrade: string;
  places: string;
  ageMax: string;
  finalists: string;
  modules: readonly ModuleForm[];
}
export interface StageForm {
  stage: string;
  place: string;
  heldFrom: string;
  heldTo: string;
}

export interface DraftForm {
  unionId: string;
  name: string;
  kind: string;
  level: string;
  competitionClass: string;
  origin: string;
  organiserName: string;
  season: string;
  basisDocument: string;
  heldFrom: string;
  heldTo: string;
  projectName: string;
  prize: string;
  organising: string;
  parentCompetitionId: string;
  stages: readonly StageForm[];
  trades: readonly TradeForm[];
}

const STAGES = ['QUALIFYING', 'FINAL'] as const;
export const emptyModules: readonly ModuleForm[] = [
  { title: '', moduleKind: 'THEORY', percent: '30' },
  { title: '', moduleKind: 'PRACTICAL', percent: '70' },
];
export const emptyTrade: TradeForm = {
  title: '',
  standardGrade: '0',
  places: '',
  ageMax: '',
  finalists: '',
  modules: emptyModules,
};
const noStage = (stage: string): StageForm => ({ stage, place: '', heldFrom: '', heldTo: '' });

export function emptyDraft(unionId: string, today: string): DraftForm {
  return {
    unionId,
    name: '',
    kind: 'SKILL',
    level: 'COUNTY',
    competitionClass: '2',
    origin: 'HELD',
    organiserName: '',
    season: today.slice(0, 4),
    basisDocument: '',
    heldFrom: '',
    heldTo: '',
    projectName: '',
    prize: '',
    organising: '',
    parentCompetitionId: '',
    stages: STAGES.map(noStage),
    trades: [emptyTrade],
  };
}

/** What was written, to be written anew. */
export function draftOf(of: Competition): DraftForm {
  const { unionId, name, kind, level, origin, organiserName, basisDocument } = of;
  const { heldFrom, heldTo, projectName, parentCompetitionId } = of;
  return {
    unionId,
    name,
    kind,
    level,
    origin,
    organiserName,
    basisDocument,
    heldFrom,
    heldTo,
    projectName,
    parentCompetitionId,
    competitionClass: String(of.competitionClass),
    season: String(of.season),
    prize: yuanOf(of.prizeFen),
    organising: yuanOf(of.organisingFen),
    stages: STAGES.map((stage) => of.stages.find((one) => one.stage === stage) ?? noStage(stage)),
    trades: of.trades.map((trade) => ({
      title: trade.title,
      standardGrade: String(trade.standardGrade),
      places: String(trade.places),
      ageMax: none(trade.ageMax),
      finalists: none(trade.finalists),
      modules: trade.modules.map(({ title, moduleKind, weightBp }) => ({
        title,
        moduleKind,
        percent: String(weightBp / 100),
      })),
    })),
  };
}

/** What both commands take; the union only the first. */
export function contentOf(form: DraftForm) {
  const { unionId: _, prize, organising, stages, trades, ...said } = form;
  const labour = form.kind === 'LABOUR';
  const classless = labour || form.level === 'GRASSROOTS';
  return {
    ...said,
    organiserName: form.origin === 'JOINED' ? form.organiserName : '',
    competitionClass: classless ? 0 : Number(form.competitionClass),
    season: Number(form.season),
    prizeFen: fenOf(prize) || '0',
    organisingFen: fenOf(organising) || '0',
    stages: stages.filter(({ heldFrom }) => heldFrom !== ''),
    trades: labour ? [] : trades.map((trade) => tradeOf(trade, form.origin)),
  };
}

function tradeOf({ modules, ...trade }: TradeForm, origin: string) {
  return {
    tradeId: '',
    taken: 0,
    title: trade.title,
    standardGrade: Number(trade.standardGrade),
    places: Number(trade.places),
    ageMax: Number(trade.ageMax),
    finalists: Number(trade.finalists),
    // What a superior holds is scored by the superior.
    modules: origin === 'JOINED' ? [] : modules.map(moduleOf),
  };
}

const moduleOf = ({ title, moduleKind, percent }: ModuleForm, at: number) => ({
  moduleNo: at + 1,
  title,
  moduleKind,
  weightBp: weightBp(percent),
});

/** 100 has three digits, which a share of less than the whole never has. */
export const weightBp = (percent: string) =>
  percent.trim() === '100' ? 10_000 : basisPoints(percent);

export const sumPercent = (modules: readonly ModuleForm[]) =>
  modules.reduce((sum, { percent }) => sum + weightBp(percent), 0) / 100;

const none = (value: number) => (value === 0 ? '' : String(value));

function yuanOf(fen: string): string {
  if (fen === '0') return '';
  const digits = fen.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
