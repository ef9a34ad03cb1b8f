/*
 * Findings: everything that pages and charts may say, computed.
 *
 * The one struct between analysis/ and reports/. It holds counts, estimates
 * with their intervals, tests, what is clear and what is not, and where the
 * evidence lies. Nothing here is drawn or worded; reports/ computes nothing.
 * All texts and arrays live in the findings' arena.
 *
 * Shares are 0 to 1, rates are per million counted words, weeks are numbers
 * of corpus/base/day.h. A value without an interval says why in `note`.
 *
 * The study is the span reported on: one ISO week, some days, or, where
 * nothing is dated, all articles. The baseline is what it is compared with:
 * the weeks before, or the equally long span before. `weeks` covers both, by
 * whole ISO weeks, oldest first; series are arrays of week_count values.
 */
#ifndef ANALYSIS_FINDINGS_H
#define ANALYSIS_FINDINGS_H

#include "analysis/estimate.h"
#include "analysis/findings_rows.h"
#include "analysis/weeks.h"
#include "corpus/base/arena.h"
#include "corpus/base/span.h"

#include <stdint.h>

enum direction {
    CHANGE_UNTESTED, /* too little to compare; the difference's note says what */
    CHANGE_NONE,     /* compared: no clear change */
    /* The interval of the difference lies above 0 and q <= 0.05: of a term each q, and a topic
       not by the mix of outlets alone (mix.h). */
    CHANGE_UP,
    CHANGE_DOWN,
};

/* The study against the baseline. */
struct change {
    struct estimate difference; /* study minus baseline, in the unit of what is compared */
    double p, q;                /* 0 to 1; q after Benjamini-Hochberg; meaningless if untested */
    enum direction direction;
};

struct findings_article {
    struct span id, source, title, url, language;
    int32_t day;     /* DAY_NONE when undated */
    int64_t seconds; /* ANNOTATE_NO_TIME where no time was given */
    uint32_t words, quotes;
};

enum evidence_kind { EVIDENCE_TOPIC, EVIDENCE_SPEAKER, EVIDENCE_TERM, EVIDENCE_DISCOVERED };

/* One article, or one quotation, that stands behind a number of the study. */
struct evidence_item {
    uint32_t article; /* index into findings.articles_shown, by day, outlet and id */
    uint32_t hits;    /* topic hits or occurrences of the term; words of the quotation */
    struct span
        text; /* topic: the words that matched; speaker: the quotation, whole; term: empty */
    uint32_t start, end; /* of the quotation in the article's text, in bytes */
};

struct evidence {
    enum evidence_kind kind;
    struct span key;             /* "energy", "Helena Vorsk", "blackout" */
    struct span slug;            /* ASCII, unique among the evidence of one kind: "helena-vorsk" */
    struct evidence_item *items; /* newest first */
    size_t count;
    struct span side; /* whose it is, where two sides are compared; else empty */
};

/*
 * How few voices have how much of the quoted words that have a speaker. The
 * intervals are those of concentration_interval.h, over stories.
 */
struct concentration_finding {
    uint32_t people;           /* quoted */
    struct estimate hhi;       /* sum of squared shares, 1 / people to 1 */
    struct estimate effective; /* 1 / hhi: so many equal voices would give it */
    struct estimate gini;      /* 0 equal, near 1 when one has all */
    struct estimate top_ten;   /* share of the ten who have most, 0 to 1 */
};

/* One ISO week of the report. */
struct findings_week {
    int32_t week;
    bool in_study, in_baseline; /* wholly or partly */
    bool partial; /* the set's first or last dated day lies inside: marked and not tested */
    bool gap;     /* no articles at all: a gap, not a zero */
    uint32_t articles, words, quotes, quoted_words, people, outlets;
    uint32_t topic_articles;             /* in a language that the topics' dictionary is for */
    struct estimate unattributed;        /* share of quoted words */
    struct concentration_finding voices; /* of the week */
};

/* One outlet. */
struct findings_outlet {
    struct span name;
    uint32_t articles, words, quotes; /* of the study */
    uint32_t baseline_articles;
    uint32_t *weeks; /* articles in each week */
    bool silent;     /* had articles in the baseline and none in the study */
};

