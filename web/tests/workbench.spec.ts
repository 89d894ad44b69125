import { expect, test } from '@playwright/test'

test('a document shows its statements, each with its words and rule', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Works' })).toBeVisible()
  await expect(page.getByText('one text, 3 versions')).toBeVisible()
  const mention = page.locator('.mention.claim').first()
  const words = (await mention.textContent())!
  await mention.click()
  const says = page.locator('aside.says')
  await expect(says.locator('blockquote').first()).toContainText(words.trim().slice(0, 12))
  await expect(says).toContainText('rule claim/')
})

test('the list of documents shows title, language and file, and can be searched', async ({ page }) => {
  await page.goto('/')
  const list = page.locator('aside.list')
  await expect(list.locator('.doc', { hasText: '04-price-of-pressure' })).toContainText('English')
  await list.getByLabel('Find a document').fill('lattice holds')
  await expect(list.locator('.doc')).toHaveCount(1)
  await list.locator('.doc').press('Enter')
  await expect(page.locator('section.text h1')).toContainText('The Lattice Holds')
})

test('statements are reached with the keyboard', async ({ page }) => {
  await page.goto('/')
  await page.locator('.mention').first().focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('aside.says blockquote').first()).not.toBeEmpty()
  const before = await page.locator('aside.says blockquote').first().textContent()
  await page.getByRole('button', { name: 'next', exact: true }).click()
  await expect(page.locator('aside.says blockquote').first()).not.toHaveText(before!)
})

test('the original file opens', async ({ page, request }) => {
  await page.goto('/')
  const href = await page.getByRole('link', { name: /open the original file/ }).getAttribute('href')
  const file = await request.get(href!)
  expect(file.headers()['content-type']).toContain('text/plain')
  expect(await file.text()).toContain(((await page.locator('section.text h1').textContent())!).trim().slice(0, 8))
})

test('a translation stands beside its original, left-out passages marked', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'compare side by side' }).first().click()
  await expect(page).toHaveURL(/#\/versions\/W/)
  await page.getByLabel('Version').selectOption({ label: (await page.getByLabel('Version').locator('option', { hasText: 'translation' }).first().textContent())! })
  await expect(page.locator('.row.omitted').first()).toContainText('left out')
  const same = page.locator('.row.same').nth(3)
  await expect(same.locator('.passage')).toHaveCount(2)
  await page.getByLabel('Show only what differs').check()
  await expect(page.locator('.row.same')).toHaveCount(0)
  await page.locator('.row.omitted .passage').first().click()
  await expect(page).toHaveURL(/#\/documents\//)
})

test('a translated statement shows its pair in the original', async ({ page }) => {
  const project = await (await page.request.get('/api/project')).json()
  const translation = project.documents.find((d: { role: string }) => d.role === 'translation')
  const doc = await (await page.request.get(`/api/documents/${translation.id}`)).json()
  const paired = doc.statements.find((q: { pair?: unknown }) => q.pair)
  await page.goto(`/#/documents/${translation.id}/${paired.statement.start}`)
  await expect(page.locator('aside.says .pair').first()).toContainText(paired.pair.statement.quote.slice(0, 10))
})

test('the ledger leads from a demand to its sentence on the page', async ({ page }) => {
  await page.goto('/#/ledger')
  await page.getByLabel('stance').selectOption('demand')
  await page.getByLabel('with an amount').check()
  const row = page.locator('tbody tr', { hasText: '3.5 % of GDP' }).first()
  await expect(row).toBeVisible()
  await row.getByRole('button').click()
  await expect(page).toHaveURL(/#\/documents\/[0-9a-f]{64}\/\d+/)
  await expect(page.locator('aside.says blockquote').first()).toContainText('3.5')
})

test('the ledger is filtered by words, shows long lists in parts, and says when nothing matches', async ({ page }) => {
  await page.goto('/#/ledger')
  await expect(page.locator('tbody tr')).toHaveCount(100)
  await page.getByRole('button', { name: /Show \d+ more/ }).click()
  await expect(page.locator('tbody tr').nth(100)).toBeVisible()
  await page.getByLabel('find in the list').fill('hegseth')
  await expect(page.locator('tbody tr').first()).toContainText(/hegseth|赫格塞思/i)
  await page.getByLabel('find in the list').fill('no such words here')
  await expect(page.getByText('Nothing matches')).toBeVisible()
})

test('the timeline leads from a happening to its sentence', async ({ page }) => {
  await page.goto('/#/timeline')
  await expect(page.locator('canvas').first()).toBeVisible()
  const dates = await page.locator('tbody td.date').allTextContents()
  expect(dates.length).toBeGreaterThan(50)
  expect(dates).toEqual([...dates].sort((a, b) => a.slice(0, 4).localeCompare(b.slice(0, 4))))
  await page.getByLabel('what happened').selectOption('amount')
  await expect(page.locator('tbody tr').first().locator('td').nth(3)).not.toBeEmpty()
  const row = page.locator('tbody tr').first()
  const quote = (await row.locator('.quote').textContent())!
  await row.locator('.quote').click()
  await expect(page.locator('aside blockquote').first()).toContainText(quote.slice(0, 12))
})

test('an arrow of the map tells who says so', async ({ page }) => {
  await page.goto('/#/map')
  await expect(page.locator('.graph canvas').first()).toBeVisible()
  await page.locator('tbody tr').first().getByRole('button').click()
  await expect(page.locator('aside blockquote').first()).not.toBeEmpty()
  await expect(page.locator('aside')).toContainText('belief')
})

test('a scenario of the reference model is run and charted, and answers "says who?"', async ({ page }) => {
  await page.goto('/#/model/us-japan')
  await expect(page.locator('figure canvas').first()).toBeVisible({ timeout: 30_000 })
  const rows = page.locator('tbody tr')
  await expect(rows.first()).toContainText('%')
  await rows.first().getByRole('button').click()
  const aside = page.locator('aside')
  await expect(aside.locator('code').first()).toBeVisible()
  await expect(aside).toContainText('Moved by')
})

test('a constant is moved and the last answers stay beside the new ones', async ({ page }) => {
  await page.goto('/#/model/us-japan')
  await expect(page.locator('tbody tr').first()).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('columnheader', { name: 'change in the last run' })).toHaveCount(0)
  const first = await page.locator('tbody tr').first().locator('td').nth(4).textContent()
  await page.getByText('Change constants').click()
  await page.getByLabel('find a constant').fill('budget')
  await page.locator('details li button').first().click()
  await page.locator('details input[type=range]').press('End')
  const sent = page.waitForRequest((r) => r.method() === 'POST')
  await page.getByRole('button', { name: 'Run with these values' }).click()
  expect(Object.keys((await sent).postDataJSON().set)).toHaveLength(1)
  await expect(page.locator('td.was').first()).toHaveText(first!)
})

