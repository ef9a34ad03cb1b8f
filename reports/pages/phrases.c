#include "reports/pages/phrases.h"

#include "corpus/base/day.h"
#include "reports/draw/format.h"
#include "reports/pages/wording.h"

#include <math.h>

#define BIND "\u00A0"

bool phrases_enough(const struct findings *findings)
{
    return findings->articles >= findings->minimum_articles;
}

struct span phrases_minimum(struct arena *arena, const struct findings *findings)
{
    struct span count = wording_counted(arena, findings, findings->minimum_articles);

    return wording_print(arena, "An interval needs at least %.*s.", SPAN_PRINT(count));
}

/* --- the front page's title and standfirst ----------------------------------------- */

struct span phrases_title(struct arena *arena, const struct findings *findings,
                          const struct period *period)
{
    bool one = findings->articles == 1;
    struct span count = findings->articles > 1
                            ? wording_counted(arena, findings, findings->articles)
                            : wording_count_start(arena, findings->articles, "article", "articles");

    if (period->kind == PERIOD_WEEK && findings->articles == 0)
        return span_of("A week without articles");
    if (period->kind == PERIOD_WEEK && one)
        return span_of("The week in one" BIND "article");
    if (period->kind == PERIOD_WEEK)
        return wording_print(arena, "The week in %.*s", SPAN_PRINT(count));
    if (period->kind == PERIOD_DAYS)
        return wording_print(arena, "%.*s, %s", SPAN_PRINT(count),
                             period_short(arena, findings->study_first, findings->study_last));
    if (one)
        return span_of("One undated article");
    return wording_print(arena, "%s undated articles",
                         findings->articles ? format_count(findings->articles).text : "No");
}

/* How many outlets have articles in the study, and one of them. */
static size_t outlets_with(const struct findings *findings, struct span *one)
{
    size_t with = 0;

    *one = SPAN_EMPTY;
    for (size_t i = 0; i < findings->outlet_count; i++) {
        if (findings->outlets[i].articles == 0)
            continue;
        *one = findings->outlets[i].name;
        with++;
    }
    return with;
}

struct span phrases_outlets(struct arena *arena, const struct findings *findings)
{
    struct span only;
    size_t with = outlets_with(findings, &only);

    if (with == 1 && only.length)
        return wording_shorten(arena, only, 60);
    return wording_count_start(arena, (double)with, "outlet", "outlets");
}

struct span phrases_source(struct arena *arena, const struct findings *findings)
{
    struct span only;
    size_t with = outlets_with(findings, &only);

    if (with == 1 && only.length)
        return wording_shorten(arena, only, 60);
    return wording_print(arena, "%.*s %s", SPAN_PRINT(wording_number(arena, (double)with)),
                         format_plural((double)with, "outlet", "outlets"));
}

/* Who, when, and against what: the first sentence. */
static void add_scope(struct prose *prose, struct arena *arena, const struct findings *findings,
                      const struct period *period)
{
    struct span outlets = phrases_outlets(arena, findings);

    prose_text(prose, outlets);
    prose_print(prose, ", %s", period->days);
    if (period->before)
        prose_print(prose, ", set against %s.", period->before);
    else if (period->kind == PERIOD_UNDATED)
        prose_print(prose, ": described, and compared with nothing.");
    else
        prose_print(prose, ".");
}

const struct prose *phrases_standfirst(struct arena *arena, const struct findings *findings,
                                       const struct period *period)
{
    struct prose *prose = arena_new(arena, 1, sizeof *prose);

    *prose = PROSE_IN(arena);
    add_scope(prose, arena, findings, period);
    if (!phrases_enough(findings))
        return prose; /* a notice says so */
    prose_print(prose, " Ranges are 95%%" BIND "intervals");
    if (period->before && findings_may_claim(findings))
        prose_print(prose, "; a change is called one only where the interval of the difference "
                           "excludes zero and q" BIND "≤" BIND "0.05");
    prose_print(prose, " (");
    prose_see(prose, "method", "method: page" BIND, "method");
    prose_print(prose, ").");
    return prose;
}

