import type { Series } from './api'
import { t } from './language.svelte'
import { short } from './words'

type Line = Record<string, unknown>

const median = (s: Series, time: number[], colour: string, name: string, type = 'solid'): Line =>
  ({ name, type: 'line', data: time.map((x, i) => [x, s.median[i]]), symbol: 'none', color: colour, lineStyle: { width: 2, type } })

// The band is two stacked lines: the lower bound unseen, and the width on it.
const band = (s: Series, time: number[], colour: string, name: string): Line[] => {
  const unseen = { type: 'line', symbol: 'none', silent: true, stack: name, color: colour, lineStyle: { opacity: 0 }, tooltip: { show: false } }
  return [
    { ...unseen, name: name + ' ', data: time.map((x, i) => [x, s.low[i]]) },
    { ...unseen, name: name + ' ', data: time.map((x, i) => [x, s.high[i] - s.low[i]]), areaStyle: { color: colour, opacity: 0.16 } },
  ]
}

// curves draws an outcome: base and scenario with their bands, and the median
// of the run before, if there is one.
export function curves(base: Series, changed: Series, time: number[], last?: Series) {
  const [was, is, before] = [t('model.base'), t('model.changed'), t('model.last')]
  return {
    animation: false, grid: { left: 56, right: 14, top: 30, bottom: 26 }, legend: { top: 0, data: last ? [was, is, before] : [was, is] },
    tooltip: { trigger: 'axis', confine: true, valueFormatter: (v: number) => Number(v).toPrecision(4) },
    xAxis: { type: 'value', min: time[0], max: time.at(-1), axisLabel: { hideOverlap: true, formatter: (v: number) => String(v) } }, yAxis: { type: 'value', scale: true, axisLabel: { formatter: (v: number) => Math.abs(v) >= 1e5 ? short(v) : String(+v.toPrecision(6)) } },
    series: [
      ...band(base, time, '#7d8a98', was), ...band(changed, time, '#1f5a96', is),
      median(base, time, '#7d8a98', was), median(changed, time, '#1f5a96', is),
      ...(last ? [median(last, time, '#b07d00', before, 'dashed')] : []),
    ],
  }
}