struct topic_finding {
    struct span key;         /* as in the dictionary */
    struct span label;       /* to show: "Economy and business" */
    uint32_t category;       /* of the dictionary; only for analysis/ */
    uint32_t hits, articles; /* of the study */
    uint32_t baseline_articles;
    struct estimate share; /* of the study's articles (Wilson) */
    struct estimate baseline_share;
    struct change change;   /* of the share (Newcombe, by the spread of its weeks) */
    struct estimate within; /* the difference within outlets (Mantel-Haenszel): see mix.h */
    double within_p;        /* of no difference within outlets; 1 without an interval */
    struct estimate *weeks; /* share in each week; no value in a gap */
    uint32_t *week_articles;
    struct evidence *evidence; /* of the study; NULL where there is none */
};

struct speaker_finding {
    struct span name;
    struct span role;  /* as the articles have it, e.g. "finance minister"; may be empty */
    bool unattributed; /* the row of what nobody was found for: always the last */
    uint32_t person;   /* whom speakers.h counts; only for analysis/ */
    uint32_t quotes, words, articles, stories, outlets; /* of the study */
    uint32_t baseline_words;
    struct estimate share; /* of the study's quoted words (cluster bootstrap) */
    struct estimate baseline_share;
    struct change change;
    uint32_t *week_words;
    struct evidence *evidence;
};

struct term_finding {
    struct span term;
    uint32_t count, articles, outlets; /* of the study */
    uint32_t baseline_count, baseline_articles;
    struct estimate rate; /* per million, study */
    struct estimate baseline_rate;
    struct estimate log_ratio;     /* binary logarithm of the ratio of the two rates */
    double g2, p, q;               /* token based, description */
    double p_articles, q_articles; /* for the log ratio, from articles */
    double p_weeks, q_weeks;       /* from how much its weeks differ (spread.h) */
    enum direction direction;
    bool has_dp;
    double dp;     /* deviation of proportions over the study's articles, 0 to 1 */
    double *weeks; /* per million in each week; negative in a gap */
    struct evidence *evidence;
};

/* A word or phrase that rose in the study, see discovery.h. */
struct discovered_term {
    struct span text;                    /* "prime minister" */
    double weight;                       /* Dice of its articles and the topic's, 0 to 1 */
    uint32_t articles, stories, outlets; /* of the study */
    uint32_t baseline_articles;
    struct estimate share; /* of the study's articles (Wilson) */
    double p, q;           /* that it rose, by story */
};

/* A topic that no dictionary named: terms that rose and stand in the same stories. */
struct discovered_finding {
    struct span label;             /* its first terms: "uvalde, gunman, elementary school" */
    struct discovered_term *terms; /* by weight, falling */
    size_t term_count;
    uint32_t articles, stories, outlets; /* of the study */
    uint32_t baseline_articles;
    struct estimate share; /* of the study's articles (Wilson); chosen because it is large */
    struct estimate baseline_share;
    uint32_t *week_articles;
    struct estimate *weeks;    /* share in each week; no value in a gap */
    int32_t since;             /* first week of a burst that reaches the study; WEEK_NONE: none */
    struct evidence *evidence; /* most central first */
};

/* Two content words that stand near each other more often than chance has it: bonds.h. */
struct bond_finding {
    struct span words[2]; /* the more frequent one first */
    uint64_t counts[2];   /* their occurrences in the study */
    uint64_t joint;       /* times the second stands near the first */
    uint32_t articles;    /* in which they do */
    double log_dice;      /* at most 14 */
    struct estimate pmi;  /* its interval lies above 0 */
};

/* What judged quotations say of the program, or of a speaker's share: see audit.h. */
struct audit_finding {
    const char *kind;          /* "speech", "speaker-right", "recall", "speaker" */
    struct span key;           /* the speaker; else what it is, in words */
    struct estimate counted;   /* the speaker's share as counted; else the estimate */
    struct estimate corrected; /* of a speaker alone */
    uint32_t judged;           /* draws, or quotations in the passages that were read */
};

