#include "reports/pages/pages.h"
#include "reports/pages/panel_guide.h"
#include "reports/pages/wording.h"

#include <inttypes.h>

static bool was_compared(const struct findings *findings)
{
    return findings->baseline_articles > 0;
}

static bool was_watched(const struct findings *findings)
{
    return findings->alarms_tested + findings->burst_count > 0;
}

static bool had_trends(const struct findings *findings)
{
    return findings->trends_tested > 0;
}

static bool had_bonds(const struct findings *findings)
{
    return findings->bond_count > 0;
}

/* What is the same in every report that it ran for; what depends on the run is added below. */
static const struct method {
    const char *title;
    const char *text;
    bool (*ran)(const struct findings *findings); /* NULL: it always does */
} methods[] = {
    {"Reading",
     "A file\u2019s format is known by its content: plain text, Markdown, JSON, CSV, SGML, news "
     "XML, feeds, web pages, archives of them. The charset is what the file declares and its bytes "
     "bear out, else a guess; bytes that fit none become U+FFFD and are counted. "
     "corpus/README.md says how each format is read, and what is left out.",
     NULL},
    {"Words and terms",
     "A term is a word with its case folded: letters and digits with inner apostrophes and "
     "hyphens, cut by Unicode\u2019s rules (UAX #29) with the differences that corpus/README.md "
     "states. Numbers are kept apart. Paragraphs in another language or script than the "
     "article\u2019s are kept but not counted. Rates are per million counted words.",
     NULL},
    {"Intervals",
     "Every interval is a 95% interval. Rates of terms: ratio of sums over articles with "
     "linearised variance and Student\u2019s t. Shares of topics: Wilson\u2019s interval on "
     "articles. Shares of speakers: cluster bootstrap by story, stratified by outlet (BCa). "
     "Words of one article are not independent draws, so tokens are never the unit.",
     NULL},
    {"What is called a change",
     "A difference is called a change only when its 95% interval excludes 0 and its q is at most "
     "0.05. q is the false discovery rate after Benjamini and Hochberg over everything that was "
     "compared. Weeks differ by more than chance, so every test must also stand out from how much "
     "the weeks before differ (their dispersion, moderated over all series as limma does; the "
     "larger p of a quasi-likelihood F test and of a beta-binomial one). Topics: that test and "
     "Newcombe\u2019s interval widened by it; and, of several outlets, the difference within "
     "outlets "
     "(Mantel and Haenszel) must agree with p at most 0.05, so that an outlet that fell silent is "
     "no "
     "change. Speakers: with it the bootstrap by story. Terms: "
     "with "
     "it the log ratio over articles; where a side has no hit, Fisher\u2019s exact test on "
     "articles. All else is \u201Cno clear change\u201D.",
     was_compared},
    {"Trends",
     "A slope is the change of a topic’s share from one week to the next: quasi-Poisson regression "
     "of its articles, with all articles as exposure, over complete weeks{report?; Mann-Kendall’s "
     "test and Theil-Sen’s slope stand beside it in trends.csv}. It is clear when its interval "
     "excludes 0, q "
     "is at most 0.05, and the slope with a level for each outlet goes clearly the same way, so "
     "that an outlet that falls silent is no trend. New levels are found by PELT on the counts.",
     had_trends},
    {"Alarms and bursts",
     "alarms.csv holds this week against the weeks before for each topic and for the terms and "
     "speakers with most in those weeks: a quasi-Poisson forecast (Farrington, Noufaily), "
     "Laney\u2019s u\u2032 chart and an EWMA chart, each with its upper limit, p and a q over all "
     "of "
     "them. bursts.csv lists the weeks in which a series burst (Kleinberg, two states); that is "
     "description, not a test.",
     was_watched},
    {"Stories",
     "Articles that say the same are one story: exact copies by their text, others by "
     "runs of three "
     "words (bottom-k MinHash) when at least 45% of the shorter one\u2019s runs stand "
     "in the longer and "
     "20% of all runs in both, as estimated; of one outlet on two days 65%, because a "
     "column returns "
     "in its frame. Each is held against the story\u2019s first article, or a longer "
     "version of it. "
     "Nothing is deleted.",
     NULL},
    {"Topics",
     "A topic is a list of words and phrases. An article carries it with two hits in the text or "
     "one in the title, unless its dictionary has another rule; within a topic the longest entry "
     "at "
     "a place counts. An article is matched in its own language, and may carry several topics or "
     "none.",
     NULL},
    {"Speakers",
     "Counted are the words inside quotation marks and dash speech. A quotation gets the speaker "
     "that the article itself names, by rules on cues, names, pronouns and paragraphs; where they "
     "find nobody it is \u201C(unattributed)\u201D and is given to no one. Names are joined "
     "across articles when full names agree, also transliterated; an initial fits one person; a "
     "last name alone has an owner, with 80% of its week\u2019s quotations under full names; an "
     "office has one holder that week; or a roster says so. The rules err{report?: see quotes.csv "
     "and people.csv, which name the rule behind each row/; broadsheet quotes names the rule "
     "behind "
     "each row}.",
     NULL},
    {"Balance of voices",
     "Of the words with a speaker: HHI is the sum of squared shares, 1 / HHI the effective number "
     "of voices, Gini how unequal the shares are. Intervals: jackknife over stories, on "
     "logarithms or logits, from 20 stories with a quotation. Shares by topic and by a "
     "roster\u2019s column: the bootstrap of the speakers\u2019 shares.",
     NULL},
    {"Dispersion and keyness",
     "DP (Gries 2008) is half the sum of the differences between an article\u2019s share of a term "
     "and its share of all words: 0 evenly spread, towards 1 in few articles. G\u00B2 is the "
     "log-likelihood of four cells; it treats words as independent and is shown as description "
     "only.",
     NULL},
    {"Words that stand together",
     "Of the words that rose, fell or were used most, collocations.csv has those that stand within "
     "five words of them. Closeness is log Dice (Rychlý 2008); PMI, the binary logarithm of how "
     "many times more often than chance they do, has an interval over articles. What one article "
     "repeats is therefore no bond. The network leaves function words out.",
     had_bonds},
};

