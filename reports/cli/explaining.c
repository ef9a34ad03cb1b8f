#include "reports/cli/explaining.h"

static const struct explaining table[] = {
    {"term", "terms.csv", EXPLAINING_TERMS, WITNESS_TERM,
     "how often a term was used in a week, per million counted words",
     "per_million = 1,000,000 x {count} / {tokens} = {per_million} [{per_million_low}, "
     "{per_million_high}]; dp = 1/2 sum |f_i/f - s_i| = {dp} over the week's articles",
     "a term is a folded word; the 95 % interval is that of a ratio over the week's articles, of "
     "which {articles} use the term: linearised, on the log scale, Student's t",
     "term:2022-W24:energy"},
    {"topic", "topics.csv", EXPLAINING_SURVEY, WITNESS_TOPIC,
     "the share of a week's articles that carry a topic",
     "share = {articles} / {articles_total} = {share} [{share_low}, {share_high}], Wilson at 95 %: "
     "(p + z2/2n -+ z sqrt(p(1-p)/n + z2/4n2)) / (1 + z2/n), p = {share}, n = {articles_total}, "
     "z = 1.96; {hits} hits in all texts",
     "an article carries a topic with two hits in its text, or one in its title",
     "topic:2022-W24:energy"},
    {"speaker", "speakers.csv", EXPLAINING_SURVEY, WITNESS_SPEAKER,
     "a person's share of the week's quoted words",
     "share = {words} quoted words of the person / all quoted words of the week = {share} "
     "[{share_low}, {share_high}]; {quotes} quotations in {articles} articles, {stories} stories, "
     "{outlets} outlets",
     "the 95 % interval draws whole stories anew, by outlet (bootstrap, BCa); people.csv lists the "
     "spellings taken for the person",
     "speaker:2022-W24:Helena Vorsk"},
    {"keyness", "keyness.csv", EXPLAINING_SURVEY, WITNESS_TERM,
     "how much more often a term was used in the study than in the baseline",
     "log_ratio = log2(({study} / {study_tokens}) / ({reference} / {reference_tokens})) = "
     "{log_ratio} [{log_ratio_low}, {log_ratio_high}]; g2 = 2 sum O ln(O/E) over four cells = {g2}",
     "the interval and p_articles = {p_articles} (q_articles {q_articles}) are from articles, g2 "
     "and "
     "its p from words, as description; without a hit on one side each has half a hit and half a "
     "word more, and p_articles is Fisher's",
     "keyness:2022-W24:energy"},
    {"word", "words.csv", EXPLAINING_SURVEY, WITNESS_TERM,
     "how often a word of the report's lists was used in the study, per million counted words",
     "per_million = {per_million} [{per_million_low}, {per_million_high}] of {count} hits in "
     "{articles} articles; {before} in the weeks before; dp {dp}",
     "the 95 % interval is that of a ratio over articles: linearised, on the log scale, Student's "
     "t",
     "word:2022-W24:frequent:energy"},
    {"trend", "trends.csv", EXPLAINING_SURVEY, WITNESS_WEEKS,
     "the change from week to week over the complete weeks of the report",
     "slope = e^b - 1 = {slope} [{slope_low}, {slope_high}] a week over {weeks} weeks, p {p}, q "
     "{q}; "
     "Mann-Kendall z {mann_kendall_z}, Theil-Sen {theil_sen}; changes at: {change_weeks}",
     "b is the slope of a quasi-Poisson model with the week's articles or words as exposure; "
     "change "
     "points by PELT",
     "trend:topic:energy"},
    {"change", "changes.csv", EXPLAINING_SURVEY, WITNESS_WEEKS,
     "how far a topic's or speaker's share lies from that of the weeks before",
     "difference = share - {before} = {difference} [{difference_low}, {difference_high}]; p {p}, q "
     "{q}",
     "a topic's interval is Newcombe's, widened by how much its weeks differ; a speaker's draws "
     "stories anew; a change is clear where the interval excludes 0 and q is at most 0.05",
     "change:2022-W24:topic:energy"},
    {"compare-topic", "compare.csv", EXPLAINING_SIDES, WITNESS_TOPIC,
     "how much more of B's articles than of A's carry a topic",
     "difference = {b_count} / {b_total} - {a_count} / {a_total} = {b} - {a} = {difference} "
     "[{difference_low}, {difference_high}]; p {p}, q {q}",
     "the interval is Newcombe's, widened by how much weeks differ; a difference is clear where it "
     "excludes 0 and q is at most 0.05",
     "compare-topic:2022-W21:2022-W24:energy"},
    {"compare-speaker", "compare.csv", EXPLAINING_SIDES, WITNESS_SPEAKER,
     "how much more of B's quoted words than of A's are a person's",
     "difference = {b_count} / {b_total} - {a_count} / {a_total} = {b} - {a} = {difference} "
     "[{difference_low}, {difference_high}]; p {p}, q {q}",
     "the interval draws whole stories of both sides anew; a difference is clear where it excludes "
     "0 and q is at most 0.05",
     "compare-speaker:2022-W21:2022-W24:Helena Vorsk"},
    {"compare-term", "compare.csv", EXPLAINING_SIDES, WITNESS_TERM,
     "how much more often a term was used in B than in A",
     "difference = log2(({b_count} / {b_total}) / ({a_count} / {a_total})) = {difference} "
     "[{difference_low}, {difference_high}]; per million words {b} and {a}; p {p}, q {q}",
     "the interval is from articles; p is the largest of three tests', from words, articles and "
     "weeks; without a hit on one side each has half a hit and half a word more",
     "compare-term:2022-W21:2022-W24:energy"},
    {"article", "articles.csv", EXPLAINING_ARTICLES, WITNESS_NONE, "an article as it was read", "",
     "its words are those of counted paragraphs, numbers apart", "article:a12"},
    {"story", "stories.csv", EXPLAINING_SURVEY, WITNESS_STORY,
     "articles that say the same, named by the first of them", "",
     "an article joins a story it shares enough runs of three words with: at least 0.20 of both, "
     "and "
     "0.45 of the shorter",
     "story:a12"},
    {"coverage", "coverage.csv", EXPLAINING_SURVEY, WITNESS_COVERAGE,
     "an outlet's articles of a day", "", "as published", "coverage:2022-06-14:Morning Courier"},
    {"person", "people.csv", EXPLAINING_SURVEY, WITNESS_SPELLING,
     "a spelling that is taken for a person", "",
     "by the rule '{rule}'; analysis/README.md lists them",
     "person:Helena Vorsk:Vorsk:last-name-80"},
    {"collocation", "collocations.csv", EXPLAINING_COLLOCATION, WITNESS_COLLOCATION,
     "how often a word stands near a node, against chance",
     "e = {near} positions near the node x {f2} / {positions} = {e}; pmi = log2({o} / e) = {pmi} "
     "[{pmi_low}, {pmi_high}]; log_dice = 14 + log2(2 x {o} / ({f1} + {f2})) = {log_dice}; t = "
     "({o} - "
     "e) / sqrt({o}) = {t}; mi3 = log2({o}^3 / e) = {mi3}",
     "window {window}: words before and behind the node, or its sentence; the interval of pmi is "
     "from articles, linearised",
     "collocation:L5R5:energy:crisis"},
    {"diversity", "diversity.csv", EXPLAINING_DIVERSITY, WITNESS_NONE,
     "means over articles of measures of lexical diversity",
     "of {articles} articles {too_short} have fewer than 100 words and are left out; mattr {mattr} "
     "[{mattr_low}, {mattr_high}], mtld {mtld}, hdd {hdd}, yule_k {yule_k}",
     "windows of 50 words, TTR 0.72, samples of 42 words; intervals are Student's over articles",
     "diversity:outlet:Morning Courier"},
    {"dispersion", "dispersion.csv", EXPLAINING_DISPERSION, WITNESS_TERM,
     "how evenly a term is spread over parts of the set",
     "dp = 1/2 sum |f_i/f - s_i| = {dp} over {parts} parts, f = {count} hits among {tokens} words; "
     "{range} parts have one",
     "a part is an article, or an outlet's week; s_i is its share of all words",
     "dispersion:article:energy"},
    {"topic-term", "topic_terms.csv", EXPLAINING_SURVEY, WITNESS_NONE,
     "how often a topic was found by one entry of the dictionary, in the same words",
     "{hits} hits in the texts and {title_hits} in the titles of the {articles} articles that "
     "carry the topic",
     "explain topic:WEEK:{topic} shows each of them in its sentence",
     "topic-term:2022-W24:energy:oil price*:oil prices"},
    {"alarm", "alarms.csv", EXPLAINING_SURVEY, WITNESS_NONE,
     "whether a series was out of the ordinary in the report's week",
     "{count} hits against {expected} expected; above {upper} they are out of the ordinary; p {p}, "
     "one-sided, q {q}",
     "by the method {method}; an alarm needs q at most 0.05; analysis/README.md has the methods",
     "alarm:2022-W24:topic:energy:farrington"},
    {"burst", "bursts.csv", EXPLAINING_SURVEY, WITNESS_NONE,
     "weeks in which a series was more frequent than in all others",
     "{hits} hits in {weeks} weeks, {first_week} to {last_week}; weight {weight}, the natural "
     "logarithm of a likelihood ratio",
     "Kleinberg's two states", "burst:2022-W24:topic:energy"},
    {"discovered", "discovered.csv", EXPLAINING_DISCOVERY, WITNESS_NONE,
     "a topic that no dictionary names, or one of its terms",
     "share = {articles} / {articles_total} = {share} [{share_low}, {share_high}]",
     "words and phrases that rose, p {p}, q {q}, put together where they stand in the same "
     "stories; "
     "an article has two of a topic's terms",
     "discovered:2022-W24:1"},
    {"speaker_topic", "speaker_topics.csv", EXPLAINING_GROUPS, WITNESS_NONE,
     "a person's share of the quoted words of a topic's articles",
     "share = {words} quoted words of the person / all in articles that carry {topic}, of the "
     "outlet {outlet} = {share} [{share_low}, {share_high}]",
     "an article of two topics gives its quotations to both; the interval draws whole stories anew",
     "speaker_topic:2022-W24:Helena Vorsk:energy:(all)"},
    {"arrival", "arrivals.csv", EXPLAINING_GROUPS, WITNESS_NONE,
     "who is quoted and was not in the weeks before", "",
     "new: in none of the report's weeks before; returns: not for 4 weeks with articles or more",
     "arrival:2022-W24:Helena Vorsk"},
    {"concentration", "concentration.csv", EXPLAINING_GROUPS, WITNESS_NONE,
     "how few people have most of the quoted words of a week",
     "hhi = sum of squared shares = {hhi} [{hhi_low}, {hhi_high}] over {people} people; effective "
     "= "
     "1 / hhi = {effective}; gini {gini}; the ten quoted most have {top_ten}",
     "of words with a speaker; the intervals leave out one story after the other (jackknife)",
     "concentration:2022-W24:voices"},
    {"evidence", "evidence.csv", EXPLAINING_DISCOVERY, WITNESS_NONE,
     "an article or quotation that stands behind a topic, speaker or term of the study", "",
     "its text, from byte {start} to {end}, is what matched or was said",
     "evidence:topic:energy:a12"},
    {"quote", "quotes.csv", EXPLAINING_TEXT, WITNESS_QUOTE,
     "a quotation, from the byte it begins at", "", "the rule said below chose the speaker",
     "quote:a12:640"},
    {"kwic", "kwic", EXPLAINING_TEXT, WITNESS_PLACE, "a word of a concordance, from its first byte",
     "", "words are folded as terms are", "kwic:a12:640"},
};

