// The decisions of analysts on statements: those in force, and how one is made.
import { review, reviews, type ReviewState, type Verdict } from './api'
import { opened } from './opened.svelte'

const key = 'entente.analyst'

class Decisions {
  list = $state.raw<ReviewState[]>([])
  // What was read before the last round may have changed: lists read it to load again.
  round = $state(0)
  // Who decides at this browser; asked for once.
  by = $state(localStorage.getItem(key) ?? '')

  sign(name: string) {
    this.by = name.trim()
    localStorage.setItem(key, this.by)
  }

  of = (statement: string) => this.list.find((r) => r.target === statement)

  load = async () => { this.list = await reviews() }

  async decide(v: Omit<Verdict, 'by'>) {
    const made = await review({ by: this.by, ...v })
    await Promise.all([this.load(), opened.open()])
    this.round++
    return made
  }
}

export const decisions = new Decisions()
