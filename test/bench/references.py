"""Cheapest paths by networkx and igraph on a weighted graph, for the bench of paths to compare with.

Usage: references.py FILE. FILE holds little-endian: number of nodes and of edges (uint32 each), then the edges'
sources (uint32), targets (uint32) and weights (float64). Then questions on stdin, one JSON object a line:
{"library": "igraph" | "networkx", "source": n, "target": n, "k": n}; each is answered by one line {"ms", "costs"}.
The first line printed is {"versions": {...}, "loadMs": {...}}.
"""
import array
import itertools
import json
import sys
import time

import igraph
import networkx


def read(path):
    with open(path, "rb") as file:
        sizes = array.array("I")
        sizes.fromfile(file, 2)
        nodes, edges = sizes
        sources, targets, weights = array.array("I"), array.array("I"), array.array("d")
        for column in (sources, targets):
            column.fromfile(file, edges)
        weights.fromfile(file, edges)
    return nodes, sources, targets, weights


def milliseconds(start):
    return (time.perf_counter() - start) * 1000


def main():
    nodes, sources, targets, weights = read(sys.argv[1])
    start = time.perf_counter()
    fast = igraph.Graph(n=nodes, edges=list(zip(sources, targets)))
    lengths = list(weights)
    load = {"igraph": milliseconds(start)}
    start = time.perf_counter()
    slow = networkx.Graph()
    slow.add_nodes_from(range(nodes))
    slow.add_weighted_edges_from(zip(sources, targets, weights))
    load["networkx"] = milliseconds(start)
    versions = {"igraph": igraph.__version__, "networkx": networkx.__version__}
    print(json.dumps({"versions": versions, "loadMs": load}), flush=True)

    def by_igraph(source, target, k):
        if k == 1:
            paths = fast.get_shortest_paths(source, target, weights=lengths, output="epath")
        else:
            paths = fast.get_k_shortest_paths(source, target, k=k, weights=lengths, output="epath")
        return lambda: [sum(lengths[edge] for edge in path) for path in paths if path]

    def by_networkx(source, target, k):
        if k == 1:
            cost, _ = networkx.bidirectional_dijkstra(slow, source, target)
            return lambda: [cost]
        found = networkx.shortest_simple_paths(slow, source, target, weight="weight")
        paths = list(itertools.islice(found, k))
        return lambda: [
            sum(slow[a][b]["weight"] for a, b in zip(path, path[1:])) for path in paths
        ]

    libraries = {"igraph": by_igraph, "networkx": by_networkx}
    for line in sys.stdin:
        question = json.loads(line)
        search = libraries[question["library"]]
        start = time.perf_counter()
        costs = search(question["source"], question["target"], question["k"])
        elapsed = milliseconds(start)
        print(json.dumps({"ms": elapsed, "costs": costs()}), flush=True)


main()
