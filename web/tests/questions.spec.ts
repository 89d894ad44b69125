import { expect, test, type Page } from '@playwright/test'

interface Outcome { variable: string; reached: boolean; direction: string; hangs_on: { sentence: { doc: string } }[] }
interface Voice { voice: string; warnings?: string[]; outcomes: Outcome[] }
interface Reply { whole: Voice; authors: Voice[]; partings: { outcome: string; up: string[]; down: string[]; over: unknown[] }[] }
const ask = async (page: Page, raise: string, share = 0.2): Promise<Reply> => (await page.request.post('/api/ask', { data: { raise, share } })).json()

test('a question is answered by the whole map and by each author, down to the sentences', async ({ page }) => {
  const reply = await ask(page, 'us_pressure', -0.3)
  const answers = (v: Voice) => v.outcomes.filter((o) => o.reached)
  await page.goto('/#/map')
  await page.getByRole('link', { name: 'Questions' }).click()
  await page.getByLabel('concept that changes').fill('coercive pressure')
  await page.getByLabel('concept that changes').press('Tab')
  await page.getByLabel('by (%)').fill('-30')
  const sent = page.waitForRequest((r) => r.url().endsWith('/api/ask'))
  await page.getByRole('button', { name: 'Ask' }).click()
  expect((await sent).postDataJSON()).toMatchObject({ raise: 'us_pressure', share: -0.3, from: 2026, by: 2030, members: 500 })

  const rows = page.locator('section tbody tr')
  await expect(rows).toHaveCount(1 + reply.authors.filter((v) => answers(v).length).length)
  await expect(rows.first()).toContainText('all works together')
  await expect(rows.first()).toContainText(/rises \+\d|falls −\d/)
  await expect(rows.first()).toContainText('% of runs')
  const small = reply.authors.find((v) => answers(v).length && v.warnings?.some((w) => w.startsWith('a small map')))!
  await expect(rows.filter({ hasText: small.voice })).toContainText('a small map')
  await expect(page.getByText(/Authors who do not answer: \d/)).toBeVisible()

  const one = reply.authors.find((v) => answers(v)[0]?.hangs_on.length)!
  await rows.filter({ hasText: one.voice }).getByRole('button').first().click()
  await expect(page.locator('aside')).toContainText(one.voice)
  await expect(page.locator('aside article').first()).toContainText(answers(one)[0].hangs_on[0].sentence.doc)
})

test('where authors part, the links that only one side has are named', async ({ page }) => {
  const { links } = await (await page.request.get('/api/map')).json()
  let raise = '', reply: Reply | undefined
  for (raise of new Set<string>(links.map((l: { cause: string }) => l.cause))) {
    reply = await ask(page, raise)
    if (reply.partings?.some((p) => p.over.length)) break
  }
  const at = reply!.partings.findIndex((p) => p.over.length)
  const { up, down } = reply!.partings[at]
  await page.goto(`/#/questions/${raise}`)
  await page.getByRole('button', { name: 'Ask' }).click()
  await expect(page.getByRole('heading', { name: 'Where authors part' })).toBeVisible()
  const parting = page.locator('section > article').nth(at)
  await expect(parting).toContainText(up.length ? `rises: ${up.join(', ')}` : `falls: ${down.join(', ')}`)
  await parting.locator('button[aria-expanded]').first().click()
  await expect(parting.locator('blockquote').first()).not.toBeEmpty()
})

test('what cannot be asked is said in plain words, in Chinese too', async ({ page }) => {
  await page.goto('/#/questions')
  await page.getByRole('button', { name: 'Ask' }).click()
  await expect(page.getByRole('alert')).toContainText('Choose the concept that changes')
  await page.goto('/#/questions/us_pressure')
  await page.reload()
  await page.getByLabel('answer for').fill('2060')
  await page.getByRole('button', { name: 'Ask' }).click()
  await expect(page.getByRole('alert')).toContainText('The model runs from 2025 to 2035')
  await page.getByRole('button', { name: '用中文显示界面' }).click()
  await page.getByRole('button', { name: '提问', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('无法回答')
})
