// The project that is open.
import { project, type Project } from './api'
import { callThem } from './words'

class Opened {
  now = $state.raw<Project>()

  async open() {
    const p = await project()
    callThem(p.names)
    this.now = p
  }
}

export const opened = new Opened()
