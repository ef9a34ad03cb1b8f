#include "analysis/headlines.h"

#include "analysis/weeks.h"
#include "corpus/base/bytes.h"

#include <assert.h>
#include <math.h>

#define COVERAGE_LOW 0.8 /* of the mean of the weeks before */
#define SILENCE 0.1      /* of the articles before, by outlets that are silent now */

/* Who leads by one long quotation, or in one article of many, is no news. */
enum { LEAD_QUOTES = 3, LEAD_ARTICLES = 2 };

static void add_headline(struct findings *findings, enum headline_kind kind, size_t index)
{
    findings->headlines[findings->headline_count++] =
        (struct headline){.kind = kind, .index = (uint32_t)index};
}

/* True, and `largest` is the change's, where it is clear and larger than that. */
static bool is_larger(const struct change *change, double *largest)
{
    double by = fabs(change->difference.value);

    if ((change->direction != CHANGE_UP && change->direction != CHANGE_DOWN) || by <= *largest)
        return false;
    *largest = by;
    return true;
}

static void choose_topic(struct findings *findings)
{
    double largest = 0;
    size_t best = 0;

    if (findings->topic_count == 0 || findings->topics[0].articles == 0)
        return;
    for (size_t i = 0; i < findings->topic_count; i++) {
        if (is_larger(&findings->topics[i].change, &largest))
            best = i;
    }
    add_headline(findings, largest > 0 ? HEADLINE_TOPIC_CHANGE : HEADLINE_TOPIC_TOP, best);
}

bool headlines_speaker_leads(const struct findings *findings)
{
    const struct speaker_finding *first = findings->speakers;
    uint32_t articles = findings->articles < LEAD_ARTICLES ? findings->articles : LEAD_ARTICLES;

    return findings->speaker_count && !first->unattributed && first->quotes >= LEAD_QUOTES &&
           first->articles >= articles &&
           (first->share.has_interval || findings->articles < findings->minimum_articles);
}

size_t headlines_speaker_changed(const struct findings *findings)
{
    size_t best = findings->speaker_count;
    double largest = 0;

    for (size_t i = 0; i < findings->speaker_count; i++) {
        const struct speaker_finding *speaker = &findings->speakers[i];

        if (!speaker->unattributed && is_larger(&speaker->change, &largest))
            best = i;
    }
    return best;
}

static void choose_speaker(struct findings *findings)
{
    size_t changed = headlines_speaker_changed(findings);

    if (changed < findings->speaker_count)
        add_headline(findings, HEADLINE_SPEAKER_CHANGE, changed);
    else if (headlines_speaker_leads(findings))
        add_headline(findings, HEADLINE_SPEAKER_TOP, 0);
}

static void choose_term(struct findings *findings)
{
    if (findings->risen_count)
        add_headline(findings, HEADLINE_TERM_CHANGE, 0);
    else if (findings->frequent_count &&
             (findings->frequent[0].articles > 1 || findings->articles == 1))
        add_headline(findings, HEADLINE_TERM_TOP, 0);
}

/* --- evidence -------------------------------------------------------------------- */

/* An ASCII name that no other evidence of its kind has: letters, digits and hyphens. */
static struct span slug_of(struct findings *findings, const struct evidence *evidence,
                           size_t number)
{
    static const char lower[] = "abcdefghijklmnopqrstuvwxyz";
    struct bytes slug = BYTES_EMPTY;
    struct span copy;
    bool lost = false;

    for (size_t i = 0; i < evidence->key.length; i++) {
        char byte = evidence->key.bytes[i];
        char small = byte;

        if (byte >= 'A' && byte <= 'Z')
            small = lower[byte - 'A'];
        if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9'))
            bytes_add_byte(&slug, small);
        else if (slug.count && slug.items[slug.count - 1] != '-')
            bytes_add_byte(&slug, '-');
        /* Two keys that differ in case, marks or other scripts must not share a slug. */
        lost = lost || byte != small || !((small >= 'a' && small <= 'z') || small == '-');
    }
    while (slug.count && slug.items[slug.count - 1] == '-') {
        slug.count--;
        lost = true;
    }
    if (slug.count == 0 || lost)
        bytes_print(&slug, "%s%zu", slug.count ? "-" : "n", number);
    copy = arena_copy(&findings->arena, bytes_span(&slug));
    bytes_release(&slug);
    return copy;
}

/* The evidence listed already for the same thing, or NULL. */
static struct evidence *listed(const struct findings *findings, const struct evidence *evidence)
{
    for (size_t i = 0; i < findings->evidence_count; i++) {
        struct evidence *other = &findings->evidence[i];

        if (other->kind == evidence->kind && span_equal(other->key, evidence->key))
            return other;
    }
    return NULL;
}

static void add_evidence(struct findings *findings, struct evidence **evidence)
{
    struct evidence *kept;

    if (!*evidence || (*evidence)->count == 0) {
        *evidence = NULL;
        return;
    }
    kept = listed(findings, *evidence);
    if (!kept) {
        kept = &findings->evidence[findings->evidence_count];
        *kept = **evidence;
        kept->slug = slug_of(findings, kept, findings->evidence_count + 1);
        findings->evidence_count++;
    }
    *evidence = kept;
}

