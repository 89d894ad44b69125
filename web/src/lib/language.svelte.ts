// The language of the interface. The words are data: one file per language
// with the same keys, which the type of `all` checks.
import en from '../words/en.json'
import zh from '../words/zh.json'

export type Language = 'en' | 'zh'
const all: Record<Language, typeof en> = { en, zh }
const key = 'entente.language'

function remembered(): Language {
  const kept = localStorage.getItem(key)
  return kept === 'en' || kept === 'zh' ? kept : 'en'
}

export const language = $state<{ now: Language }>({ now: remembered() })

export function speak(l: Language) {
  language.now = l
  localStorage.setItem(key, l)
}

export type Word = Exclude<keyof typeof en, 'code'>

// t gives the words of a key, {0} {1} … replaced.
export const t = (word: Word, ...values: (string | number)[]) =>
  all[language.now][word].replace(/\{(\d)\}/g, (_, i) => String(values[+i]))

// code names a value of the reading's vocabulary: a kind, stance, status, …
export const code = (value: string | undefined | null) =>
  value ? (all[language.now].code as Record<string, string>)[value] ?? value.replaceAll('_', ' ') : ''

// titled picks a title in the interface's language, or else in another.
export const titled = (title: Record<string, string> | null | undefined, fallback = '') =>
  title?.[language.now] || title?.en || title?.zh || fallback
