import type { Statement } from './api'

// What a person may set in a statement of each kind, and what it may hold; the
// API knows the slots by the same names.
export type Holds = 'concept' | 'actors' | 'states' | 'sign' | 'unit' | 'number' | 'date' | 'text' | readonly string[]
export interface Slot { name: string; holds: Holds; needed?: boolean; from?: string } // from: what the statement calls it, if otherwise

const modalities = ['asserted', 'predicted', 'conditional', 'intended', 'denied']
const statuses = ['actual', 'demanded', 'planned', 'estimate', 'threshold']
const actions = ['state', 'demand', 'criticize', 'coerce', 'consult', 'visit', 'agree', 'cooperate', 'approve', 'legislate', 'publish', 'survey', 'exercise', 'deploy', 'found', 'elect']
const stances = ['demand', 'propose', 'commit', 'assure', 'support', 'criticize', 'question', 'refuse']
const institutions = ['alliance', 'minilateral', 'international_organization', 'forum', 'agreement', 'program', 'strategy_document', 'doctrine_rule', 'government_body', 'military_force', 'party', 'company', 'research_body', 'media']
export const units = ['%GDP', '%', 'pp', 'count', 'year', 'rank', 'USD', 'JPY', 'CNY', 'KRW', 'TWD', 'EUR', 'GBP', 'AUD', 'km', 'nmi', 'mi', 'km2', 'ha', 't']

export const slotsOf: Record<string, Slot[]> = {
  claim: [{ name: 'cause', from: 'cause_concept', holds: 'concept', needed: true }, { name: 'sign', from: 'polarity', holds: 'sign', needed: true },
    { name: 'effect', from: 'effect_concept', holds: 'concept', needed: true }, { name: 'modality', holds: modalities }],
  figure: [{ name: 'value', holds: 'number', needed: true }, { name: 'unit', holds: 'unit', needed: true }, { name: 'status', holds: statuses },
    { name: 'holder', holds: 'actors' }, { name: 'source', holds: 'actors' }, { name: 'date', holds: 'date' }],
  event: [{ name: 'date', holds: 'date', needed: true }, { name: 'action', holds: actions, needed: true }, { name: 'actors', holds: 'actors' }, { name: 'realis', holds: ['actual', 'planned'] }],
  position: [{ name: 'speaker', holds: 'actors', needed: true }, { name: 'stance', holds: stances, needed: true }, { name: 'addressee', holds: 'actors' },
    { name: 'topic', holds: 'text' }, { name: 'date', holds: 'date' }],
  institution: [{ name: 'name', from: 'name_en', holds: 'text', needed: true }, { name: 'kind', from: 'inst_kind', holds: institutions, needed: true }, { name: 'members', holds: 'states' }],
}

// filled is what a statement has in its slots.
export const filled = (s: Statement): Record<string, string> => Object.fromEntries((slotsOf[s.kind] ?? []).map((slot) => {
  const v = s[slot.from ?? slot.name]
  return [slot.name, Array.isArray(v) ? v.join('; ') : v === undefined || v === null ? '' : String(v)]
}))

// changed is what of the slots is not as it was.
export const changed = (was: Record<string, string>, is: Record<string, string>) =>
  Object.fromEntries(Object.entries(is).map(([k, v]) => [k, v.trim()]).filter(([k, v]) => v !== (was[k] ?? '')))
