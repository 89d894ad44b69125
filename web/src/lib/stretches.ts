import type { Furniture, Quoted, Statement } from './api'

// A stretch of text over which the same statements hold.
export interface Stretch { text: string; at: number; statements: Quoted[]; furniture: boolean }

const range = (s: Statement): [number, number] => s.mention_start === undefined ? [s.start, s.end] : [s.mention_start, s.mention_end!]

// stretches cuts a part of the text where statements or furniture begin and
// end. Offsets count code points.
export function stretches(text: string, start: number, statements: Quoted[], furniture: Furniture[]): Stretch[] {
  const points = Array.from(text), end = start + points.length
  const aside = furniture.filter((f) => f.start < end && f.end > start)
  const here = statements.filter((q) => { const [a, b] = range(q.statement); return a < end && b > start })
  const cuts = new Set([start, end])
  const cut = (x: number) => { if (x > start && x < end) cuts.add(x) }
  for (const q of here) [...range(q.statement), q.statement.start].forEach(cut)
  for (const f of aside) [f.start, f.end].forEach(cut)
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((a, i) => ({
    at: a, text: points.slice(a - start, sorted[i + 1] - start).join(''),
    furniture: aside.some((f) => f.start <= a && f.end >= sorted[i + 1]),
    statements: here.filter((q) => { const [x, y] = range(q.statement); return x <= a && y >= sorted[i + 1] }),
  }))
}