/* A trend over the complete weeks of the report, or over days or months: findings.series. */
struct trend_finding {
    const char *kind; /* "topic", "speaker" */
    struct span key;
    uint32_t weeks;        /* weeks, days or months in the model */
    struct estimate slope; /* change per week as a proportion: 0.05 is 5 % more each week */
    double p, q;
    struct estimate within;           /* the slope within outlets: no outlet's silence is in it */
    double within_p;                  /* only where it has an interval */
    double mann_kendall_z, theil_sen; /* theil_sen: of the share or rate, per week */
    bool has_ranks;
    const char *model;        /* "quasi-Poisson", "quasi-Poisson with days of the week" */
    struct span change_weeks; /* "2022-W21 2022-W23"; empty: none */
};

enum watched_kind { WATCHED_TOPIC, WATCHED_TERM, WATCHED_SPEAKER };

/*
 * A series that is watched: each topic, and the terms and speakers that had most
 * in the weeks before the study, which the study itself does not choose. A week's
 * hits are articles with the topic among articles, uses of the term among words,
 * articles that quote the speaker among articles with a quotation.
 */
struct watched_series {
    enum watched_kind kind;
    struct span key;
    struct proportion *weeks; /* week_count of them */
    double effect;            /* how many hits come together: 1, or of a term's uses more */
};

/* The study's week held against the weeks before by one method (alarms.h). */
struct alarm_finding {
    const struct watched_series *series;
    const char *method;     /* "farrington", "u'", "ewma" */
    double expected, upper; /* hits; more than `upper` are out of the ordinary */
    double p, q;            /* one-sided, 0 to 1; q over all alarms */
    bool alarm;             /* above `upper`, and q <= 0.05 */
    const char *note;       /* why there is none of these, or NULL */
};

/* Weeks in which a series had a larger share than otherwise (bursts.h). */
struct burst_finding {
    const struct watched_series *series;
    size_t first, last; /* indices into `weeks` */
    double weight;
};

/* One of the week's three headlines, chosen by rule from the lists below. */
enum headline_kind {
    HEADLINE_TOPIC_CHANGE,   /* topics[index] changed most of those that changed clearly */
    HEADLINE_TOPIC_TOP,      /* no clear change: topics[index] is the largest */
    HEADLINE_SPEAKER_CHANGE, /* speakers[index]'s share changed most of those that did clearly */
    HEADLINE_SPEAKER_TOP,    /* no clear change: speakers[index] was quoted most */
    HEADLINE_TERM_CHANGE,    /* terms[index] rose most */
    HEADLINE_TERM_TOP,       /* no clear change: terms[index] is the most frequent content word */
};

struct headline {
    enum headline_kind kind;
    uint32_t index;
};

enum { FINDINGS_HEADLINES_MAX = 3 };

/* Something a reader has to know about the set; pages/phrases.h says it in words. */
enum notice_kind {
    NOTICE_UNDATED_SET,    /* nothing is dated: no weeks */
    NOTICE_FEW_ARTICLES,   /* fewer than an interval needs */
    NOTICE_MIXED_TOPICS,   /* moved only because the mix of outlets did */
    NOTICE_SILENT_OUTLETS, /* `mean`: share of the articles before that are of outlets silent now */
    NOTICE_LOW_COVERAGE,   /* `mean`: articles a week before */
    NOTICE_FOREIGN,        /* some in languages without a topic dictionary */
    NOTICE_UNDATED,        /* some are, and counted apart */
    NOTICE_FEW_WEEKS,      /* too few weeks before to call anything a change */
    NOTICE_NO_WEEKS,       /* none before */
    NOTICE_NOT_ENDED,      /* the span had not ended when the report was made */
    NOTICE_KINDS
};

struct notice {
    enum notice_kind kind;
    bool serious; /* stands on the front page */
    double mean;
};

/* One of the speakers shown most against one topic: of a row with all outlets. */
struct speaker_topic {
    uint32_t quotes, words;
    struct estimate share; /* of the topic's quoted words; no value where it has none */
};

/* Somebody quoted in the study who was not in the weeks before, or not of late. */
struct arrival_finding {
    uint32_t speaker;    /* index into findings.speakers */
    bool returns;        /* was quoted in the report's weeks before the study; else is new in it */
    int32_t last_week;   /* when last, for who returns; else WEEK_NONE */
    uint32_t weeks_away; /* weeks with articles since then without a quotation, for who returns */
};

