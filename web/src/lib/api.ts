// The shapes that the API answers with; docs/api.md lists the routes.
import { kindly } from './kindly'
import { t } from './language.svelte'

type Titles = Record<string, string> | null
export interface DocumentLine { id: string; name: string; title: string; authors: string[] | null; language: string; date?: string; format: string; pages: number; work: string; role: string; counts: Record<string, number> | null }
export interface Work { id: string; title?: string; authors?: string[] | null; documents: { id: string; doc: string; role: string; sure: number }[] }
export interface ModelLine { name: string; title: Titles; source: string; variables: number }
export interface Project { name: string; documents: DocumentLine[]; works: Work[]; compared: string[]; links: number; models: ModelLine[]; names: Record<string, { en: string; zh: string }> }
export interface Statement {
  id: string; doc: string; kind: string; start: number; end: number; quote: string; rule: string; section?: string; paragraph?: number
  mention?: string; mention_start?: number; mention_end?: number
  [slot: string]: unknown
}
export interface Printed { page: number; last_page: number; line: number; last_line: number }
export interface Quoted { document: string; statement: Statement; page?: Printed; pair?: { document: string; statement: Statement; page?: Printed; differs: string[] } }
export interface Part { start: number; text: string; heading: boolean; level: number; section: string; number: number }
export interface Furniture { start: number; end: number; type: string }
export interface Doc { id: string; name: string; title: string; language: string; format: string; parts: Part[]; furniture: Furniture[] | null; pages: number[]; statements: Quoted[] }
export interface Span { start: number; end: number; quote?: string }
export interface Difference { what: string; original?: Span; version?: Span; note?: string }
export interface Passage { mark: '' | 'same' | 'changed' | 'omitted' | 'added'; original?: Span; version?: Span; heading?: boolean; section?: string; paragraph?: number; differences?: Difference[] }
export interface Comparison { work: Work; original: DocumentLine; version: DocumentLine; relation: string; aligned_share: number; passages: Passage[]; elsewhere: Difference[] }
export interface Entry { date?: string; speaker: string[] | null; stance: string; addressee: string[] | null; topic?: string; value?: number; unit?: string; quote: string; doc: string; section?: string; paragraph?: number; works: number; statements: string[] }
export interface Happening { date: string; date_end?: string; actors: string[] | null; action: string; realis: string; quote: string; doc: string; section?: string; paragraph?: number; works: number; statements: string[] }
export interface Link { id: string; cause: string; effect: string; sign: '+' | '-'; belief: number; statements: string[] | null; denials?: string[]; works: string[] | null; authors?: string[] }
export interface Concept { id: string; group: string; en: string; zh: string }
export interface Disagreement { cause: string; effect: string; other_effect?: string; kind: string; for: string[]; against: string[] }
export interface CausalMap { concepts: Concept[] | null; links: Link[] | null; disagreements: Disagreement[] | null; ungrounded: number }
export interface Cite { work?: string; author?: string; title?: string; outlet?: string; date?: string; section?: string; paragraph?: string; note?: string; document?: string; start?: number }
export interface Variable { name: string; kind: string; sector: string; title: Titles; unit: string; doc: string; equation: string; mechanism: string[] | null; cites: Cite[] | null; assumption?: { low: number; high: number; why: string }; links: string[] | null; range?: { value: number; low: number; high: number } }
export interface Scenario { name: string; title: Titles; why: string }
export interface Model { name: string; title: Titles; doc: string; start: number; stop: number; variables: Variable[]; scenarios: Scenario[]; questions: string[] }
export interface Series { variable: string; low: number[]; median: number[]; high: number[] }
export interface Answer { scenario: string; variable: string; at: number; base: number; median: number; low: number; high: number; direction: string; agree: number }
export interface RunResult { members: number; seed: number; time: number[]; base: Series[]; scenario: Series[]; answers: Answer[] }
export interface Cause { variable: string; sign: string; role?: string }
export interface Explanation { variable: Variable; causes: Cause[]; moves: string[] | null; sentences: Quoted[] }