/* "The 2 weeks before", to start a sentence. */
static const char *capital(struct arena *arena, const char *text)
{
    return wording_print(arena, "%c%s", text[0] == 't' ? 'T' : text[0], text + 1).bytes;
}

struct span phrases_compared(struct arena *arena, const struct findings *findings,
                             const struct period *period, uint32_t tested, uint32_t clear,
                             const char *noun)
{
    const char *plural = wording_print(arena, "%ss", noun).bytes;
    struct span count = wording_count(arena, tested, noun, plural);

    if (!period->before)
        return span_of(period->kind == PERIOD_UNDATED
                           ? "Undated articles are compared with nothing."
                           : "There are no articles before to compare with.");
    if (!findings_may_claim(findings))
        return wording_print(arena, "%s alone are too few to call anything a change.",
                             capital(arena, period->before));
    if (tested == 0)
        return wording_print(arena, "No %s had enough %s to be compared.", noun,
                             wording_votes(findings));
    if (clear == 0 && tested == 1)
        return wording_print(arena, "The one %s compared shows no clear change.", noun);
    if (clear == 0)
        return wording_print(arena, "No clear change in any of %.*s.", SPAN_PRINT(count));
    return wording_print(arena, "%.*s compared, %s changed clearly.", SPAN_PRINT(count),
                         format_count(clear).text);
}

/* --- the three findings --------------------------------------------------------------- */

/* What a rule writes into, and what it writes of. */
struct writing {
    struct arena *arena;
    const struct findings *findings;
    const struct period *period;
    uint32_t index;
    struct prose *prose;
    struct phrase phrase;
};

static struct span articles_behind(struct writing *w, uint32_t count)
{
    return wording_counted(w->arena, w->findings, count);
}

/* "rose most, by 2.9–5.7 points, to 14.1% of articles (13.0–15.3%) from 9.8% in ..." */
static void add_change(struct writing *w, const struct change *change, const char *rank,
                       const struct estimate *share, const struct estimate *baseline,
                       const char *whole)
{
    prose_print(w->prose, " %s%s", change->direction == CHANGE_UP ? "rose" : "fell", rank);
    if (change->difference.has_interval)
        prose_print(w->prose, ", by %s,", wording_moved(&change->difference).text);
    prose_print(w->prose, " to %s of %s%s", wording_value(share, UNIT_SHARE).text, whole,
                wording_bracket(share, UNIT_SHARE).text);
    prose_print(w->prose, " from %s", wording_value(baseline, UNIT_SHARE).text);
    if (w->period->before)
        prose_print(w->prose, " in %s", w->period->before);
    prose_print(w->prose, ".");
}

/* How the rest of its kind came out: the sentence after "the largest is". */
static void add_verdict(struct writing *w, uint32_t tested, uint32_t clear, const char *noun)
{
    struct span verdict = phrases_compared(w->arena, w->findings, w->period, tested, clear, noun);

    if (w->period->before && findings_may_claim(w->findings))
        prose_print(w->prose, " %.*s", SPAN_PRINT(verdict));
}

static void write_topic_top(struct writing *w)
{
    const struct topic_finding *topic = &w->findings->topics[w->index];
    const struct findings *f = w->findings;

    w->phrase.number = wording_print(w->arena, "%s", wording_value(&topic->share, UNIT_SHARE).text);
    if (f->articles == 1) {
        w->phrase.number = wording_count(w->arena, topic->hits, "hit", "hits");
        prose_bold(w->prose, "%.*s", SPAN_PRINT(topic->label));
        prose_print(w->prose, " is the topic that the article’s words fit best.");
        return;
    }
    prose_print(w->prose, "of %s are about ", wording_votes(f));
    prose_bold(w->prose, "%.*s", SPAN_PRINT(topic->label));
    prose_print(w->prose, "; no topic has more (%s of %s", format_count(topic->articles).text,
                format_count(f->articles).text);
    if (topic->share.has_interval)
        prose_print(w->prose, "; %s", wording_interval(&topic->share, UNIT_SHARE).text);
    prose_print(w->prose, ").");
    add_verdict(w, f->topics_tested, f->clear_topics, "topic");
}

