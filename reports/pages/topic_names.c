#include "reports/pages/topic_names.h"

#include "corpus/base/bytes.h"
#include "reports/pages/sayings.h"

/* "Economy and business/companies" */
static struct span name_of(struct arena *arena, struct span label, const struct tongue *tongue)
{
    struct bytes name = BYTES_EMPTY;
    struct span kept;

    for (size_t from = 0, to; from < label.length; from = to + 1) {
        struct span piece, own;

        to = from;
        while (to < label.length && label.bytes[to] != '/')
            to++;
        piece = span_cut(label, from, to);
        own = sayings_find(tongue, piece);
        bytes_add_text(&name, from ? "/" : "");
        bytes_add(&name, own.length ? own : piece);
    }
    kept = arena_copy(arena, bytes_span(&name));
    bytes_release(&name);
    return kept;
}

void topic_names_set(struct findings *findings, const struct tongue *tongue)
{
    if (!sayings_table(tongue).length)
        return;
    for (size_t i = 0; i < findings->topic_count; i++) {
        struct topic_finding *topic = &findings->topics[i];

        topic->label = name_of(&findings->arena, topic->label, tongue);
    }
}
