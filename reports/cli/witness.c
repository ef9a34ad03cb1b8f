#include "reports/cli/witness.h"

#include "analysis/topics.h"
#include "corpus/base/day.h"
#include "corpus/base/memory.h"
#include "corpus/store/idlist.h"
#include "corpus/voices/quote.h"
#include "reports/cli/console.h"

#include <stdlib.h>

/* A stretch of an article's text that bears witness. */
struct place {
    uint32_t start, end;
    const char *remark; /* printed behind the bytes; may be NULL */
};

static void add_heading(struct witness *witness, const struct stored_article *article)
{
    char day[DAY_TEXT_SIZE];

    if (witness->heading_of == article->number + 1)
        return;
    witness->heading_of = article->number + 1;
    day_text(day, article->day);
    bytes_add_text(witness->out, "  ");
    console_whole(witness->out, article->id);
    bytes_print(witness->out, "  %s  ", *day ? day : "undated");
    console_whole(witness->out, article->source);
    bytes_add_text(witness->out, "  ");
    console_whole(witness->out, article->title);
    bytes_add_byte(witness->out, '\n');
}

static bool take_text(struct witness *witness, uint32_t number, struct span language,
                      struct fault *fault)
{
    if (witness->text_of == number + 1)
        return true;
    if (!store_text(witness->store, number, &witness->text, fault))
        return false;
    sentences_cut(&witness->sentences, bytes_span(&witness->text), language);
    witness->text_of = number + 1;
    return true;
}

/* The bytes from the start of the sentence of `start` to the end of that of `end`. */
static struct passage around(const struct witness *witness, struct place place)
{
    struct passage shown = {place.start, place.end};

    for (size_t s = 0; s < witness->sentences.count; s++) {
        struct passage sentence = witness->sentences.items[s];

        if (sentence.start < place.end && sentence.end > place.start) {
            shown.start = sentence.start < shown.start ? sentence.start : shown.start;
            shown.end = sentence.end > shown.end ? sentence.end : shown.end;
        }
    }
    return shown;
}

/* Counts the place, and prints it with its sentence unless enough are. */
static void add_place(struct witness *witness, const struct stored_article *article,
                      struct place place)
{
    struct span text = bytes_span(&witness->text);
    struct passage shown = around(witness, place);

    witness->found++;
    if (witness->most && witness->shown == witness->most)
        return;
    witness->shown++;
    if (article)
        add_heading(witness, article);
    bytes_print(witness->out, "      bytes %u-%u  ", place.start, place.end);
    if (place.remark)
        bytes_print(witness->out, "%s  ", place.remark);
    console_whole(witness->out, span_cut(text, shown.start, place.start));
    bytes_add_text(witness->out, "[[");
    console_whole(witness->out, span_cut(text, place.start, place.end));
    bytes_add_text(witness->out, "]]");
    console_whole(witness->out, span_cut(text, place.end, shown.end));
    bytes_add_byte(witness->out, '\n');
}

static bool find_positions(struct witness *witness, const struct text *text, struct fault *fault)
{
    return take_text(witness, text->article->number, text->article->language, fault) &&
           positions_find(&witness->positions, bytes_span(&witness->text), text->ids, text->count,
                          store_terms(witness->store), fault);
}

/* --- words ------------------------------------------------------------------------------ */

struct looking {
    struct witness *witness;
    const struct pattern *pattern;
    const struct witness_pair *pair; /* NULL where every place counts */
};

/* The sentence of the word that starts at this byte. */
static size_t sentence_of(const struct witness *witness, uint32_t start)
{
    size_t s = 0;

    while (s < witness->sentences.count && witness->sentences.items[s].end <= start)
        s++;
    return s;
}

/* True where the pair's node stands at ids[i], and in this sentence if that is the window. */
static bool is_node(const struct looking *looking, const struct text *text, size_t i,
                    size_t sentence)
{
    const struct witness *witness = looking->witness;

    return text->ids[i] && pattern_at(looking->pair->node, text->ids, text->count, i) &&
           (!looking->pair->by_sentence ||
            sentence_of(witness, witness->positions.words[i].start) == sentence);
}

