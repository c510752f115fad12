"""Link prediction indices and distributions from networkx and scipy, for the graph and the numbers on stdin."""
import json, math, sys
import networkx as nx
from scipy import stats
from scipy.spatial import distance

asked = json.load(sys.stdin)
graph = nx.Graph()
graph.add_nodes_from(range(asked["size"]))
graph.add_edges_from(asked["edges"])
pairs = [(x, y) for x in graph for y in graph if x < y and not graph.has_edge(x, y)]

def l3(x, y):
    return sum(
        1 / math.sqrt(graph.degree(u) * graph.degree(v))
        for u in graph[x] for v in graph[y] if graph.has_edge(u, v)
    )

def strata(table):
    """Mean and variance of the number of joint projects, one hypergeometric distribution a stratum."""
    parts = [stats.hypergeom(n, a, b) for n, a, b in table]
    return [sum(part.mean() for part in parts), sum(part.var() for part in parts)]

json.dump(
    {
        "pairs": pairs,
        "ra": [value for _, _, value in nx.resource_allocation_index(graph, pairs)],
        "l3": [l3(x, y) for x, y in pairs],
        "strata": [strata(table) for table in asked["strata"]],
        "quantiles": [stats.gamma.ppf(p, shape, scale=1 / rate) for p, shape, rate in asked["quantiles"]],
        "cosines": [
            float(1 - distance.cosine(u, v))
            for u, v in asked["vectors"]
        ],
    },
    sys.stdout,
)