/* Who a stored quotation is by, across articles. */
struct quote_person {
    uint32_t article, start; /* its article's number in the store, and where it begins */
    struct span name;        /* as in speaker_row */
};

struct keyness_row {
    struct span term;
    bool content;                  /* no stop word of findings.language */
    uint64_t study, reference;     /* occurrences */
    uint32_t articles;             /* of the study that use it */
    double g2, p, q;               /* from tokens */
    struct estimate log_ratio;     /* from articles */
    double p_articles, q_articles; /* only where log_ratio has an interval */
    double p_weeks, q_weeks;       /* from how much its weeks differ; likewise */
    enum direction direction;
};

struct quotespool; /* quotespool.h */

struct findings {
    struct arena arena;

    int32_t study_first, study_last;       /* days; DAY_NONE when nothing is dated */
    int32_t baseline_first, baseline_last; /* days; DAY_NONE without a baseline */
    int32_t study_week;                    /* the ISO week, or WEEK_NONE if the study is not one */
    struct span period;      /* the study in tables: "2022-W24" or "2016-09-01/2016-11-07" */
    uint32_t baseline_weeks; /* number of weeks compared with; 0 without a baseline */
    bool dated;
    enum weeks_against against; /* what the baseline is; weeks that lie in neither may be there */
    uint32_t spread_weeks; /* whole weeks that tell how much weeks differ, see waves.h; only where
                              two sides are compared */
    struct span baseline_period; /* the baseline in tables, likewise: as `period` */
    enum weeks_series series;    /* of topic_rows, speaker_rows, terms and trends: see steps.h */
    uint32_t minimum_articles;   /* for an interval */
    struct span language;        /* most articles of the study are in it; may be empty */

    /* Of the study; with one vote a story, of the first article of each. */
    uint32_t articles, quotes, people, outlets_heard; /* outlets with articles, all of them */
    uint64_t words, quoted_words;
    uint32_t baseline_articles;
    uint32_t topic_articles; /* of the study, in a language that the topics' dictionary is for */
    uint32_t topic_foreign;  /* in others */
    uint64_t baseline_words;
    uint32_t baseline_published;  /* all articles read of the baseline */
    uint32_t undated;             /* articles without a day, counted apart */
    bool turns, indirect;         /* quoted words are those of turns, of indirect speech, too */
    bool one_vote;                /* a story has one vote; else articles count as published */
    uint32_t story_days;          /* in which articles that say the same are one story */
    uint32_t published, stories;  /* of the study: all articles read, and their stories */
    uint32_t repeats;             /* of the study: not the first article of their story */
    uint32_t copies;              /* of these: the same text under another key */
    uint32_t left_out;            /* paragraphs of the study in another language */
    uint64_t replaced;            /* bytes of the study that fit no charset */
    struct estimate unattributed; /* share of the study's quoted words */

    struct findings_week *weeks;
    size_t week_count;
    struct findings_outlet *outlets; /* by articles in the study, falling */
    size_t outlet_count;
    struct topic_finding *topics; /* by share, falling */
    size_t topic_count;
    struct speaker_finding *speakers; /* by words, falling; "(unattributed)" last */
    size_t speaker_count;
    struct term_finding *risen; /* clear first, then by log ratio, falling */
    size_t risen_count;
    struct term_finding *fallen; /* the same for falling ones */
    size_t fallen_count;
    struct term_finding *frequent; /* the study's most frequent content words */
    size_t frequent_count;
    struct span *fixtures; /* content words left out of `frequent`: nearly every article has them */
    size_t fixture_count;
    struct discovered_finding *discovered; /* by articles, falling */
    size_t discovered_count;
    uint32_t units_tested, units_risen; /* words and phrases */
    const char *discovered_note;        /* why nothing was looked for; NULL where it was */
    struct bond_finding *bonds;         /* by log Dice, falling */
    size_t bond_count;
    struct audit_finding *audit; /* the three of the program, then speakers; NULL without one */
    size_t audit_count;
    uint32_t audit_draws, audit_rows, audit_passages; /* judged; rows: distinct quotations */
    uint32_t audit_unknown; /* draws of speech whose speaker could not be told */
    struct trend_finding *trends;
    size_t trend_count;
    struct watched_series *watched; /* topics, terms, speakers */
    size_t watched_count;
    struct alarm_finding *alarms; /* by series, then method; none unless the study is a week */
    size_t alarm_count;
    struct burst_finding *bursts; /* by series, then week */
    size_t burst_count;
    struct headline headlines[FINDINGS_HEADLINES_MAX];
    size_t headline_count;
    struct notice *notices; /* each kind once at most */
    size_t notice_count;

