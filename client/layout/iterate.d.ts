/** One step of ForceAtlas2 on bare matrices: the package has it, its types do not. */
declare module "graphology-layout-forceatlas2/iterate.js" {
  interface Settings {
    linLogMode: boolean;
    outboundAttractionDistribution: boolean;
    adjustSizes: boolean;
    edgeWeightInfluence: number;
    scalingRatio: number;
    strongGravityMode: boolean;
    gravity: number;
    slowDown: number;
    barnesHutOptimize: boolean;
    barnesHutTheta: number;
  }
  const iterate: (settings: Settings, nodes: Float32Array, edges: Float32Array) => unknown;
  export = iterate;
}
