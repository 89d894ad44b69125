declare module 'cytoscape-elk' {
  const extension: import('cytoscape').Ext
  export default extension
}