    struct topic_row *topic_rows; /* by period, then share */
    size_t topic_row_count;
    struct topic_term_row *topic_terms; /* by period, topic, then hits, falling */
    size_t topic_term_count;
    struct story_row *story_rows; /* by articles, falling */
    size_t story_row_count;
    struct speaker_row *speaker_rows; /* by period, then words */
    size_t speaker_row_count;
    /*
     * By outlet, unless a table by something else was asked for: topic_groups.h,
     * speaker_groups.h. An outlet's share of a topic, with its interval, is the row of the
     * study's period, the outlet as group, and the topic as key.
     */
    struct topic_row *topic_groups; /* by period, group, then share */
    size_t topic_group_count;
    struct speaker_row *speaker_groups; /* by period, group, "(all)", then words */
    size_t speaker_group_count;
    /*
     * By the roster's columns, roster_column_count of them: what people of each value said,
     * in the series, and of the study also in each outlet ("(all)" is not its outlet then).
     */
    struct attribute_rows *attributes;
    struct speaker_topic_row *speaker_topic_rows; /* by topic, outlet ("(all)" first), words */
    size_t speaker_topic_row_count;
    /*
     * The matrix of speakers and topics: matrix_speakers rows, of speakers[0] on, of
     * topic_count values, of topics[0] on.
     */
    struct speaker_topic *matrix;
    size_t matrix_speakers;
    struct concentration_finding voices, baseline_voices; /* of study and baseline */
    struct arrival_finding *arrivals; /* new ones by words, falling; then those who return */
    size_t arrival_count;
    struct quotespool *quoted;      /* the quotations of all articles, for quotes.csv */
    struct person_row *person_rows; /* by the person's quotations, then the spelling's, falling */
    size_t person_row_count;
    struct quote_person *quote_people; /* in the store's order; those with a speaker */
    size_t quote_person_count;
    struct span *roster_columns; /* of the roster's attributes */
    size_t roster_column_count;
    uint32_t roster_people;             /* whom the roster names; 0 without one */
    struct coverage_row *coverage_rows; /* by day, the undated first, then outlet; then silence */
    size_t coverage_row_count;
    struct keyness_row *keyness_rows; /* by g2, falling */
    size_t keyness_row_count;

    uint32_t topics_tested, speakers_tested, terms_tested, trends_tested, alarms_tested;
    uint32_t clear_topics, clear_speakers, clear_terms;
    uint32_t mixed_topics; /* not clear, because only the mix of outlets changed */
    uint32_t resamples;    /* of the bootstrap */
    uint64_t seed;

    struct findings_article *articles_shown; /* the study's, which evidence points to */
    size_t articles_shown_count;
    struct evidence *evidence; /* topics, then speakers, then terms */
    size_t evidence_count;
};

#define FINDINGS_EMPTY ((struct findings){0})

/*
 * True when there is enough to compare with for a claim of change: of a week,
 * WEEKS_CLAIM weeks before it; of days asked for, a baseline of as many days; of
 * two sides, WEEKS_CLAIM weeks that tell how much weeks differ.
 */
bool findings_may_claim(const struct findings *findings);

/*
 * Whether a trend is clear: its interval excludes 0, q <= 0.05, and the slope
 * within outlets, where it has an interval, goes clearly the same way.
 */
enum direction findings_trend_direction(const struct trend_finding *trend);

/*
 * Gives those of the changes that are tested, every direction but CHANGE_UNTESTED, their q over
 * all of them, and the direction that follows from it and from the difference's interval.
 * Says how many were tested, and how many are clear.
 */
void findings_settle(uint32_t *tested, uint32_t *clear, struct change *const *changes,
                     size_t count);

void findings_release(struct findings *findings);

#endif
