# Reads layers.txt and doors.txt, then headers and sources: says which file is
# not listed, which include climbs, and which outside header came in by another door.
FILENAME ~ /layers\.txt$/ { if ($0 !~ /^#/ && NF) rank[$1] = ++last; next }
FILENAME ~ /doors\.txt$/ {
    if ($0 ~ /^#/ || !NF) next
    door[++doors] = $1
    for (i = 2; i <= NF; i++) allowed[doors] = allowed[doors] " " $i
    next
}
FNR == 1 {
    own = FILENAME
    sub(/\.(c|cc|h)$/, "", own)
    seen[own] = 1
    if (!(own in rank)) { print FILENAME ": not in tests/layers.txt"; bad = 1 }
}
/^#include "/ {
    split($0, part, "\"")
    other = part[2]
    sub(/\.h$/, "", other)
    if (other == own || !(other in rank) || !(own in rank)) next
    if (rank[other] > rank[own]) {
        print FILENAME ":" FNR ": " part[2] " stands after " own " in tests/layers.txt"; bad = 1
    }
}
/^#include </ {
    split($0, part, /[<>]/)
    for (d = 1; d <= doors; d++) {
        if (index(part[2], door[d]) != 1) continue
        if (FILENAME ~ /\.h$/) { print FILENAME ":" FNR ": a header of ours includes " part[2]; bad = 1 }
        ok = 0
        n = split(allowed[d], list, " ")
        for (i = 1; i <= n; i++) {
            pattern = list[i]
            gsub(/\./, "\\.", pattern)
            gsub(/\*/, "[^/]*", pattern)
            if (FILENAME ~ ("^" pattern "$")) ok = 1
        }
        if (!ok) { print FILENAME ":" FNR ": " part[2] " belongs behind" allowed[d]; bad = 1 }
    }
}
END {
    for (file in rank) if (!(file in seen)) { print "tests/layers.txt: " file " is no file"; bad = 1 }
    exit bad
}
