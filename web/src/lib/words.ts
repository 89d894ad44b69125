import type { Entry, Statement } from './api'

// "USA/Pete Hegseth" reads Pete Hegseth (USA).
export const actor = (id: string) => {
  const at = id.indexOf('/')
  if (at < 0) return id
  const [state, name] = [id.slice(0, at), id.slice(at + 1)]
  return state === 'ORG' || state === 'GROUP' ? name : `${name} (${state})`
}
export const actors = (ids?: string[] | null) => (ids ?? []).map(actor).join(', ')

export const amount = (value: number | null | undefined, unit?: string) => {
  if (value === null || value === undefined) return ''
  const big: [number, string][] = [[1e12, ' trillion'], [1e9, ' billion'], [1e6, ' million']]
  const scale = big.find(([from]) => Math.abs(value) >= from)
  const number = scale ? +(value / scale[0]).toPrecision(6) + scale[1] : String(value)
  return unit && unit !== 'count' ? `${number} ${unit}` : number
}

export const place = (s: { section?: string; paragraph?: number }) => [s.section ? `§${s.section}` : '', s.paragraph ? `¶${s.paragraph}` : ''].filter(Boolean).join(' ')

export const spoken = (s: string) => s.replaceAll('_', ' ')

// One line that says what a statement says.
export const slots = (s: Statement): string => {
  const list = (x: unknown) => actors(x as string[] | null)
  switch (s.kind) {
    case 'figure': return [amount(s.value as number, s.unit as string), s.status, s.measure, list(s.holder) && 'of ' + list(s.holder), s.date].filter(Boolean).join(' · ')
    case 'event': return [s.date, s.action, list(s.actors)].filter(Boolean).join(' · ')
    case 'position': return [list(s.speaker), s.stance, list(s.addressee) && '→ ' + list(s.addressee), s.topic, s.date].filter(Boolean).join(' · ')
    case 'claim': return `${spoken((s.cause_concept as string) ?? (s.cause as string) ?? '…')}  ─${s.polarity}→  ${spoken((s.effect_concept as string) ?? (s.effect as string) ?? '…')} (${s.modality})`
    case 'institution': return [s.name_en ?? s.name, s.inst_kind, (s.members as string[] | null)?.join(' ')].filter(Boolean).join(' · ')
    case 'note': return [s.marker, s.text].filter(Boolean).join(' ')
  }
  return ''
}

export const sayEntry = (e: Entry) => [actors(e.speaker), e.stance, actors(e.addressee)].filter(Boolean).join(' ')
