#include "reports/cli/provenance.h"

#include <inttypes.h>

struct listing {
    struct bytes text;
    uint64_t articles;
};

struct store_days provenance_days(const struct findings *findings)
{
    struct store_days days = STORE_ALL_DAYS;

    if (findings->dated) {
        days.first = week_monday(findings->weeks[0].week);
        days.last = week_monday(findings->weeks[findings->week_count - 1].week) + 6;
    }
    return days;
}

static void add_field(struct bytes *text, struct span field)
{
    bytes_add(text, field);
    bytes_add_byte(text, '\0'); /* no field holds one: none runs into the next */
}

static bool list_article(void *context, const struct stored_article *article, struct fault *fault)
{
    struct listing *listing = context;

    (void)fault;
    bytes_print(&listing->text, "%" PRId32 " %016" PRIx64 " ", article->day, article->content);
    add_field(&listing->text, article->source);
    add_field(&listing->text, article->id);
    add_field(&listing->text, article->title);
    listing->articles++;
    return true;
}

static void hash_settings(struct provenance *provenance, const struct session *session,
                          const struct options *options)
{
    struct bytes text = BYTES_EMPTY;
    struct span zone = options->zone ? span_of(options->zone) : session->config.zone;

    bytes_print(&text,
                "baseline_weeks %" PRIu32 "\nminimum_articles %" PRIu32 "\nseed %" PRIu64
                "\ntopics %s\nconfig %s\n",
                session->config.baseline_weeks, session->config.minimum_articles, options->seed,
                session->topics_sha256, session->config_sha256);
    bytes_print(&text, "zone %.*s\nlang %s\n", SPAN_PRINT(zone),
                options->language ? options->language : "");
    hash_sha256(provenance->settings, bytes_span(&text));
    bytes_release(&text);
}

bool provenance_find(struct provenance *provenance, const struct session *session,
                     const struct options *options, struct fault *fault)
{
    struct listing listing = {.text = BYTES_EMPTY};
    bool done = store_walk(session->store, provenance_days(&session->findings), list_article,
                           &listing, fault);

    hash_sha256(provenance->input, bytes_span(&listing.text));
    provenance->articles = listing.articles;
    bytes_release(&listing.text);
    hash_settings(provenance, session, options);
    bytes_add_text(&provenance->command, "broadsheet report");
    options_print(&provenance->command, options);
    return done;
}

void provenance_release(struct provenance *provenance)
{
    bytes_release(&provenance->command);
    *provenance = PROVENANCE_EMPTY;
}
