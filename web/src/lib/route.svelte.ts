// The address after # says what is shown: #/documents/ID/OFFSET, #/map, …
function parse() {
  const [view = 'documents', ...rest] = location.hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent)
  return { view, rest }
}

export const route = $state(parse())

addEventListener('hashchange', () => Object.assign(route, parse()))

export const openDocument = (id: string, offset?: number) => { location.hash = `#/documents/${id}${offset === undefined ? '' : '/' + offset}` }
