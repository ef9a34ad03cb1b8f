#include "corpus/voices/labels.h"

enum { LETTERS_HEARD = 60 }; /* turns from which it is told which letter asks */

static struct span label_of(const struct attribution_article *article, const struct marked *turn)
{
    return passage_text(article->passage, turn->label_first, turn->label_end);
}

/* True for a letter, and for a word that names nobody: "Question". */
static bool names_nobody(const struct attribution_article *article, const struct marked *turn)
{
    return turn->label_end == turn->label_first + 1 &&
           (passage_is_initial(article->passage, turn->label_first) ||
            passage_has(article->passage, turn->label_first, LEXICON_FUNCTION));
}

static bool asks(const struct passage *passage, const struct marked *turn)
{
    for (uint32_t i = turn->first; i < turn->end; i++) {
        if (passage->words[i].mark == '?')
            return true;
    }
    return false;
}

/* True where turns with this letter ask more often than those with others. */
static bool letter_asks(const struct attribution_article *article, const struct marked *turn)
{
    struct span letter = label_of(article, turn);
    size_t turns[2] = {0, 0}; /* of others, with this letter */
    size_t questions[2] = {0, 0};

    for (size_t i = 0; i < article->quotations->count && i < LETTERS_HEARD; i++) {
        const struct marked *other = &article->quotations->items[i];
        bool same = false;

        if (other->by != MARKED_TURN || !names_nobody(article, other))
            continue;
        same = span_equal(label_of(article, other), letter);
        turns[same]++;
        questions[same] += asks(article->passage, other);
    }
    return !turns[0] || questions[1] * turns[0] >= questions[0] * turns[1];
}

/* The one person with a given name whom the article names in full before word `end`. */
static uint32_t only_person(const struct attribution_article *article, uint32_t end)
{
    const struct speaker_list *speakers = article->speakers;
    uint32_t only = PASSAGE_NONE;

    for (uint32_t i = 0; i < speakers->count; i++) {
        const struct person *person = &speakers->items[i];

        if (person->name_first >= end || person->name_end - person->name_first < 2 ||
            !passage_has(article->passage, person->name_first, LEXICON_GIVEN))
            continue;
        if (only != PASSAGE_NONE)
            return PASSAGE_NONE;
        only = i;
    }
    return only;
}

/* True where the word is the person's last name, not the first. */
static bool is_last_name(const struct speaker_list *speakers, struct span word, uint32_t person)
{
    struct span last = forms_text(&speakers->forms, speakers->items[person].last_key);
    struct bytes folded = BYTES_EMPTY;
    bool is;

    tokens_fold(&folded, word);
    is = bytes_span(&folded).length >= last.length &&
         span_equal(span_cut(bytes_span(&folded), 0, last.length), last);
    bytes_release(&folded);
    return is;
}

/* The name in full where the label is a name alone, else the label as it stands. */
static struct span completed(const struct attribution_article *article, const struct marked *turn)
{
    struct span label = label_of(article, turn);
    uint32_t id = article->passage->words[turn->label_end - 1].mention;
    const struct mention *mention = id == PASSAGE_NONE ? NULL : &article->mentions->items[id];

    if (!mention || mention->kind != MENTION_NAME || mention->person == PASSAGE_NONE ||
        turn->label_end != turn->label_first + 1 || mention->outer_first != turn->label_first ||
        mention->end != turn->label_end || !is_last_name(article->speakers, label, mention->person))
        return label;
    return speaker_name(article->speakers, article->passage, mention->person);
}

static uint32_t first_turn(const struct attribution_article *article)
{
    uint32_t at = 0;

    while (article->quotations->items[at].by != MARKED_TURN)
        at++;
    return article->quotations->items[at].label_first;
}

struct span labels_speaker(const struct attribution_article *article, uint32_t quote)
{
    const struct marked *turn = &article->quotations->items[quote];
    uint32_t person = PASSAGE_NONE;

    if (!names_nobody(article, turn))
        return completed(article, turn);
    if (!letter_asks(article, turn))
        person = only_person(article, first_turn(article));
    return person == PASSAGE_NONE ? SPAN_EMPTY
                                  : speaker_name(article->speakers, article->passage, person);
}