export interface Deed { date: string; kind: 'event' | 'figure' | 'record'; action?: string; value?: number; unit?: string; quote?: string; doc?: string; section?: string; paragraph?: number; source?: string; statements?: string[] }
export interface Pledge extends Entry { outcome: 'reached' | 'below' | 'acted' | 'silent'; deeds: Deed[] }
export interface Voice { name: string; works: string[] }
export interface Chain { id: string; concepts: string[]; links: string[]; sign: '+' | '-'; belief: number; held_by: string[]; stitched: boolean; breaks: number; weakest: string }
export interface Loops { loops: Chain[]; truncated: boolean }
export interface Robustness { works: number; at_most?: boolean }
export interface Chains { from: string; to: string; chains: Chain[]; truncated: boolean; raises: Robustness; lowers: Robustness }
export interface Offer { name: string; language: string; phrases: string[]; works: number; statements: string[] }
export interface Question { raise: string; share: number; from: number; by: number; outcomes: string[]; members: number; seed: number }
export interface Support { link: string; belief: number; sentence: Statement | null }
export interface Outcome extends Answer { reached: boolean; up: number; down: number; size: number; hangs_on: Support[] }
export interface VoiceReply { voice: string; works: number; links: number; bearing: number; warnings?: string[]; outcomes: Outcome[] }
export interface Parting { outcome: string; up: string[]; down: string[]; none: string[]; silent: string[]; over: (Support & { voice: string })[] }
export interface Reply { question: Question; whole: VoiceReply; authors: VoiceReply[]; partings: Parting[]; disagreements: Disagreement[] }
export type Decision = 'accept' | 'reject' | 'amend' | 'add' | 'withdraw'
export interface ReviewState { at: string; by: string; decision: Decision; target: string; was?: Statement; is?: Statement; anchor: 'stands' | 'moved' | 'lost'; doc: string; found: boolean }
export interface Verdict { by: string; decision: Decision; target?: string; kind?: string; doc?: string; quote?: string; set?: Record<string, string> }

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(path, init).catch(() => { throw new Error(t('error.lost')) })
  const body = await answer.json().catch(() => ({ error: t('error.status', answer.status) }))
  if (!answer.ok) throw new Error(body.error ? kindly(body.error) : t('error.status', answer.status))
  return body as T
}

const name = encodeURIComponent
const post = <T>(path: string, body: unknown) => ask<T>(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
// asking writes what narrows an answer as the end of an address; values that are empty are left out.
export const asking = (words: [string, string | number][]) => {
  const given = words.filter(([, value]) => value)
  return given.length ? '?' + given.map(([key, value]) => `${key}=${name(value)}`).join('&') : ''
}
export const project = () => ask<Project>('/api/project')
export const documentOf = (id: string) => ask<Doc>(`/api/documents/${name(id)}`)
export const compare = (work: string, version: string) => ask<Comparison>(`/api/works/${name(work)}/compare?version=${name(version)}`)
export const ledger = () => ask<Entry[] | null>('/api/ledger')
export const timeline = () => ask<Happening[] | null>('/api/timeline')
export const promises = () => ask<Pledge[] | null>('/api/promises')
export const causalMap = (narrowed = '') => ask<CausalMap>('/api/map' + narrowed)
export const loopsOf = (narrowed = '') => ask<Loops>('/api/map/loops' + narrowed)
export const chainsOf = (narrowed: string) => ask<Chains>('/api/map/chains' + narrowed)
export const offersOf = (narrowed = '') => ask<Offer[] | null>('/api/map/offers' + narrowed)
export const voices = () => ask<Voice[] | null>('/api/voices')
export const question = (q: Omit<Question, 'seed'>) => post<Reply>('/api/ask', q)
export const reviews = () => ask<ReviewState[]>('/api/reviews')
export const review = (v: Verdict) => post<ReviewState>('/api/reviews', v)
export const statements = (ids: string[]) => ask<Quoted[]>('/api/statements?' + ids.map((id) => 'id=' + name(id)).join('&'))
export const model = (m: string) => ask<Model>(`/api/models/${name(m)}`)
export const explain = (m: string, variable: string) => ask<Explanation>(`/api/models/${name(m)}/variables/${name(variable)}`)
export const run = (m: string, scenario: string, members: number, seed: number, set: Record<string, number> = {}) =>
  post<RunResult>(`/api/models/${name(m)}/run`, { scenario, members, seed, set })
