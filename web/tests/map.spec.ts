import { expect, test, type Page } from '@playwright/test'

const get = async (page: Page, path: string) => (await page.request.get('/api/' + path)).json()

test('the map is narrowed to an author and a date by the program', async ({ page }) => {
  const author = 'Mariko Ellison, Jonah Pratt'
  const voice = (await get(page, 'voices')).find((v: { name: string }) => v.name === author)
  const own = (await get(page, `map?work=${voice.works[0]}`)).links.length
  await page.goto('/#/map')
  const rows = page.locator('tbody tr')
  await expect(rows).toHaveCount(60)
  await page.getByLabel('author').selectOption(author)
  await expect(rows).toHaveCount(own)
  await rows.first().getByRole('button').click()
  await expect(page.locator('aside blockquote').first()).not.toBeEmpty()
  const files = await page.locator('aside article > button').allTextContents()
  expect(new Set(files.map((f) => f.split(' ')[0]))).toEqual(new Set(['07-lattice.en.txt']))

  await page.getByLabel('written since').fill('next year')
  await page.getByLabel('written since').press('Enter')
  await expect(page.getByRole('alert')).toContainText('Write a date as')
  await page.getByLabel('written since').fill('2099')
  await page.getByLabel('written since').press('Enter')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(rows).toHaveCount(60)
})

test('a disagreement shows the sentences of both sides beside each other', async ({ page }) => {
  const d = (await get(page, 'map')).disagreements[0]
  const sentence = async (id: string) => (await get(page, `statements?id=${id}`))[0].statement.quote.trim()
  await page.goto('/#/map/disagreements')
  const shown = page.locator('.disagreement').first()
  await expect(shown.locator('.side.for blockquote').first()).toHaveText(await sentence(d.for[0]))
  await expect(shown.locator('.side.against blockquote').first()).toHaveText(await sentence(d.against[0]))
  await expect(shown.locator('.side.for article')).toHaveCount(d.for.length)
  const [left, right] = [await shown.locator('.side.for').boundingBox(), await shown.locator('.side.against').boundingBox()]
  expect(left!.y).toBe(right!.y)
  expect(left!.x + left!.width).toBeLessThan(right!.x)
})

test('a feedback loop says who holds it or that nobody does, and its arrows who says so', async ({ page }) => {
  const { loops } = await get(page, 'map/loops')
  await page.goto('/#/map/loops')
  const loop = page.locator('section li').first()
  await expect(loop.locator('.tag')).toHaveText(loops[0].sign === '+' ? 'reinforces' : 'balances')
  await expect(loop).toContainText(loops[0].stitched ? 'stitched: nobody claims this chain' : `held whole by ${loops[0].held_by[0]}`)
  await expect(loop).toContainText(`works that must be wrong before it breaks: ${loops[0].breaks}`)
  await expect(loop.locator('.chain button')).toHaveCount(loops[0].links.length)
  await loop.getByRole('button').first().click()
  await expect(page.locator('aside blockquote').first()).not.toBeEmpty()
  await page.getByLabel('kind').selectOption('-')
  await expect(page.locator('section li .tag', { hasText: 'reinforces' })).toHaveCount(0)
})

test('chains from one concept to another come with how many works each direction rests on', async ({ page }) => {
  const map = await get(page, 'map')
  const [from, to] = [map.links[0].cause, map.links[0].effect]
  const name = (id: string) => map.concepts.find((c: { id: string }) => c.id === id).en
  const answer = await get(page, `map/chains?from=${from}&to=${to}`)
  await page.goto('/#/map/chains')
  const pick = async (label: string, words: string) => { await page.getByLabel(label, { exact: true }).fill(words); await page.getByLabel(label, { exact: true }).press('Tab') }
  await pick('from', 'no such concept')
  await expect(page.getByText('Choose a name from the list.')).toBeVisible()
  await pick('from', name(from))
  await pick('to', name(to))
  for (const sign of ['raises', 'lowers'])
    await expect(page.locator('.robust')).toContainText(answer[sign].works ? `${sign} independent works that must be wrong before no chain says so: ${answer[sign].works}` : `${sign} no chain says so`)
  await expect(page.locator('section li')).toHaveCount(answer.chains.length)
  await expect(page.locator('section li').first()).toContainText('held whole by')
  await expect(page).toHaveURL(new RegExp(`chains/${from}/${to}$`))
})