/* What a comparison of two sides says of itself, or has not. */
static const char *const of_one_period[] = {"What is called a change", "Alarms and bursts",
                                            "Balance of voices", "Words that stand together"};

static bool is_of_one_period(const struct method *method)
{
    for (size_t i = 0; i < sizeof of_one_period / sizeof *of_one_period; i++)
        if (strcmp(method->title, of_one_period[i]) == 0)
            return true;
    return false;
}

static const char *const fitted[] = {
    [WEEKS_BY_WEEK] = " Fitted: {n}~{n|weekly trend|weekly trends}.",
    [WEEKS_BY_DAY] = " Fitted: {n}~{n|daily trend|daily trends}.",
    [WEEKS_BY_MONTH] = " Fitted: {n}~{n|monthly trend|monthly trends}.",
};

/* "Compared with the 12 weeks before: 17 topics, 22 speakers and 1,136 terms. ..." */
static void add_compared(struct edition *edition, struct prose *prose)
{
    const struct findings *findings = edition->findings;
    const struct {
        uint32_t tested;
        const char *pattern;
    } kinds[] = {{findings->topics_tested, "{n}~{n|topic|topics}"},
                 {findings->speakers_tested, "{n}~{n|speaker|speakers}"},
                 {findings->terms_tested, "{n}~{n|term|terms}"}};
    struct span counts[sizeof kinds / sizeof *kinds];
    size_t count = 0;

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].tested)
            counts[count++] =
                SAY(&edition->wording, kinds[i].pattern, NUMBER("n", kinds[i].tested));
    TELL(prose, &edition->wording, "Compared with {before}: {counts?{counts}/nothing}.",
         TEXT("before", edition->period.before), TEXT("against", edition->period.against),
         TEXT("counts", wording_list(&edition->wording, counts, count)));
    if (findings->trends_tested)
        TELL(prose, &edition->wording, fitted[findings->series],
             NUMBER("n", findings->trends_tested));
}

/* What of the user's helped to say who speaks. */
static void add_help(struct edition *edition, struct prose *prose)
{
    uint32_t people = edition->findings->roster_people;

    if (people)
        TELL(prose, &edition->wording, " A roster of {n}~{n|person|people} was used.",
             NUMBER("n", people));
    if (edition->about->weighed)
        saying_add_plain(prose, &edition->wording,
                         " Speakers were chosen by other weights than the program’s own "
                         "(--weights).");
}

