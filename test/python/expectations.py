"""Joint projects observed and expected for all pairs of groups, from the CSV files alone: argument 1 is the seed."""
import collections, csv, json, sys

def rows(name):
    with open(f"{sys.argv[1]}/{name}", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))

actors = {row["id"]: row for row in rows("actors.csv")}
group_kinds = {"hub", "cluster", "house_of", "consortium", "initiative", "accelerator"}
memberships = {"MEMBER_OF", "PARTNER_OF", "PART_OF", "PARTICIPATES_IN"}
direct, nested, parents, heirs = (collections.defaultdict(set) for _ in range(4))
for link in rows("links.csv"):
    source, target, kind = link["source"], link["target"], link["type"]
    both = all(actors[end]["kind"] in group_kinds for end in (source, target))
    if kind in memberships and actors[target]["kind"] in group_kinds:
        direct[target].add(source)
        if kind == "PART_OF" and both:
            nested[target].add(source)
            parents[source].add(target)
    if kind == "SUCCESSOR_OF" and both:
        heirs[source].add(target)
        heirs[target].add(source)

def reach(graph, start):
    found, waiting = set(), [start]
    while waiting:
        for other in graph[waiting.pop()] - found:
            found.add(other)
            waiting.append(other)
    return found - {start}

def members(group):
    return set().union(*(direct[each] for each in {group} | reach(nested, group))) - {group}

def size(text):
    n = int(text or 0)
    return "1" if n <= 1 else "2" if n == 2 else "3-5" if n <= 5 else "6-10" if n <= 10 else ">10"

projects = collections.defaultdict(set)
for row in rows("participations.csv"):
    projects[row["projectId"]].add(row["actorId"])
stratum = {
    row["id"]: (row["programme"], row["programmePart"] or "unknown", size(row["participantsDe"]))
    for row in rows("projects.csv")
}
population = collections.Counter()
for row in rows("reference-counts-germany.csv"):
    population[row["programme"], row["topic"], row["sizeClass"]] += int(row["projects"])

groups = sorted(each for each in actors if actors[each]["kind"] in {"hub", "cluster", "house_of"})
extent = {group: members(group) for group in groups}
answer = []
for i, a in enumerate(groups):
    for b in groups[i + 1 :]:
        if b in reach(parents, a) or a in reach(parents, b) or b in reach(heirs, a):
            continue
        only_a, only_b = extent[a] - extent[b], extent[b] - extent[a]
        in_a = {p for p, who in projects.items() if who & only_a}
        in_b = {p for p, who in projects.items() if who & only_b}
        # Without any project on a side (its shared members counted) the product counts links instead.
        has_projects = all(any(who & extent[g] for who in projects.values()) for g in (a, b))
        of_a, of_b = (collections.Counter(stratum[p] for p in side) for side in (in_a, in_b))
        expected = sum(of_a[s] * of_b[s] / population[s] for s in of_a)
        answer.append([a, b, len(in_a & in_b), expected, has_projects])
json.dump(answer, sys.stdout)