static void write_topic_change(struct writing *w)
{
    const struct topic_finding *topic = &w->findings->topics[w->index];

    w->phrase.number =
        wording_print(w->arena, "%s", format_points(topic->change.difference.value).text);
    w->phrase.tone = wording_tone(topic->change.direction);
    prose_bold(w->prose, "%.*s", SPAN_PRINT(topic->label));
    add_change(w, &topic->change, w->findings->clear_topics > 1 ? " most" : "", &topic->share,
               &topic->baseline_share, wording_votes(w->findings));
}

static void write_speaker_top(struct writing *w)
{
    const struct speaker_finding *speaker = &w->findings->speakers[w->index];
    struct span quotes = wording_count(w->arena, speaker->quotes, "quotation", "quotations");

    w->phrase.number =
        wording_print(w->arena, "%s", wording_value(&speaker->share, UNIT_SHARE).text);
    prose_print(w->prose, "of quoted words come from ");
    prose_bold(w->prose, "%.*s", SPAN_PRINT(speaker->name));
    prose_print(w->prose, "; no speaker has more (%.*s", SPAN_PRINT(quotes));
    if (speaker->share.has_interval)
        prose_print(w->prose, "; %s", wording_interval(&speaker->share, UNIT_SHARE).text);
    prose_print(w->prose, ").");
    add_verdict(w, w->findings->speakers_tested, w->findings->clear_speakers, "speaker");
}

static void write_speaker_change(struct writing *w)
{
    const struct speaker_finding *speaker = &w->findings->speakers[w->index];

    w->phrase.number =
        wording_print(w->arena, "%s", format_points(speaker->change.difference.value).text);
    w->phrase.tone = wording_tone(speaker->change.direction);
    prose_bold(w->prose, "%.*s", SPAN_PRINT(speaker->name));
    add_change(w, &speaker->change, w->findings->clear_speakers > 1 ? " most" : "", &speaker->share,
               &speaker->baseline_share, "quoted words");
}

static void write_term_top(struct writing *w)
{
    const struct term_finding *term = &w->findings->frequent[w->index];
    struct span articles = articles_behind(w, term->articles);

    w->phrase.number = wording_print(w->arena, "%s" BIND "%s", format_count(term->count).text,
                                     format_plural(term->count, "time", "times"));
    prose_bold(w->prose, "“%.*s”", SPAN_PRINT(term->term));
    if (w->findings->articles > 1)
        prose_print(w->prose, " in %.*s", SPAN_PRINT(articles));
    prose_print(w->prose, "; no content word is more frequent");
    if (term->rate.has_value && phrases_enough(w->findings))
        prose_print(
            w->prose, " (%s per million words%s%s)",
            wording_value(&term->rate, UNIT_PER_MILLION).text, term->rate.has_interval ? "; " : "",
            term->rate.has_interval ? wording_interval(&term->rate, UNIT_PER_MILLION).text : "");
    prose_print(w->prose, ".");
    add_verdict(w, w->findings->terms_tested, w->findings->clear_terms, "term");
}

/* "used 17 times as often as in the 12 weeks before (×12–24)" */
static void add_ratio(struct writing *w, const struct term_finding *term)
{
    bool up = term->direction == CHANGE_UP;
    double times = exp2(fabs(term->log_ratio.value));

    prose_print(w->prose, " was used %s times %s in %s",
                format_fixed(times, times < 9.95 ? 1 : 0).text,
                up ? "as often as" : "less often than",
                w->period->before ? w->period->before : "the baseline");
    prose_print(w->prose, "%s", wording_bracket(&term->log_ratio, UNIT_LOG2).text);
}

