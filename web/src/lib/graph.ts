import cytoscape from 'cytoscape'
import elk from 'cytoscape-elk'
import type { Link } from './api'

cytoscape.use(elk)

const style = [
  { selector: 'node', style: { label: 'data(label)', 'text-wrap': 'wrap', 'text-max-width': '140px', 'font-size': 12, 'text-valign': 'center', shape: 'round-rectangle', width: 152, height: 54, 'background-color': '#fff', 'border-width': 1, 'border-color': '#9aa7b4' } },
  { selector: 'edge', style: { width: 'data(width)', 'curve-style': 'bezier', 'target-arrow-shape': 'triangle', 'line-color': '#4a7ba6', 'target-arrow-color': '#4a7ba6' } },
  { selector: 'edge[sign = "-"]', style: { 'line-color': '#b3473c', 'target-arrow-color': '#b3473c', 'line-style': 'dashed', 'target-arrow-shape': 'tee' } },
  { selector: '.faint', style: { opacity: 0.12 } },
  { selector: 'node:selected', style: { 'border-width': 3, 'border-color': '#1f5a96' } },
  { selector: 'edge:selected', style: { 'overlay-color': '#1f5a96', 'overlay-opacity': 0.25 } },
]

// draw lays the links out in layers. A tap on an edge chooses it; a tap on a
// node leaves only its neighbours bright. Labels of a language without spaces
// break anywhere.
export function draw(box: HTMLElement, links: Link[], name: (id: string) => string, choose: (l: Link) => void, anywhere: boolean) {
  const ids = new Set(links.flatMap((l) => [l.cause, l.effect]))
  const graph = cytoscape({
    container: box, maxZoom: 1.3, minZoom: 0.1, wheelSensitivity: 0.3,
    elements: [
      ...[...ids].map((id) => ({ data: { id, label: name(id) } })),
      ...links.map((l) => ({ data: { id: l.id, source: l.cause, target: l.effect, sign: l.sign, width: 1 + 4 * l.belief } })),
    ],
    style: [...style, ...(anywhere ? [{ selector: 'node', style: { 'text-overflow-wrap': 'anywhere' } }] : [])] as never,
    layout: { name: 'elk', fit: true, padding: 12, elk: { algorithm: 'layered', 'elk.direction': 'RIGHT', 'elk.spacing.nodeNode': '20', 'elk.layered.spacing.nodeNodeBetweenLayers': '60' } } as never,
  })
  graph.on('tap', 'edge', (e) => { const l = links.find((x) => x.id === e.target.id()); if (l) choose(l) })
  graph.on('tap', 'node', (e) => {
    graph.elements().addClass('faint')
    e.target.closedNeighborhood().removeClass('faint')
  })
  graph.on('tap', (e) => { if (e.target === graph) graph.elements().removeClass('faint') })
  return { fit: () => { graph.elements().removeClass('faint'); graph.fit(undefined, 12) }, close: () => graph.destroy() }
}