/* How discovered.csv came about, where anything was looked for. */
static void add_discovery(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    struct prose *prose = edition_prose(edition);

    document_heading(edition->document,
                     saying_plain(&edition->wording, "Topics beyond the dictionary"), SPAN_EMPTY);
    TELL(
        prose, &edition->wording,
        "For discovered.csv {n}~{n|word or phrase was|words and phrases were} counted by story and "
        "tested for a rise against the weeks before, outlet by outlet; {risen#} rose with q up to "
        "0.05. These and what rose with them are joined where they stand in the same stories; an "
        "article has such a topic with two of its terms. The interval of its share does not know "
        "that it was chosen because it rose.",
        NUMBER("n", findings->units_tested), NUMBER("risen", findings->units_risen));
    document_paragraph(edition->document, prose);
}

/* What people judged of the quotations, where they did. */
static void add_audit(struct edition *edition)
{
    static const char *const said[] = {
        " {share}{range} of the quoted words are speech.",
        " {share}{range} of speech given to somebody is that speaker’s.",
        " {share}{range} of the quotations were found.",
    };
    const struct findings *findings = edition->findings;
    const struct wording *wording = &edition->wording;
    struct prose *prose = edition_prose(edition);

    document_heading(edition->document, saying_plain(wording, "What was judged by hand"),
                     SPAN_EMPTY);
    TELL(prose, wording,
         "{draws}~{draws|quoted word was|quoted words were} drawn at random, from "
         "{rows}~{rows|quotation|quotations}, and {passages}~{passages|paragraph was|paragraphs "
         "were} "
         "read for quotations that were missed.",
         NUMBER("draws", findings->audit_draws), NUMBER("rows", findings->audit_rows),
         NUMBER("passages", findings->audit_passages));
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        const struct estimate *part = &findings->audit[i].counted;

        if (part->has_interval)
            TELL(prose, wording, said[i], FIGURE("share", wording_value(wording, part, UNIT_SHARE)),
                 FIGURE("range", wording_bracket(wording, part, UNIT_SHARE)));
    }
    TELL(prose, wording,
         " audit.csv has each speaker’s share as counted and as corrected by these judgements "
         "(difference estimator; the interval adds the sample’s error to that of the stories). "
         "Speech that was missed is taken to be shared out as the rest is.{unknown? Of {unknown} "
         "drawn words nobody could tell the speaker.}",
         NUMBER("unknown", findings->audit_unknown));
    document_paragraph(edition->document, prose);
}

static void add_run(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    struct prose *prose = edition_prose(edition);

    if (edition->period.compared)
        add_compared(edition, prose);
    else
        saying_add_plain(prose, &edition->wording, "There was nothing to compare with.");
    TELL(prose, &edition->wording,
         " An interval needs at least {least} {vote?stories/articles}. The bootstrap drew "
         "{resamples} resamples with seed {seed} (GSL’s taus2). A story’s articles come within "
         "{days}~{days|day|days} of its first, exact copies whenever.",
         NUMBER("least", findings->minimum_articles), FLAG("vote", findings->one_vote),
         NUMBER("resamples", findings->resamples), NUMBER("days", findings->story_days),
         TEXT("seed", wording_print(edition->arena, "%" PRIu64, findings->seed)));
    saying_add_plain(prose, &edition->wording,
                     findings->one_vote
                         ? " Each story has one vote: of its articles the first of each week, of "
                           "the period and of the weeks before counts; intervals are over stories."
                         : " Articles are counted as published, each story’s all.");
    if (findings->turns || findings->indirect)
        TELL(prose, &edition->wording,
             " Quoted words are also those of {turns?transcripts’ turns{indirect? and of indirect "
             "speech}/indirect speech}.",
             FLAG("turns", findings->turns), FLAG("indirect", findings->indirect));
    add_help(edition, prose);
    document_paragraph(edition->document, prose);
}

void page_method_rules(struct edition *edition, bool one_period)
{
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        struct span text = SAY(&edition->wording, methods[i].text, FLAG("report", one_period));

        if (is_of_one_period(&methods[i]) && !one_period)
            continue;
        if (methods[i].ran && !methods[i].ran(edition->findings))
            continue;
        document_heading(edition->document, saying_plain(&edition->wording, methods[i].title),
                         SPAN_EMPTY);
        edition_paragraph(edition, text);
    }
}

void page_method(struct edition *edition)
{
    const struct findings *findings = edition->findings;

    edition_section(edition, "Method and uncertainty", "Method", "method");
    panel_guide_add(edition);
    page_method_rules(edition, true);
    document_heading(edition->document, saying_plain(&edition->wording, "This run"), SPAN_EMPTY);
    add_run(edition);
    if (findings->units_tested)
        add_discovery(edition);
    if (findings->audit_count)
        add_audit(edition);
}