enum { KINDS = sizeof table / sizeof *table };

const struct explaining *explaining_of(struct span kind)
{
    for (size_t i = 0; i < KINDS; i++) {
        if (span_is(kind, table[i].kind))
            return &table[i];
    }
    return NULL;
}

static void add_filled(struct bytes *out, const char *text, const struct rowid_cells *cells)
{
    while (*text) {
        const char *open = strchr(text, '{'), *close = open ? strchr(open, '}') : NULL;
        char column[32];
        struct span cell;

        if (!close || (size_t)(close - open) > sizeof column) {
            bytes_add_text(out, text);
            return;
        }
        bytes_add(out, (struct span){text, (size_t)(open - text)});
        memcpy(column, open + 1, (size_t)(close - open) - 1);
        column[close - open - 1] = '\0';
        cell = rowid_cell(cells, column);
        bytes_add(out, cell.length ? cell : span_of("(none)"));
        text = close + 1;
    }
}

void explaining_formula(struct bytes *out, const struct explaining *how,
                        const struct rowid_cells *cells)
{
    bytes_print(out, "what     %s (%s)\n", how->what, how->table);
    if (*how->formula) {
        bytes_add_text(out, "formula  ");
        add_filled(out, how->formula, cells);
        bytes_add_byte(out, '\n');
    }
    bytes_add_text(out, "rule     ");
    add_filled(out, how->rule, cells);
    bytes_add_byte(out, '\n');
}

enum { EXAMPLES = 6 }; /* more would not fit into a fault */

void explaining_examples(struct bytes *out)
{
    for (size_t i = 0; i < EXAMPLES; i++)
        bytes_print(out, "%s%s", i ? ", " : "", table[i].example);
    bytes_add_text(out, ", ...");
}