static void write_term_change(struct writing *w)
{
    const struct term_finding *term = &w->findings->risen[w->index];
    struct span articles = articles_behind(w, term->articles);

    w->phrase.tone = wording_tone(term->direction);
    prose_bold(w->prose, "“%.*s”", SPAN_PRINT(term->term));
    if (term->baseline_count == 0 && w->period->before) {
        w->phrase.number = span_of("New");
        prose_print(w->prose, " was not used in %s", w->period->before);
    } else {
        w->phrase.number =
            wording_print(w->arena, "%s", format_value(term->log_ratio.value, UNIT_LOG2).text);
        add_ratio(w, term);
    }
    prose_print(w->prose, ": %s" BIND "%s %s, in %.*s.", format_count(term->count).text,
                format_plural(term->count, "time", "times"), w->period->here, SPAN_PRINT(articles));
}

static enum direction topic_direction(const struct findings *findings, uint32_t i)
{
    return findings->topics[i].change.direction;
}

static enum direction speaker_direction(const struct findings *findings, uint32_t i)
{
    return findings->speakers[i].change.direction;
}

static enum direction risen_direction(const struct findings *findings, uint32_t i)
{
    return findings->risen[i].direction;
}

/* A change that is not clear is told as the largest of its kind, where that is known. */
static const struct rule {
    void (*write)(struct writing *w);
    enum direction (*direction)(const struct findings *findings, uint32_t i);
    void (*otherwise)(struct writing *w); /* where the direction is not clear */
    enum evidence_kind evidence;
} rules[] = {
    [HEADLINE_TOPIC_CHANGE] = {write_topic_change, topic_direction, write_topic_top,
                               EVIDENCE_TOPIC},
    [HEADLINE_TOPIC_TOP] = {write_topic_top, NULL, NULL, EVIDENCE_TOPIC},
    [HEADLINE_SPEAKER_CHANGE] = {write_speaker_change, speaker_direction, write_speaker_top,
                                 EVIDENCE_SPEAKER},
    [HEADLINE_SPEAKER_TOP] = {write_speaker_top, NULL, NULL, EVIDENCE_SPEAKER},
    [HEADLINE_TERM_CHANGE] = {write_term_change, risen_direction, write_term_top, EVIDENCE_TERM},
    [HEADLINE_TERM_TOP] = {write_term_top, NULL, NULL, EVIDENCE_TERM},
};

static void add_evidence(struct writing *w, const struct rule *rule, bool changed)
{
    const struct findings *f = w->findings;
    const struct term_finding *term;

    if (rule->evidence == EVIDENCE_TOPIC) {
        w->phrase.evidence = f->topics[w->index].evidence;
        w->phrase.count = articles_behind(w, f->topics[w->index].articles);
    } else if (rule->evidence == EVIDENCE_SPEAKER) {
        w->phrase.evidence = f->speakers[w->index].evidence;
        w->phrase.count =
            wording_count(w->arena, f->speakers[w->index].quotes, "quotation", "quotations");
    } else {
        term = changed ? &f->risen[w->index] : &f->frequent[w->index];
        w->phrase.evidence = term->evidence;
        w->phrase.count = articles_behind(w, term->articles);
    }
}

struct phrase phrases_finding(struct arena *arena, const struct findings *findings,
                              const struct period *period, size_t i)
{
    struct headline headline = findings->headlines[i];
    const struct rule *rule = &rules[headline.kind];
    struct writing w = {.arena = arena,
                        .findings = findings,
                        .period = period,
                        .index = headline.index,
                        .prose = arena_new(arena, 1, sizeof *w.prose)};
    bool changed = rule->direction && wording_clear(rule->direction(findings, headline.index));

    *w.prose = PROSE_IN(arena);
    if (rule->otherwise && !changed) {
        w.index = 0;
        rule->otherwise(&w);
    } else {
        rule->write(&w);
    }
    add_evidence(&w, rule, changed);
    w.phrase.sentence = w.prose;
    return w.phrase;
}