static void list_evidence(struct findings *findings)
{
    size_t most = findings->topic_count + findings->speaker_count + findings->risen_count +
                  findings->fallen_count + findings->frequent_count;

    findings->evidence = arena_new(&findings->arena, most, sizeof *findings->evidence);
    for (size_t i = 0; i < findings->topic_count; i++)
        add_evidence(findings, &findings->topics[i].evidence);
    for (size_t i = 0; i < findings->speaker_count; i++)
        add_evidence(findings, &findings->speakers[i].evidence);
    for (size_t i = 0; i < findings->risen_count; i++)
        add_evidence(findings, &findings->risen[i].evidence);
    for (size_t i = 0; i < findings->fallen_count; i++)
        add_evidence(findings, &findings->fallen[i].evidence);
    for (size_t i = 0; i < findings->frequent_count; i++)
        add_evidence(findings, &findings->frequent[i].evidence);
}

/* Fills in the words of the quotations that evidence points to. */
static bool read_quotations(struct findings *findings, struct store *store,
                            const struct counts *counts, struct fault *fault)
{
    struct bytes text = BYTES_EMPTY;
    uint32_t at = UINT32_MAX;
    bool done = true;

    for (size_t e = 0; done && e < findings->evidence_count; e++) {
        struct evidence *evidence = &findings->evidence[e];

        if (evidence->kind != EVIDENCE_SPEAKER)
            continue;
        for (size_t i = 0; done && i < evidence->count; i++) {
            struct evidence_item *item = &evidence->items[i];

            if (item->article != at)
                done =
                    store_text(store, counts->articles[counts->study_from + item->article].number,
                               &text, fault);
            at = item->article;
            if (done && item->end <= text.count && item->start <= item->end)
                item->text = arena_copy(&findings->arena,
                                        span_cut(bytes_span(&text), item->start, item->end));
        }
    }
    bytes_release(&text);
    return done;
}

/* --- what a reader has to know ---------------------------------------------------- */

static struct notice *notice(struct findings *findings, enum notice_kind kind)
{
    struct notice *added = &findings->notices[findings->notice_count++];

    assert(findings->notice_count <= NOTICE_KINDS);
    *added = (struct notice){.kind = kind, .serious = kind != NOTICE_UNDATED};
    return added;
}

/* A week that brought much less than those before: what seems to fall may not have been read. */
static void note_coverage(struct findings *findings)
{
    uint64_t articles = 0;
    uint32_t weeks = 0;

    for (size_t w = 0; w < findings->week_count; w++) {
        const struct findings_week *week = &findings->weeks[w];

        if (!week->in_baseline || week->in_study || week->partial)
            continue;
        articles += week->articles;
        weeks++;
    }
    if (findings->study_week != WEEK_NONE && weeks >= WEEKS_CLAIM &&
        (double)findings->articles * weeks < COVERAGE_LOW * (double)articles)
        notice(findings, NOTICE_LOW_COVERAGE)->mean = (double)articles / weeks;
}

/* Outlets differ in what they write about: who is missing moves shares. */
static void note_mix(struct findings *findings)
{
    uint64_t silent = 0;

    for (size_t i = 0; i < findings->outlet_count; i++)
        if (findings->outlets[i].silent)
            silent += findings->outlets[i].baseline_articles;
    if (findings->mixed_topics)
        notice(findings, NOTICE_MIXED_TOPICS)->serious = false;
    if (findings_may_claim(findings) && (double)silent >= SILENCE * findings->baseline_published)
        notice(findings, NOTICE_SILENT_OUTLETS)->mean =
            (double)silent / findings->baseline_published;
}

static void note_the_set(struct findings *findings, const struct counts *counts)
{
    findings->notices = arena_new(&findings->arena, NOTICE_KINDS, sizeof *findings->notices);
    if (!findings->dated)
        notice(findings, NOTICE_UNDATED_SET);
    if (findings->articles < findings->minimum_articles)
        notice(findings, NOTICE_FEW_ARTICLES);
    if (findings->dated)
        note_coverage(findings);
    note_mix(findings);
    if (findings->undated)
        notice(findings, NOTICE_UNDATED);
    if (findings->topic_foreign)
        notice(findings, NOTICE_FOREIGN)->serious = false;
    if (findings->dated && !findings_may_claim(findings))
        notice(findings, findings->baseline_articles ? NOTICE_FEW_WEEKS : NOTICE_NO_WEEKS);
    if (findings->dated && !counts->plan.complete)
        notice(findings, NOTICE_NOT_ENDED);
}

bool headlines_choose(struct findings *findings, struct store *store, const struct counts *counts,
                      struct fault *fault)
{
    choose_topic(findings);
    choose_speaker(findings);
    choose_term(findings);
    list_evidence(findings);
    note_the_set(findings, counts);
    return read_quotations(findings, store, counts, fault);
}