/* True where the pair's node is near ids[place]. */
static bool has_node(const struct looking *looking, const struct text *text, size_t place)
{
    const struct witness_pair *pair = looking->pair;
    size_t sentence = sentence_of(looking->witness, looking->witness->positions.words[place].start);
    size_t before = 0, behind = 0;

    /* A node stands at most `right` words before its collocate, and `left` behind. */
    for (size_t i = place; i-- > 0 && (pair->by_sentence || before < pair->right);) {
        before += text->ids[i] != 0;
        if (is_node(looking, text, i, sentence))
            return true;
    }
    for (size_t i = place + 1; i < text->count && (pair->by_sentence || behind < pair->left); i++) {
        behind += text->ids[i] != 0;
        if (is_node(looking, text, i, sentence))
            return true;
    }
    return false;
}

static bool look(void *context, const struct text *text, struct fault *fault)
{
    const struct looking *looking = context;
    struct witness *witness = looking->witness;
    bool found = false;

    for (size_t i = 0; i < text->count; i++) {
        size_t length = pattern_at(looking->pattern, text->ids, text->count, i);
        struct token first, last;

        if (length == 0)
            continue;
        if (!found && !find_positions(witness, text, fault))
            return false;
        found = true;
        if (looking->pair && !has_node(looking, text, i))
            continue;
        first = witness->positions.words[i];
        last = witness->positions.words[i + length - 1];
        add_place(witness, text->article,
                  (struct place){.start = first.start, .end = last.start + last.length});
    }
    return true;
}

bool witness_pattern(struct witness *witness, const struct texts_wish *texts,
                     const struct pattern *pattern, struct fault *fault)
{
    struct looking looking = {.witness = witness, .pattern = pattern};

    return texts_walk(counts_of_store(witness->store), texts, look, &looking, fault);
}

bool witness_collocation(struct witness *witness, const struct texts_wish *texts,
                         const struct witness_pair *pair, struct fault *fault)
{
    struct looking looking = {.witness = witness, .pattern = pair->collocate, .pair = pair};

    return texts_walk(counts_of_store(witness->store), texts, look, &looking, fault);
}

bool witness_word(struct witness *witness, const struct text *text, uint32_t start, bool *found,
                  struct fault *fault)
{
    if (!find_positions(witness, text, fault))
        return false;
    for (size_t i = 0; i < text->count; i++) {
        struct token word = witness->positions.words[i];

        if (text->ids[i] == 0 || word.start != start)
            continue;
        add_place(witness, text->article,
                  (struct place){word.start, word.start + word.length, NULL});
        *found = true;
    }
    return true;
}

/* --- topics ----------------------------------------------------------------------------- */

struct topic_looking {
    struct witness *witness;
    const struct dictionary *dictionary;
    struct matchers matchers;
    uint32_t category;
    uint32_t *title;
    size_t title_capacity;
    struct matcher_hits in_text, in_title;
};

static const struct matcher_hit *next_hit(const struct topic_looking *looking,
                                          const struct matcher_hits *hits, size_t *next)
{
    return matcher_next_of(hits, looking->dictionary, looking->category, next);
}

static size_t count_hits(const struct topic_looking *looking, const struct matcher_hits *hits)
{
    size_t count = 0;

    for (size_t i = 0; next_hit(looking, hits, &i);)
        count++;
    return count;
}

static size_t read_title(struct topic_looking *looking, struct span list)
{
    size_t count = 0;

    looking->title = memory_grow(looking->title, &looking->title_capacity, list.length + 1,
                                 sizeof *looking->title);
    while (idlist_next(&list, &looking->title[count]))
        count++;
    return count;
}

/* The hits in the title are said. */
static void show_title(struct topic_looking *looking, const struct text *text)
{
    struct witness *witness = looking->witness;
    const struct matcher_hit *hit;

    for (size_t i = 0; (hit = next_hit(looking, &looking->in_title, &i)) != NULL;) {
        const struct dictionary_entry *entry = &looking->dictionary->entries[hit->entry];

        witness->found++;
        if (witness->most && witness->shown == witness->most)
            continue;
        witness->shown++;
        add_heading(witness, text->article);
        bytes_print(witness->out, "      title  entry '%.*s' of line %u\n", SPAN_PRINT(entry->text),
                    entry->line);
    }
}

