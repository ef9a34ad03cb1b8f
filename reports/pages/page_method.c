#include "reports/pages/pages.h"
#include "reports/pages/wording.h"

#include <inttypes.h>

/* What is always so; what depends on the run is added below. */
static const struct method {
    const char *title;
    const char *text;
} methods[] = {
    {"Reading",
     "A file\u2019s format is known by its content: plain text, Markdown, JSON, CSV, SGML, news "
     "XML, feeds, web pages, archives of them. The charset is what the file declares and its bytes "
     "bear out, else a guess; bytes that fit none become U+FFFD and are counted. "
     "corpus/README.md says how each format is read, and what is left out."},
    {"Words and terms",
     "A term is a word with its case folded: letters and digits with inner apostrophes and "
     "hyphens, cut by Unicode\u2019s rules (UAX #29) with the differences that corpus/README.md "
     "states. Numbers are kept apart. Paragraphs in another language or script than the "
     "article\u2019s are kept but not counted. Rates are per million counted words."},
    {"Intervals",
     "Every interval is a 95% interval. Rates of terms: ratio of sums over articles with "
     "linearised variance and Student\u2019s t. Shares of topics: Wilson\u2019s interval on "
     "articles. Shares of speakers: cluster bootstrap by story, stratified by outlet (BCa). "
     "Words of one article are not independent draws, so tokens are never the unit."},
    {"What is called a change",
     "A difference is called a change only when its 95% interval excludes 0 and its q is at most "
     "0.05. q is the false discovery rate after Benjamini and Hochberg over everything that was "
     "compared. Weeks differ by more than chance, so every test must also stand out from how much "
     "the weeks before differ (their dispersion, moderated over all series as limma does; the "
     "larger p of a quasi-likelihood F test and of a beta-binomial one). Topics: that test and "
     "Newcombe\u2019s interval widened by it. Speakers: with it the bootstrap by story. Terms: "
     "with "
     "it the log ratio over articles; where a side has no hit, Fisher\u2019s exact test on "
     "articles. All else is \u201Cno clear change\u201D."},
    {"Alarms and bursts",
     "alarms.csv holds this week against the weeks before for each topic and for the terms and "
     "speakers with most in those weeks: a quasi-Poisson forecast (Farrington, Noufaily), "
     "Laney\u2019s u\u2032 chart and an EWMA chart, each with its upper limit, p and a q over all "
     "of "
     "them. bursts.csv lists the weeks in which a series burst (Kleinberg, two states); that is "
     "description, not a test."},
    {"Stories", "Articles that say the same are one story: exact copies by their text, others by "
                "runs of three "
                "words (bottom-k MinHash) when at least 45% of the shorter one\u2019s runs stand "
                "in the longer and "
                "20% of all runs in both, as estimated; of one outlet on two days 65%, because a "
                "column returns "
                "in its frame. Each is held against the story\u2019s first article, or a longer "
                "version of it. "
                "Nothing is deleted."},
    {"Topics",
     "A topic is a list of words and phrases. An article carries it with two hits in the text or "
     "one in the title; within a topic the longest entry at a place counts. An article may carry "
     "several topics or none."},
    {"Speakers",
     "Counted are the words inside quotation marks and dash speech. A quotation gets the speaker "
     "that the article itself names, by rules on cues, names, pronouns and paragraphs; where they "
     "find nobody it is \u201C(unattributed)\u201D and is given to no one. Names are joined "
     "across articles when full names agree, also transliterated; an initial fits one person; a "
     "last name alone has an owner, with 80% of its week\u2019s quotations under full names; an "
     "office has one holder that week; or a roster says so. The rules err: see quotes.csv and "
     "people.csv, which name the rule behind each row."},
    {"Dispersion and keyness",
     "DP (Gries 2008) is half the sum of the differences between an article\u2019s share of a term "
     "and its share of all words: 0 evenly spread, towards 1 in few articles. G\u00B2 is the "
     "log-likelihood of four cells; it treats words as independent and is shown as description "
     "only."},
};

/* "Compared with the 12 weeks before: 17 topics, 22 speakers and 1,136 terms. ..." */
static void add_compared(struct edition *edition, struct prose *prose)
{
    const struct findings *findings = edition->findings;
    const struct {
        uint32_t tested;
        const char *one, *many;
    } kinds[] = {{findings->topics_tested, "topic", "topics"},
                 {findings->speakers_tested, "speaker", "speakers"},
                 {findings->terms_tested, "term", "terms"}};
    struct span counts[sizeof kinds / sizeof *kinds];
    size_t count = 0;

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].tested)
            counts[count++] =
                wording_count(edition->arena, kinds[i].tested, kinds[i].one, kinds[i].many);
    prose_print(prose, count ? "Compared with %s: " : "Compared with %s: nothing",
                edition->period.before);
    prose_text(prose, wording_list(edition->arena, counts, count));
    prose_print(prose, ".");
    if (!findings->trends_tested)
        return;
    prose_print(prose, " Fitted: ");
    prose_text(prose, wording_count(edition->arena, findings->trends_tested, "weekly trend",
                                    "weekly trends"));
    prose_print(prose, ".");
}

/* What of the user's helped to say who speaks. */
static void add_help(struct edition *edition, struct prose *prose)
{
    uint32_t people = edition->findings->roster_people;

    if (people) {
        prose_print(prose, " A roster of ");
        prose_text(prose, wording_count(edition->arena, people, "person", "people"));
        prose_print(prose, " was used.");
    }
    if (edition->about->weighed)
        prose_print(prose, " Speakers were chosen by other weights than the program\u2019s own "
                           "(--weights).");
}

static void add_run(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    struct prose *prose = edition_prose(edition);

    if (edition->period.before)
        add_compared(edition, prose);
    else
        prose_print(prose, "There was nothing to compare with.");
    prose_print(prose,
                " An interval needs at least %" PRIu32 " %s. The bootstrap drew %s "
                "resamples with seed %" PRIu64 " (GSL\u2019s taus2).",
                findings->minimum_articles, wording_votes(findings),
                format_count(findings->resamples).text, findings->seed);
    prose_print(prose,
                " A story\u2019s articles come within %u days of its first, exact copies whenever.",
                findings->story_days);
    prose_print(prose,
                findings->one_vote
                    ? " Each story has one vote: of its articles the first of each week, of "
                      "the period and of the weeks before counts; intervals are over stories."
                    : " Articles are counted as published, each story\u2019s all.");
    if (findings->turns || findings->indirect)
        prose_print(prose, " Quoted words are also those of %s.",
                    !findings->indirect ? "transcripts\u2019 turns"
                    : !findings->turns  ? "indirect speech"
                                        : "transcripts\u2019 turns and of indirect speech");
    add_help(edition, prose);
    document_paragraph(edition->document, prose);
}

void page_method(struct edition *edition)
{
    edition_section(edition, "Method and uncertainty", "Method", "method");
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        document_heading(edition->document, span_of(methods[i].title), SPAN_EMPTY);
        edition_paragraph(edition, span_of(methods[i].text));
    }
    document_heading(edition->document, span_of("This run"), SPAN_EMPTY);
    add_run(edition);
}
