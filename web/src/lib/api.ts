// The shapes that the API answers with; docs/api.md lists the routes.
export interface DocumentLine { id: string; name: string; title: string; authors: string[] | null; language: string; work: string; role: string; counts: Record<string, number> | null }
export interface Work { id: string; title: string; authors: string[] | null; documents: { id: string; doc: string; role: string; sure: number }[] }
export interface ModelLine { name: string; title: string; source: string; variables: number }
export interface Project { name: string; documents: DocumentLine[]; works: Work[]; links: number; models: ModelLine[] }
export interface Statement {
  id: string; doc: string; kind: string; start: number; end: number; quote: string; rule: string; section?: string; paragraph?: number
  mention?: string; mention_start?: number; mention_end?: number
  [slot: string]: unknown
}
export interface Part { start: number; text: string; heading: boolean; level: number; section: string; number: number }
export interface Doc { id: string; name: string; title: string; language: string; parts: Part[]; furniture: { start: number; end: number; type: string }[]; statements: Statement[] }
export interface Entry { date?: string; speaker: string[] | null; stance: string; addressee: string[] | null; topic?: string; value?: number; unit?: string; quote: string; doc: string; section?: string; paragraph?: number; works: number; statements: string[] }
export interface Link { id: string; cause: string; effect: string; sign: '+' | '-'; belief: number; statements: string[] | null; denials?: string[]; works: string[] | null; authors?: string[] }
export interface Concept { id: string; group: string; en: string; zh: string }
export interface CausalMap { concepts: Concept[] | null; links: Link[] | null; disagreements: { cause: string; effect: string; other_effect?: string; kind: string; for: string[]; against: string[] }[] | null; ungrounded: number }
export interface Quoted { document: string; statement: Statement }
export interface Cite { work?: string; author?: string; title?: string; outlet?: string; date?: string; section?: string; paragraph?: string; note?: string }
export interface Variable { name: string; kind: string; sector: string; title: Record<string, string> | null; unit: string; doc: string; equation: string; mechanism: string[] | null; cites: Cite[] | null; assumption?: { low: number; high: number; why: string }; links: string[] | null }
export interface Model { name: string; title: Record<string, string> | null; doc: string; start: number; stop: number; variables: Variable[]; scenarios: { name: string; title: string; why: string }[]; questions: string[] }
export interface Series { variable: string; low: number[]; median: number[]; high: number[] }
export interface Answer { scenario: string; variable: string; at: number; base: number; median: number; low: number; high: number; direction: string; agree: number }
export interface RunResult { members: number; seed: number; time: number[]; base: Series[]; scenario: Series[]; answers: Answer[] }
export interface Cause { variable: string; sign: string; link?: string }
export interface Explanation { variable: Variable; causes: Cause[]; sentences: Quoted[] }

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(path, init)
  const body = await answer.json().catch(() => ({ error: `the program answered ${answer.status}` }))
  if (!answer.ok) throw new Error(body.error ?? `the program answered ${answer.status}`)
  return body as T
}

export const project = () => ask<Project>('/api/project')
export const documentOf = (id: string) => ask<Doc>(`/api/documents/${id}`)
export const ledger = () => ask<Entry[] | null>('/api/ledger')
export const causalMap = () => ask<CausalMap>('/api/map')
export const statements = (ids: string[]) => ask<Quoted[]>('/api/statements?' + ids.map((id) => 'id=' + encodeURIComponent(id)).join('&'))
export const model = (name: string) => ask<Model>(`/api/models/${encodeURIComponent(name)}`)
export const explain = (name: string, variable: string) => ask<Explanation>(`/api/models/${encodeURIComponent(name)}/variables/${encodeURIComponent(variable)}`)
export const run = (name: string, scenario: string, members: number, seed: number) =>
  ask<RunResult>(`/api/models/${encodeURIComponent(name)}/run`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ scenario, members, seed }) })