/* Those in the text are shown where they stand. */
static void show_text(struct topic_looking *looking, const struct text *text)
{
    struct witness *witness = looking->witness;
    const struct matcher_hit *hit;

    for (size_t i = 0; (hit = next_hit(looking, &looking->in_text, &i)) != NULL;) {
        const struct dictionary_entry *entry = &looking->dictionary->entries[hit->entry];
        struct token first = witness->positions.words[hit->at];
        struct token last = witness->positions.words[hit->at + entry->phrase.count - 1];
        struct bytes remark = BYTES_EMPTY;

        bytes_print(&remark, "entry '%.*s' of line %u", SPAN_PRINT(entry->text), entry->line);
        add_place(witness, text->article,
                  (struct place){first.start, last.start + last.length, bytes_text(&remark)});
        bytes_release(&remark);
    }
}

static bool look_for_topic(void *context, const struct text *text, struct fault *fault)
{
    struct topic_looking *looking = context;
    size_t title = read_title(looking, text->article->title_terms);
    struct matcher *matcher;

    if (!matchers_find(&matcher, &looking->matchers, text->article->language, fault))
        return false;
    if (!matcher)
        return true;
    matcher_match(matcher, text->ids, text->count, &looking->in_text);
    matcher_match(matcher, looking->title, title, &looking->in_title);
    if (!dictionary_rule_met(looking->dictionary->categories[looking->category].rule,
                             count_hits(looking, &looking->in_text),
                             count_hits(looking, &looking->in_title)))
        return true;
    if (!find_positions(looking->witness, text, fault))
        return false;
    show_title(looking, text);
    show_text(looking, text);
    return true;
}

bool witness_topic(struct witness *witness, const struct texts_wish *texts,
                   const struct dictionary *dictionary, struct span topic, struct fault *fault)
{
    struct topic_looking looking = {
        .witness = witness,
        .dictionary = dictionary,
        .matchers = matchers_of(dictionary, store_terms(witness->store)),
    };
    bool done;

    while (looking.category < dictionary->category_count &&
           !span_equal(dictionary->categories[looking.category].path, topic))
        looking.category++;
    done = looking.category == dictionary->category_count ||
           texts_walk(counts_of_store(witness->store), texts, look_for_topic, &looking, fault);
    matchers_release(&looking.matchers);
    matcher_hits_release(&looking.in_text);
    matcher_hits_release(&looking.in_title);
    free(looking.title);
    return done;
}

/* --- quotations --------------------------------------------------------------------------- */

bool witness_quote(struct witness *witness, const struct stored_quote *quote, struct fault *fault)
{
    struct quote_decision decision = quote_decision_read(quote->rule);
    struct stored_article article = {.number = quote->article, .id = quote->article_id};
    struct bytes remark = BYTES_EMPTY;

    if (!take_text(witness, quote->article, SPAN_EMPTY, fault))
        return false;
    bytes_print(&remark, "%s, %u words, rule %.*s", quote_kind_name(quote->kind), quote->words,
                SPAN_PRINT(decision.rule));
    if (decision.confidence >= 0)
        bytes_print(&remark, ", %d %% sure", decision.confidence / 10);
    if (quote->mention.length) {
        bytes_add_text(&remark, ", mention ");
        console_whole(&remark, quote->mention);
    }
    if (quote->cue.length) {
        bytes_add_text(&remark, ", cue ");
        console_whole(&remark, quote->cue);
    }
    bytes_add_byte(&remark, ':');
    if (witness->heading_of != quote->article + 1 &&
        (!witness->most || witness->shown < witness->most)) {
        bytes_add_text(witness->out, "  ");
        console_whole(witness->out, article.id);
        bytes_add_byte(witness->out, '\n');
        witness->heading_of = quote->article + 1;
    }
    if (quote->end <= witness->text.count)
        add_place(witness, NULL, (struct place){quote->start, quote->end, bytes_text(&remark)});
    bytes_release(&remark);
    return true;
}

void witness_end(struct witness *witness)
{
    if (witness->found > witness->shown)
        bytes_print(witness->out, "  and %llu more; --top N shows so many\n",
                    (unsigned long long)(witness->found - witness->shown));
}

void witness_release(struct witness *witness)
{
    bytes_release(&witness->text);
    positions_release(&witness->positions);
    passages_release(&witness->sentences);
}
