import type { Entry, Printed, Statement } from './api'
import { code, language, t } from './language.svelte'

// What the project calls its actors and concepts; App sets it on opening.
let names: Record<string, { en: string; zh: string }> = {}
let inEnglish: Record<string, string> = {} // the ID of each English name
export const callThem = (n: typeof names) => { names = n; inEnglish = Object.fromEntries(Object.entries(n).map(([id, name]) => [name.en, id])) }
export const called = (id: string) => names[id]?.[language.now] || names[id]?.en || ''

export const alsoCalled = (id: string) => names[id]?.[language.now === 'en' ? 'zh' : 'en'] ?? ''

// A Choice is something that can be picked by its name.
export interface Choice { id: string; name: string }
const byName = (a: Choice, b: Choice) => a.name.localeCompare(b.name, language.now)
export const choices = (ids: string[]): Choice[] => ids.map((id) => ({ id, name: actor(id) || id })).sort(byName)
// The concepts and the actors that the project's statements name. Concepts are written in small letters.
const named = (small: boolean) => choices(Object.keys(names).filter((id) => /^[a-z]/.test(id) === small && id !== 'author' && id !== 'unattributed'))
export const knownConcepts = () => named(true)
export const knownActors = () => named(false)

export const spoken = (s: string) => s.replaceAll('_', ' ')
export const concept = (id: string) => called(id) || spoken(id)

// "USA/Pete Hegseth" reads Pete Hegseth (USA).
export const actor = (id: string) => {
  const known = called(id)
  const at = id.indexOf('/')
  if (at < 0) return known || code(id)
  const [state, name] = [id.slice(0, at), id.slice(at + 1)]
  if (state === 'ORG' || state === 'GROUP') return known || name
  return language.now === 'zh' ? `${known || name}（${called(state) || state}）` : `${known || name} (${state})`
}
export const actors = (ids?: string[] | null) => (ids ?? []).map(actor).join(language.now === 'zh' ? '、' : ', ')

const scales = { en: [[1e12, ' trillion'], [1e9, ' billion'], [1e6, ' million']], zh: [[1e12, '万亿'], [1e8, '亿'], [1e4, '万']] } as const
export const amount = (value: number | null | undefined, unit?: string) => {
  if (value === null || value === undefined) return ''
  if (unit === 'ordinal' || unit === 'rank') return t('amount.ordinal', value)
  if (unit === 'year') return t('amount.years', value)
  const scale = scales[language.now].find(([from]) => Math.abs(value) >= from)
  const number = scale ? +(value / scale[0]).toPrecision(6) + scale[1] : String(value)
  if (unit === '%GDP') return language.now === 'zh' ? `GDP 的 ${number}%` : `${number} % of GDP`
  return unit && unit !== 'count' ? `${number}${/^[A-Z]{3}$/.test(unit) ? money(unit) : ` ${unit}`}` : number
}
// A currency by its code in English, by its name in Chinese, where nobody writes JPY.
const money = (unit: string) => language.now === 'zh' ? new Intl.DisplayNames('zh', { type: 'currency' }).of(unit) : ` ${unit}`

// A model's number in few digits: 3.85 billion, 0.04, 0.
export const short = (x: number) => {
  if (Math.abs(x) >= 1e5) return amount(+x.toPrecision(3))
  return Math.abs(x) < 5e-5 ? '0' : String(+x.toPrecision(Math.abs(x) > 1 ? 3 : 2))
}
export const signed = (x: number) => (x > 0 && short(x) !== '0' ? '+' : '') + short(x)

export const place = (s: { section?: string; paragraph?: number }) => [s.section ? `§${s.section}` : '', s.paragraph ? `¶${s.paragraph}` : ''].filter(Boolean).join(' ')

// "page 12, lines 3–5"
export const printedPlace = (p: Printed) => {
  if (!p.line) return t('docs.page', p.page)
  if (p.page !== p.last_page) return t('says.pages', p.page, p.line, p.last_page, p.last_line)
  return p.line === p.last_line ? t('says.place', p.page, p.line) : t('says.lines', p.page, p.line, p.last_line)
}
export const fileAt = (document: string, p?: Printed) => `/api/documents/${document}/file${p ? `#page=${p.page}` : ''}`

// One line that says what a statement says.
export const slots = (s: Statement): string => {
  const list = (x: unknown) => actors(x as string[] | null)
  const text = (x: unknown) => x as string | undefined
  const dots = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' · ')
  switch (s.kind) {
    case 'figure': return dots(amount(s.value as number, text(s.unit)), code(text(s.status)), code(text(s.measure)), list(s.holder), text(s.date))
    case 'event': return dots(text(s.date), code(text(s.action)), list(s.actors), text(s.object))
    case 'position': return dots([list(s.speaker), code(text(s.stance)), list(s.addressee)].filter(Boolean).join(' → '), topic(text(s.topic)), text(s.date))
    case 'claim': return `${side(s.cause_concept, s.cause)} ${s.polarity === '-' ? t('map.lowers') : t('map.raises')} ${side(s.effect_concept, s.effect)} (${code(text(s.modality))})`
    case 'institution': return dots(language.now === 'zh' && !s.rule.startsWith('review/') ? text(s.name) : text(s.name_en) || text(s.name), code(text(s.inst_kind)), (s.members as string[] | null)?.map(actor).join(' '))
    case 'note': return [s.marker, s.text].filter(Boolean).join(' ')
  }
  return ''
}
const side = (id: unknown, words: unknown) => id ? concept(id as string) : words ? `“${words}”` : '…'

// The value of one slot, as people read it.
export const slot = (s: Statement, name: string): string => {
  const v = s[name]
  if (v === null || v === undefined || v === '') return '—'
  if (Array.isArray(v)) return actors(v as string[]) || '—'
  if (name.endsWith('_concept')) return concept(v as string)
  if (name === 'value') return amount(v as number, s.unit as string)
  return code(String(v))
}

// A topic names concepts or what was measured, in English, or quotes the text, up to 60 characters of it.
export const topic = (words?: string) => {
  if (!words) return ''
  const cut = [...words].length >= 60 && !inEnglish[words.split('; ').at(-1)!]
  return (words.split('; ').map((w) => called(inEnglish[w] ?? '') || code(w)).join('; ') + (cut ? ' …' : '')).replace(/(?<=[a-z]) [\w-]* …$/i, ' …')
}

// A quote without the marks of Markdown; the quote itself is exact.
export const legible = (quote: string) => quote.replace(/^\s*[-*+] +|\*\*/g, '')

export const sayEntry = (e: Entry) => [actors(e.speaker), code(e.stance), actors(e.addressee)].filter(Boolean).join(' ')

// "tariff_pressure - trust_in_us" is the ID of a link.
export const ends = (link: string): { cause: string; effect: string; sign: '+' | '-' } => {
  const [cause, sign, effect] = link.split(' ')
  return { cause, effect, sign: sign === '-' ? '-' : '+' }
}
export const raises = (sign: '+' | '-') => sign === '+' ? t('map.raises') : t('map.lowers')
export const sayLink = (link: string) => { const l = ends(link); return `${concept(l.cause)} ${raises(l.sign)} ${concept(l.effect)}` }
export const joined = (list: string[]) => list.join(language.now === 'zh' ? '、' : ', ')

// matches reports whether every word of what is searched stands in the text.
export const matches = (search: string, text: string) => {
  const low = text.toLowerCase()
  return search.toLowerCase().split(/\s+/).every((w) => low.includes(w))
}
