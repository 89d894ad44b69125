// pieces splits a text into what another text has too, in the same order, and
// what it has not: a proof of one line against the other.
export function pieces(text: string, other: string): { text: string; same: boolean }[] {
  const a = Array.from(text), b = Array.from(other)
  const out: { text: string; same: boolean }[] = []
  const common = longest(a, b)
  a.forEach((c, i) => {
    const last = out.at(-1)
    if (last && last.same === common[i]) last.text += c
    else out.push({ text: c, same: common[i] })
  })
  return out
}

// longest marks the letters of a that stand in a longest common subsequence.
function longest(a: string[], b: string[]): boolean[] {
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] = a[i] === b[j] ? table[(i + 1) * width + j + 1] + 1 : Math.max(table[(i + 1) * width + j], table[i * width + j + 1])
  const common = a.map(() => false)
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) { common[i] = true; i++; j++ } else if (table[(i + 1) * width + j] >= table[i * width + j + 1]) i++
    else j++
  }
  return common
}
