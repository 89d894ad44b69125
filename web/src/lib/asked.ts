import type { Entry, Pledge } from './api'
import { t } from './language.svelte'
import { actor, sayEntry } from './words'

// The shares of GDP in a ledger: what was asked, what was promised, and over
// them what each state's record says, a line per state.
const asked = ['demand', 'propose'], promised = ['commit', 'assure']
export const shares = (entries: Entry[]) => entries.filter((e) => e.unit === '%GDP' && e.date && e.value !== undefined && [...asked, ...promised].includes(e.stance))

// records gathers the record of each state from the promises held against it.
// Of a promise of several states nobody can tell whose record it is.
function records(pledges: Pledge[]): Record<string, Map<string, number>> {
  const out: Record<string, Map<string, number>> = {}
  for (const p of pledges) {
    const states = [...new Set((p.speaker ?? []).map((a) => a.split('/')[0]))]
    if (states.length !== 1) continue
    for (const d of p.deeds) if (d.kind === 'record' && d.unit === '%GDP') (out[states[0]] ??= new Map()).set(d.date, d.value!)
  }
  return out
}

// A year stands in its middle: a record is of the whole year.
const middle = (date: string) => date.length === 4 ? `${date}-07-01` : date

// sharesOverTime draws them on one axis. A point knows its entry.
export function sharesOverTime(entries: Entry[], pledges: Pledge[]) {
  const points = (name: string, stances: string[], color: string, symbol: string) => ({
    name, type: 'scatter', symbol, symbolSize: 11, color, z: 3, itemStyle: { opacity: 0.85 },
    data: shares(entries).filter((e) => stances.includes(e.stance)).map((e) => ({ value: [middle(e.date!), e.value!], entry: e, says: sayEntry(e), date: e.date })),
  })
  const lines = Object.entries(records(pledges)).map(([state, record], i) => ({
    name: t('ledger.record', actor(state)), type: 'line', symbol: 'circle', symbolSize: 6, color: ['#4b5563', '#7a4b9a', '#0f766e'][i % 3], lineStyle: { width: 2 },
    data: [...record].sort(([a], [b]) => a < b ? -1 : 1).map(([year, value]) => ({ value: [middle(year), value], says: t('ledger.record', actor(state)), date: year })),
  }))
  const series = [points(t('ledger.asked'), asked, '#b3473c', 'diamond'), points(t('ledger.promised'), promised, '#1f5a96', 'circle'), ...lines]
  return {
    animation: false, grid: { left: 44, right: 24, top: 32, bottom: 28 }, legend: { top: 0, left: 0, itemWidth: 14, itemGap: 16, data: series.filter((s) => s.data.length).map((s) => s.name) },
    tooltip: { confine: true, formatter: (p: { data: { value: [string, number]; says: string; date: string } }) => `${p.data.date}: ${p.data.value[1]} %<br>${p.data.says}` },
    xAxis: { type: 'time', boundaryGap: ['2%', '2%'], minInterval: 30 * 864e5, axisLabel: { formatter: '{yyyy}-{MM}', hideOverlap: true } }, yAxis: { type: 'value', min: 0, axisLabel: { formatter: '{value} %' } },
    series,
  }
}