test('the model made from the map leads back to sentences', async ({ page }) => {
  await page.goto('/#/model')
  await expect(page.locator('figure canvas').first()).toBeVisible({ timeout: 30_000 })
  await page.locator('tbody tr').first().getByRole('button').click()
  await expect(page.locator('aside blockquote').first()).not.toBeEmpty()
})

test('the interface speaks Chinese and remembers it', async ({ page }) => {
  await page.goto('/#/map')
  await page.getByRole('button', { name: '用中文显示界面' }).click()
  await expect(page.getByRole('heading', { name: '作者们认为什么导致什么' })).toBeVisible()
  await expect(page.locator('tbody tr').first().locator('td').first()).toContainText(/^[一-鿿]/)
  await page.reload()
  await expect(page.getByRole('link', { name: '时间线' })).toBeVisible()
  for (const view of ['documents', 'versions', 'ledger', 'timeline', 'model']) {
    await page.goto(`/#/${view}`)
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh')
    await expect(page.locator('main h2').first()).toContainText(/[一-鿿]/)
  }
})

test('errors are said in plain words, and can be tried again', async ({ page }) => {
  await page.route('**/api/ledger', (r) => r.abort())
  await page.goto('/#/ledger')
  await expect(page.getByRole('alert')).toContainText('The program does not answer')
  await page.unroute('**/api/ledger')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.locator('tbody tr').first()).toBeVisible()
})

test.describe('empty projects', () => {
  const empty = { name: 'no project', documents: [], works: [], compared: [], links: 0, models: [], names: {} }
  test('without a project, how to make one', async ({ page }) => {
    await page.route('**/api/project', (r) => r.fulfill({ json: empty }))
    await page.goto('/')
    await expect(page.getByText('No documents are open')).toBeVisible()
    await page.goto('/#/model')
    await expect(page.getByText('There is no model to run.')).toBeVisible()
  })
  test('without versions, claims, demands or happenings, plain words', async ({ page }) => {
    const document = { id: 'd', name: 'a.txt', title: 'A text', authors: null, language: 'en-Latn', format: 'text', pages: 0, work: 'Wd', role: 'original', counts: {} }
    await page.route('**/api/project', (r) => r.fulfill({ json: { ...empty, documents: [document], works: [{ id: 'Wd', documents: [{ id: 'd', doc: 'a.txt', role: 'original', sure: 1 }] }] } }))
    await page.route('**/api/documents/d', (r) => r.fulfill({ json: { id: 'd', name: 'a.txt', title: 'A text', language: 'en', format: 'text', parts: [{ start: 0, text: 'Hello.', heading: false, level: 0, section: '', number: 1 }], furniture: null, pages: [], statements: [] } }))
    await page.route('**/api/map', (r) => r.fulfill({ json: { concepts: null, links: null, disagreements: null, ungrounded: 0 } }))
    await page.route('**/api/{ledger,timeline}', (r) => r.fulfill({ json: [] }))
    for (const [view, words] of [['documents', 'No statements were found'], ['versions', 'in more than one version'], ['ledger', 'No demand, promise or refusal'], ['timeline', 'No dated happening'], ['map', 'no map to draw']]) {
      await page.goto(`/#/${view}`)
      await expect(page.getByText(words)).toBeVisible()
    }
  })
})

test('a printed statement says its page and lines and opens the file there', async ({ page }) => {
  const statement = { id: 's', doc: 'a.pdf', kind: 'event', start: 0, end: 6, quote: 'Hello.', rule: 'event/en/test', date: '2025' }
  const document = { id: 'd', name: 'a.pdf', title: 'A text', authors: null, language: 'en-Latn', format: 'pdf', pages: 12, work: 'Wd', role: 'original', counts: {} }
  await page.route('**/api/project', (r) => r.fulfill({ json: { name: 'p', documents: [document], works: [{ id: 'Wd', documents: [{ id: 'd', doc: 'a.pdf', role: 'original', sure: 1 }] }], compared: [], links: 0, models: [], names: {} } }))
  await page.route('**/api/documents/d', (r) => r.fulfill({ json: { id: 'd', name: 'a.pdf', title: 'A text', language: 'en', format: 'pdf', parts: [{ start: 0, text: 'Hello.', heading: false, level: 0, section: '', number: 1 }], furniture: null, pages: [0], statements: [{ document: 'd', statement, page: { page: 12, last_page: 12, line: 3, last_line: 5 } }] } }))
  await page.goto('/#/documents/d/0')
  await expect(page.locator('aside.says')).toContainText('page 12, lines 3–5')
  await expect(page.locator('aside.says').getByRole('link', { name: 'open the page' })).toHaveAttribute('href', '/api/documents/d/file#page=12')
})
