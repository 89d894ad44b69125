import { t, type Word } from './language.svelte'
import { called } from './words'

// What the program says of a question or a decision, in its own words, and the
// words of the page for it. Concepts in it are called by their names.
const said: [RegExp, Word][] = [
  [/it needs a name$/, 'said.noname'],
  [/the project has no statement/, 'said.nostatement'],
  [/the quote stands in the document 0 times/, 'said.notthere'],
  [/the quote stands in the document (\d+) times/, 'said.often'],
  [/to amend a statement, say what/, 'said.nothing'],
  [/^an? (\w+) needs an? (\w+)$/, 'said.needs'],
  [/there is no concept "(.*?)"/, 'said.noconcept'],
  [/^"(.*?)" is not a number/, 'said.nonumber'],
  [/^"(.*?)" is no date/, 'said.nodate'],
  [/there is no unit "(.*?)"/, 'said.nounit'],
  [/no project file to keep decisions in/, 'said.nofile'],
  [/the map has no concept "(.*?)"/, 'said.notonmap'],
  [/the model runs from (\d+) to (\d+); a change from ([\d.]+) on cannot be answered for ([\d.]+)/, 'said.years'],
  [/no link of the map leads on from (\w+)/, 'said.onlyeffect'],
  [/a change is a share between/, 'said.share'],
  [/an ensemble has 1 to 5000 runs/, 'said.runs'],
  [/the request is not of the shape/, 'said.shape'],
  [/^no link: nothing here says/, 'said.nolink'],
  [/^says nothing of what (\w+) leads to/, 'said.silent'],
  [/^a small map: fewer than (\d+)/, 'said.small'],
  [/^What follows in the map when (\w+) changes by (.+) from (\d+) on\.$/, 'said.scenario'],
  [/^no chain of links leads from (\w+) to (.*)$/, 'said.nochain'],
]

// kindly gives what the program said in the language of the page, or as it is.
export function kindly(message: string): string {
  for (const [pattern, word] of said) {
    const found = pattern.exec(message)
    if (found) return t(word, ...found.slice(1).map((list) => list.split(', ').map(named).join('; ')))
  }
  return message
}

const slots: Record<string, Word> = { claim: 'slot.claim', figure: 'slot.figure', event: 'slot.event', position: 'slot.position', institution: 'slot.institution',
  cause: 'slot.cause', effect: 'slot.effect', sign: 'slot.sign', value: 'slot.value', unit: 'slot.unit', date: 'slot.date', action: 'slot.action', speaker: 'slot.speaker', stance: 'slot.stance', name: 'slot.name', kind: 'slot.kind' }
const named = (word: string) => slots[word] ? t(slots[word]) : called(word) || word
