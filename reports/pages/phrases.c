#include "reports/pages/phrases.h"

#include "reports/draw/format.h"
#include "reports/pages/wording.h"

#include <math.h>

bool phrases_enough(const struct findings *findings)
{
    return findings->articles >= findings->minimum_articles;
}

struct span phrases_minimum(const struct wording *wording, const struct findings *findings)
{
    return SAY(wording,
               "An interval needs at least "
               "{n}~{vote?{n|story|stories}/{n|article|articles}}.",
               NUMBER("n", findings->minimum_articles), FLAG("vote", findings->one_vote));
}

/* --- the front page's title and standfirst ----------------------------------------- */

struct span phrases_title(const struct wording *wording, const struct findings *findings,
                          const struct period *period)
{
    struct slot n = NUMBER("n", findings->articles), vote = FLAG("vote", findings->one_vote);

    if (period->kind == PERIOD_WEEK && findings->articles == 0)
        return saying_plain(wording, "A week without articles");
    if (period->kind == PERIOD_WEEK && findings->articles == 1)
        return saying_plain(wording, "The week in one~article");
    if (period->kind == PERIOD_WEEK)
        return SAY(wording, "The week in {n}~{vote?{n|story|stories}/{n|article|articles}}", n,
                   vote);
    if (period->kind == PERIOD_DAYS && findings->articles < 2)
        return SAY(
            wording, "{n^}~{n|article|articles}, {days}", n,
            TEXT("days", period_short(wording, findings->study_first, findings->study_last)));
    if (period->kind == PERIOD_DAYS)
        return SAY(
            wording, "{n}~{vote?{n|story|stories}/{n|article|articles}}, {days}", n, vote,
            TEXT("days", period_short(wording, findings->study_first, findings->study_last)));
    if (findings->articles < 2)
        return SAY(wording, "{n^} undated {n|article|articles}", n);
    return SAY(wording, "{n} undated {n|article|articles}", n);
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

/* "18 outlets", or the name of the only one; of those with articles in the study. */
static struct span outlets_named(const struct wording *wording, const struct findings *findings)
{
    struct span only;
    size_t with = outlets_with(findings, &only);

    if (with == 1 && only.length)
        return wording_shorten(wording->arena, only, 60);
    return SAY(wording, "{n^}~{n|outlet|outlets}", NUMBER("n", with));
}

struct span phrases_source(const struct wording *wording, const struct findings *findings)
{
    struct span only;
    size_t with = outlets_with(findings, &only);

    if (with == 1 && only.length)
        return wording_shorten(wording->arena, only, 60);
    return SAY(wording, "{!of}{n#} {n|outlet|outlets}", NUMBER("n", with));
}

/* Who, when, and against what: the first sentence. */
static void add_scope(struct prose *prose, const struct wording *wording,
                      const struct findings *findings, const struct period *period)
{
    struct slot outlets = TEXT("outlets", outlets_named(wording, findings));
    struct slot days = TEXT("days", period->days);

    if (period->compared)
        TELL(prose, wording, "{outlets}, {days}, set {against}.", outlets, days,
             TEXT("against", period->against));
    else if (period->kind == PERIOD_UNDATED)
        TELL(prose, wording, "{outlets}, {days}: described, and compared with nothing.", outlets,
             days);
    else
        TELL(prose, wording, "{outlets}, {days}.", outlets, days);
}

const struct prose *phrases_standfirst(const struct wording *wording,
                                       const struct findings *findings, const struct period *period)
{
    struct prose *prose = arena_new(wording->arena, 1, sizeof *prose);

    *prose = PROSE_IN(wording->arena);
    add_scope(prose, wording, findings, period);
    if (!phrases_enough(findings))
        return prose; /* a notice says so */
    TELL(prose, wording,
         " Ranges are 95%~intervals{claim?; a change is called one only where the interval of the "
         "difference excludes zero and q~≤~0.05} ({@method|method: page~|method}).",
         FLAG("claim", period->compared && findings_may_claim(findings)));
    return prose;
}

const struct prose *phrases_standfirst_alone(const struct wording *wording,
                                             const struct findings *findings,
                                             const struct period *period)
{
    struct prose *prose = arena_new(wording->arena, 1, sizeof *prose);

    *prose = PROSE_IN(wording->arena);
    add_scope(prose, wording, findings, period);
    if (phrases_enough(findings))
        TELL(prose, wording,
             " Ranges are 95%~intervals{claim?; a change is called one only where the interval of "
             "the difference excludes zero and q~≤~0.05}.",
             FLAG("claim", period->compared && findings_may_claim(findings)));
    return prose;
}

/* What a comparison of one kind says, as it came out. */
static const struct comparing {
    const char *none, *one, *no_change, *changed;
} comparings[] = {
    [PHRASES_TOPICS] = {"No topic had enough {vote?stories/articles} to be compared.",
                        "The one topic compared shows no clear change.",
                        "No clear change in any of {n}~{n|topic|topics}.",
                        "{n}~{n|topic|topics} compared, {clear} changed clearly."},
    [PHRASES_SPEAKERS] = {"No speaker had enough {vote?stories/articles} to be compared.",
                          "The one speaker compared shows no clear change.",
                          "No clear change in any of {n}~{n|speaker|speakers}.",
                          "{n}~{n|speaker|speakers} compared, {clear} changed clearly."},
    [PHRASES_TERMS] = {"No term had enough {vote?stories/articles} to be compared.",
                       "The one term compared shows no clear change.",
                       "No clear change in any of {n}~{n|term|terms}.",
                       "{n}~{n|term|terms} compared, {clear} changed clearly."},
};

struct span phrases_compared(const struct wording *wording, const struct findings *findings,
                             const struct period *period, uint32_t tested, uint32_t clear,
                             enum phrases_kind kind)
{
    const struct comparing *comparing = &comparings[kind];
    struct slot n = NUMBER("n", tested);

    if (!period->compared)
        return saying_plain(wording, period->kind == PERIOD_UNDATED
                                         ? "Undated articles are compared with nothing."
                                         : "There are no articles before to compare with.");
    if (!findings_may_claim(findings))
        return SAY(wording, "{before^} alone are too few to call anything a change.",
                   TEXT("before", period->before));
    if (tested == 0)
        return SAY(wording, comparing->none, FLAG("vote", findings->one_vote));
    if (clear == 0 && tested == 1)
        return saying_plain(wording, comparing->one);
    if (clear == 0)
        return SAY(wording, comparing->no_change, n);
    return SAY(wording, comparing->changed, n, NUMBER("clear", clear));
}

/* --- what a reader has to know ---------------------------------------------------------- */

struct span phrases_notice(const struct wording *wording, const struct findings *findings,
                           const struct notice *notice)
{
    static const char *const patterns[NOTICE_KINDS] = {
        [NOTICE_UNDATED_SET] =
            "{several?No article is dated, so the report is on the whole set, without weeks./The "
            "article is undated, so there are no weeks to compare.}",
        [NOTICE_FEW_ARTICLES] =
            "An interval needs at least {least} {vote?stories/articles}; there {n|is|are} {n}, so "
            "shares and rates stand without one.",
        [NOTICE_LOW_COVERAGE] =
            "Coverage is low: {n} {n|article|articles}, where the weeks before had {mean} on "
            "average.",
        [NOTICE_MIXED_TOPICS] =
            "{mixed} {mixed|topic|topics} moved only because the mix of outlets did, and "
            "{mixed|is|are} not called a change: within outlets there is none that is clear.",
        [NOTICE_SILENT_OUTLETS] =
            "Outlets with {part} of the articles before are silent now. Topics are compared within "
            "outlets too; shares of speakers and words are not.",
        [NOTICE_FOREIGN] =
            "Left out of the topics’ shares: {foreign} {foreign|article|articles} in "
            "languages without a topic dictionary.",
        [NOTICE_UNDATED] =
            "Counted apart and in no week: {undated} undated {undated|article|articles}.",
        [NOTICE_FEW_WEEKS] = "There are too few weeks before to call anything a change.",
        [NOTICE_NO_WEEKS] = "There are no weeks before to compare with, so nothing is said to rise "
                            "or fall.",
        [NOTICE_NOT_ENDED] = "The span had not ended when the report was made.",
    };

    return SAY(wording, patterns[notice->kind], NUMBER("n", findings->articles),
               FLAG("several", findings->articles != 1), FLAG("vote", findings->one_vote),
               NUMBER("least", findings->minimum_articles), NUMBER("mean", notice->mean),
               NUMBER("mixed", findings->mixed_topics), NUMBER("foreign", findings->topic_foreign),
               FIGURE("part", format_share(wording->tongue, notice->mean)),
               NUMBER("undated", findings->undated));
}

/* --- the three findings --------------------------------------------------------------- */

/* What a rule writes into, and what it writes of. */
struct writing {
    const struct wording *wording;
    const struct findings *findings;
    const struct period *period;
    uint32_t index;
    struct prose *prose;
    struct phrase phrase;
};

static struct span articles_behind(const struct writing *w, uint32_t count)
{
    return SAY(w->wording, "{n}~{vote?{n|story|stories}/{n|article|articles}}", NUMBER("n", count),
               FLAG("vote", w->findings->one_vote));
}

static struct span quotations_behind(const struct writing *w, uint32_t count)
{
    return SAY(w->wording, "{n}~{n|quotation|quotations}", NUMBER("n", count));
}

static struct span copied(const struct writing *w, struct format_text text)
{
    return arena_copy(w->wording->arena, span_of(text.text));
}

/* A share that changed. */
struct moved {
    struct span name;
    const struct change *change;
    const struct estimate *share, *baseline;
    bool most; /* others changed too, and less */
};

/* "rose most, by 2.9–5.7 points, to 14.1% of articles (13.0–15.3%) from 9.8% in ..." */
static void add_change(struct writing *w, const char *pattern, const struct moved *moved)
{
    const struct wording *wording = w->wording;
    const struct estimate *difference = &moved->change->difference;

    TELL(w->prose, wording, pattern, TEXT("name", moved->name), FLAG("most", moved->most),
         TEXT("moved", difference->has_interval ? copied(w, wording_moved(wording, difference))
                                                : SPAN_EMPTY),
         FIGURE("share", wording_value(wording, moved->share, UNIT_SHARE)),
         FLAG("vote", w->findings->one_vote),
         FIGURE("range", wording_bracket(wording, moved->share, UNIT_SHARE)),
         FIGURE("earlier", wording_value(wording, moved->baseline, UNIT_SHARE)),
         TEXT("in_before", w->period->in_before));
}

/* How the rest of its kind came out: the sentence after "the largest is". */
static void add_verdict(struct writing *w, uint32_t tested, uint32_t clear, enum phrases_kind kind)
{
    struct span verdict = phrases_compared(w->wording, w->findings, w->period, tested, clear, kind);

    if (w->period->compared && findings_may_claim(w->findings))
        prose_print(w->prose, " %.*s", SPAN_PRINT(verdict));
}

static void write_topic_top(struct writing *w)
{
    const struct topic_finding *topic = &w->findings->topics[w->index];
    const struct wording *wording = w->wording;
    const struct findings *f = w->findings;
    bool known = topic->share.has_interval;

    if (f->articles == 1) {
        w->phrase.number = SAY(wording, "{n}~{n|hit|hits}", NUMBER("n", topic->hits));
        TELL(w->prose, wording, "<{name}> is the topic that the article’s words fit best.",
             TEXT("name", topic->label));
        return;
    }
    w->phrase.number = copied(w, wording_value(wording, &topic->share, UNIT_SHARE));
    TELL(w->prose, wording,
         "of {vote?stories/articles} are about <{name}>; no topic has more ({n} of {all}"
         "{range?; {range}}).",
         FLAG("vote", f->one_vote), TEXT("name", topic->label), NUMBER("n", topic->articles),
         NUMBER("all", f->articles),
         TEXT("range", known ? copied(w, wording_interval(wording, &topic->share, UNIT_SHARE))
                             : SPAN_EMPTY));
    add_verdict(w, f->topics_tested, f->clear_topics, PHRASES_TOPICS);
}

static void write_topic_change(struct writing *w)
{
    const struct topic_finding *topic = &w->findings->topics[w->index];
    bool up = topic->change.direction == CHANGE_UP;
    const struct moved moved = {topic->label, &topic->change, &topic->share, &topic->baseline_share,
                                w->findings->clear_topics > 1};

    w->phrase.number = copied(w, format_points(w->wording->tongue, topic->change.difference.value));
    w->phrase.tone = wording_tone(topic->change.direction);
    add_change(w,
               up ? "<{name}> rose{most? most}{moved?, by {moved},} to {share} of "
                    "{vote?stories/articles}{range} from {earlier}{in_before? {in_before}}."
                  : "<{name}> fell{most? most}{moved?, by {moved},} to {share} of "
                    "{vote?stories/articles}{range} from {earlier}{in_before? {in_before}}.",
               &moved);
}

static void write_speaker_top(struct writing *w)
{
    const struct speaker_finding *speaker = &w->findings->speakers[w->index];
    const struct wording *wording = w->wording;
    bool known = speaker->share.has_interval;

    w->phrase.number = copied(w, wording_value(wording, &speaker->share, UNIT_SHARE));
    TELL(w->prose, wording,
         "of quoted words come from <{name}>; no speaker has more ({n}~{n|quotation|quotations}"
         "{range?; {range}}).",
         TEXT("name", speaker->name), NUMBER("n", speaker->quotes),
         TEXT("range", known ? copied(w, wording_interval(wording, &speaker->share, UNIT_SHARE))
                             : SPAN_EMPTY));
    add_verdict(w, w->findings->speakers_tested, w->findings->clear_speakers, PHRASES_SPEAKERS);
}

static void write_speaker_change(struct writing *w)
{
    const struct speaker_finding *speaker = &w->findings->speakers[w->index];
    bool up = speaker->change.direction == CHANGE_UP;
    const struct moved moved = {speaker->name, &speaker->change, &speaker->share,
                                &speaker->baseline_share, w->findings->clear_speakers > 1};

    w->phrase.number =
        copied(w, format_points(w->wording->tongue, speaker->change.difference.value));
    w->phrase.tone = wording_tone(speaker->change.direction);
    add_change(w,
               up ? "<{name}> rose{most? most}{moved?, by {moved},} to {share} of quoted words"
                    "{range} from {earlier}{in_before? {in_before}}."
                  : "<{name}> fell{most? most}{moved?, by {moved},} to {share} of quoted words"
                    "{range} from {earlier}{in_before? {in_before}}.",
               &moved);
}

static void write_term_top(struct writing *w)
{
    const struct term_finding *term = &w->findings->frequent[w->index];
    const struct wording *wording = w->wording;
    bool rated = term->rate.has_value && phrases_enough(w->findings);
    bool ranged = rated && term->rate.has_interval;

    w->phrase.number = SAY(wording, "{n}~{n|time|times}", NUMBER("n", term->count));
    TELL(w->prose, wording,
         "<{term}>{several? in {n}~{vote?{n|story|stories}/{n|article|articles}}}; no content word "
         "is more frequent{rate? ({rate} per million words{range?; {range}})}.",
         TEXT("term", wording_quoted(wording, term->term)),
         FLAG("several", w->findings->articles > 1), NUMBER("n", term->articles),
         FLAG("vote", w->findings->one_vote),
         TEXT("rate", rated ? copied(w, wording_value(wording, &term->rate, UNIT_PER_MILLION))
                            : SPAN_EMPTY),
         TEXT("range", ranged ? copied(w, wording_interval(wording, &term->rate, UNIT_PER_MILLION))
                              : SPAN_EMPTY));
    add_verdict(w, w->findings->terms_tested, w->findings->clear_terms, PHRASES_TERMS);
}

static void write_term_change(struct writing *w)
{
    const struct term_finding *term = &w->findings->risen[w->index];
    const struct wording *wording = w->wording;
    bool is_new = term->baseline_count == 0 && w->period->compared;
    bool up = term->direction == CHANGE_UP;
    double times = exp2(fabs(term->log_ratio.value));

    w->phrase.tone = wording_tone(term->direction);
    w->phrase.number =
        is_new ? saying_plain(wording, "New")
               : copied(w, format_value(wording->tongue, term->log_ratio.value, UNIT_LOG2));
    TELL(w->prose, wording,
         is_new ? "<{term}> was not used {in_before}: {n}~{n|time|times} {here}, in "
                  "{articles}~{vote?{articles|story|stories}/{articles|article|articles}}."
         : up   ? "<{term}> was used {times} times as often as {in_before}{range}: "
                  "{n}~{n|time|times} {here}, in "
                  "{articles}~{vote?{articles|story|stories}/{articles|article|articles}}."
                : "<{term}> was used {times} times less often than {in_before}{range}: "
                  "{n}~{n|time|times} {here}, in "
                  "{articles}~{vote?{articles|story|stories}/{articles|article|articles}}.",
         TEXT("term", wording_quoted(wording, term->term)),
         TEXT("in_before", w->period->compared ? w->period->in_before
                                               : saying_plain(wording, "in the baseline")),
         FIGURE("times", format_fixed(wording->tongue, times, times < 9.95 ? 1 : 0)),
         FIGURE("range", wording_bracket(wording, &term->log_ratio, UNIT_LOG2)),
         NUMBER("n", term->count), TEXT("here", w->period->here),
         NUMBER("articles", term->articles), FLAG("vote", w->findings->one_vote));
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
        w->phrase.count = quotations_behind(w, f->speakers[w->index].quotes);
    } else {
        term = changed ? &f->risen[w->index] : &f->frequent[w->index];
        w->phrase.evidence = term->evidence;
        w->phrase.count = articles_behind(w, term->articles);
    }
}

struct phrase phrases_finding(const struct wording *wording, const struct findings *findings,
                              const struct period *period, size_t i)
{
    struct headline headline = findings->headlines[i];
    const struct rule *rule = &rules[headline.kind];
    struct writing w = {.wording = wording,
                        .findings = findings,
                        .period = period,
                        .index = headline.index,
                        .prose = arena_new(wording->arena, 1, sizeof *w.prose)};
    bool changed = rule->direction && wording_clear(rule->direction(findings, headline.index));

    *w.prose = PROSE_IN(wording->arena);
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
