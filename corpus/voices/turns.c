#include "corpus/voices/turns.h"

#include "corpus/base/memory.h"
#include "corpus/base/table.h"
#include "corpus/voices/turnlabels.h"

#include <stdlib.h>

enum {
    DIRECTION_MAX = 100, /* bytes of a stage direction */
    KEYS_SOUGHT = 12,    /* labels whose names are looked for in the article */
    MONOLOGUE_SENTENCES = 2
};

/* What is known of all labels with the same words. */
struct key {
    uint32_t count; /* how often they stand there */
    uint32_t asks;  /* how often a question follows */
    uint32_t first, end;
    bool capitals, letter, person;
};

struct talk {
    const struct passage *passage;
    struct turn_label *found; /* all there are */
    struct turn_label *labels;
    struct key *keys;
    struct table names;
    size_t found_count, found_capacity;
    size_t count, capacity, key_capacity;
    bool in_lines; /* labels count only at a line's start */
    bool quoted;   /* a label stands behind an opening mark: somebody else's talk */
    bool official; /* labels in capitals with a person in them */
};

/* --- keys ------------------------------------------------------------------------- */

static bool all_capitals(const struct passage *passage, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        if (passage_shaped(passage, i, SHAPE_WORD) && !passage_shaped(passage, i, SHAPE_CAPITALS) &&
            !passage_is_initial(passage, i))
            return false;
    }
    return true;
}

/* The first label that ends in the word of this one, or TABLE_NONE: "Miller" is "Ann Miller". */
static uint32_t longer_key(const struct talk *talk, const struct turn_label *label)
{
    const struct passage *passage = talk->passage;
    struct span name = passage_text(passage, label->first, label->end);

    for (uint32_t k = 0; k < talk->names.count && k < KEYS_SOUGHT; k++) {
        const struct key *key = &talk->keys[k];

        if (label->end - label->first == 1 && key->end - key->first > 1 &&
            span_equal(passage_text(passage, key->end - 1, key->end), name))
            return k;
    }
    return TABLE_NONE;
}

static struct key *key_of(struct talk *talk, struct turn_label *label)
{
    const struct passage *passage = talk->passage;
    size_t known = talk->names.count;
    struct key *key = NULL;

    label->key = longer_key(talk, label);
    if (label->key != TABLE_NONE)
        return &talk->keys[label->key];
    label->key = table_add(&talk->names, passage_text(passage, label->first, label->end));
    talk->keys =
        memory_grow(talk->keys, &talk->key_capacity, (size_t)label->key + 1, sizeof *talk->keys);
    key = &talk->keys[label->key];
    if (label->key >= known)
        *key = (struct key){
            .first = label->first,
            .end = label->end,
            .letter = label->end - label->first == 1 && passage_is_initial(passage, label->first),
            .capitals = all_capitals(passage, label->first, label->end),
            .person = turnlabels_name_person(passage, label->first, label->end),
        };
    return key;
}

static void keep_label(struct talk *talk, struct turn_label label)
{
    talk->labels =
        memory_grow(talk->labels, &talk->capacity, talk->count + 1, sizeof *talk->labels);
    talk->labels[talk->count++] = label;
}

/* Looks for all labels; most texts have none, and need no further look. */
static void find_labels(struct talk *talk)
{
    const struct passage *passage = talk->passage;
    struct turn_label label;

    for (size_t m = 0; m < passage->mark_count; m++) {
        uint32_t mark = passage->marks[m];

        if (mark == 0 || passage->words[mark].mark != ':' ||
            !turnlabels_read(&label, passage, mark))
            continue;
        talk->found = memory_grow(talk->found, &talk->found_capacity, talk->found_count + 1,
                                  sizeof *talk->found);
        talk->found[talk->found_count++] = label;
    }
}

/* Gathers the labels at the starts of lines, or of sentences; returns how many differ. */
static size_t gather(struct talk *talk, bool in_lines)
{
    const struct passage *passage = talk->passage;

    table_release(&talk->names);
    talk->count = 0;
    talk->in_lines = in_lines;
    talk->quoted = false;
    for (size_t i = 0; i < talk->found_count; i++) {
        struct turn_label label = talk->found[i];

        if (!(in_lines ? label.line : label.sentence))
            continue;
        key_of(talk, &label)->count++;
        keep_label(talk, label);
        talk->quoted |= label.outer && marks_opens(passage, label.outer - 1) && !label.line;
    }
    return talk->names.count;
}

/* --- is it a talk? ---------------------------------------------------------------- */

/* Where a turn's words end; at their start where the next label stands right behind its own. */
static uint32_t body_end(const struct talk *talk, size_t label)
{
    uint32_t body = talk->labels[label].body;
    uint32_t end =
        label + 1 < talk->count ? talk->labels[label + 1].outer : (uint32_t)talk->passage->count;

    return end > body ? end : body;
}

/* True where the line that the label stands in, or the turn in a text without lines, asks. */
static bool asks(const struct talk *talk, const struct turn_label *label, uint32_t end)
{
    const struct passage *passage = talk->passage;
    uint32_t line_end = passage->paragraphs[passage->words[label->body].paragraph].end;

    return passage->words[(end < line_end ? end : line_end) - 1].mark == '?';
}

static bool ends_sentence(const struct passage *passage, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        if (passage_ends_sentence(passage->words[i].mark) &&
            (i + 1 == end || !passage_is_initial(passage, i - 1)))
            return true;
    }
    return false;
}

/* Counts questions, and returns whether two thirds of the words end in sentences. */
static bool hear(struct talk *talk)
{
    size_t speech = 0;
    size_t words = 0;

    for (size_t i = 0; i < talk->count; i++) {
        const struct turn_label *label = &talk->labels[i];
        uint32_t end = body_end(talk, i);

        words += end - label->body;
        speech += ends_sentence(talk->passage, label->body, end) ? end - label->body : 0;
        talk->keys[label->key].asks += asks(talk, label, end);
    }
    return speech * 3 >= words * 2;
}

/* True where the article itself gives the label's last word a given name or a title. */
static bool named_elsewhere(const struct passage *passage, const struct key *key)
{
    struct span name = passage_text(passage, key->end - 1, key->end);

    for (uint32_t i = 1; i < passage->count; i++) {
        if (i != key->end - 1 && passage_shaped(passage, i, SHAPE_CAPITAL) &&
            passage_has(passage, i - 1, LEXICON_GIVEN | LEXICON_TITLE) &&
            passage_shaped(passage, i - 1, SHAPE_CAPITAL) &&
            span_equal(passage_text(passage, i, i + 1), name))
            return true;
    }
    return false;
}

/* True for a label that comes back and asks, where another comes back and seldom does. */
static bool is_asker(const struct talk *talk, const struct key *asker)
{
    for (size_t k = 0; k < talk->names.count; k++) {
        const struct key *other = &talk->keys[k];

        if (other != asker && other->count > 1 && other->asks * 3 < other->count)
            return asker->asks * 2 >= asker->count;
    }
    return false;
}

/* How many speak that come back and are letters, people, or ask. */
static size_t partners(const struct talk *talk)
{
    size_t count = 0;

    for (size_t k = 0; k < talk->names.count; k++) {
        const struct key *key = &talk->keys[k];

        count += key->count > 1 && (key->letter || key->person || is_asker(talk, key) ||
                                    (k < KEYS_SOUGHT && named_elsewhere(talk->passage, key)));
    }
    return count;
}

/* True where two labels that come back take turns. */
static bool alternates(const struct talk *talk)
{
    size_t changes = 0;
    uint32_t before = TABLE_NONE;

    for (size_t i = 0; i < talk->count; i++) {
        uint32_t key = talk->labels[i].key;

        if (talk->keys[key].count < 2)
            continue;
        changes += before != TABLE_NONE && before != key;
        before = key;
    }
    return changes > 1;
}

/* How many lines stand from the first label to the last. */
static size_t lines_between(const struct talk *talk)
{
    const struct passage_word *words = talk->passage->words;

    return words[talk->labels[talk->count - 1].first].paragraph -
           words[talk->labels[0].first].paragraph + 1;
}

static bool is_dialogue(const struct talk *talk)
{
    if (talk->count < TURNS_MIN || talk->names.count * 2 > talk->count || !alternates(talk))
        return false;
    if (talk->in_lines && talk->count * 3 < lines_between(talk))
        return false;
    return partners(talk) >= (talk->in_lines ? 1 : 2);
}

static bool is_official(const struct key *key)
{
    return key->capitals && key->person && !key->letter;
}

/* One label in capitals with a title that holds half the text's words, in sentences. */
static bool is_monologue(const struct talk *talk, const struct turn_label *label)
{
    const struct passage *passage = talk->passage;
    bool title = false;

    for (uint32_t i = label->first; i < label->end; i++)
        title |= passage_has(passage, i, LEXICON_TITLE);
    return (label->line || talk->keys[label->key].count > 1) && title &&
           label->end - label->first > 1 && (passage->count - label->outer) * 2 >= passage->count &&
           passage->words[passage->count - 1].sentence - passage->words[label->outer].sentence >=
               MONOLOGUE_SENTENCES;
}

/* Decides from the labels whether this is a talk, and of which kind. */
static bool is_talk(struct talk *talk)
{
    uint32_t first = TABLE_NONE;
    bool several = false;

    talk->official = false;
    if (!talk->count || talk->quoted || !hear(talk))
        return false;
    for (size_t i = 0; i < talk->count; i++) {
        uint32_t key = talk->labels[i].key;

        if (!is_official(&talk->keys[key]))
            continue;
        several |= first != TABLE_NONE && talk->labels[first].key != key;
        first = first == TABLE_NONE ? (uint32_t)i : first;
    }
    talk->official = first != TABLE_NONE && (several || is_monologue(talk, &talk->labels[first]));
    return talk->official || is_dialogue(talk);
}

/* Keeps the labels that are speakers'. */
static void sift(struct talk *talk)
{
    size_t kept = 0;
    bool begun = false;

    for (size_t i = 0; i < talk->count; i++) {
        const struct key *key = &talk->keys[talk->labels[i].key];
        bool good = talk->official ? is_official(key) || (begun && key->capitals)
                                   : key->count > 1 || key->person;

        begun |= good;
        if (good)
            talk->labels[kept++] = talk->labels[i];
    }
    talk->count = kept;
}

/* A label of which the end is known: "EST THE PRESIDENT:"; false where none is. */
static bool shorten(const struct talk *talk, struct turn_label *label)
{
    while (label->first < label->end) {
        label->key = longer_key(talk, label);
        if (label->key == TABLE_NONE)
            label->key =
                table_find(&talk->names, passage_text(talk->passage, label->first, label->end));
        if (label->key != TABLE_NONE && talk->keys[label->key].count)
            return true;
        label->first++;
        label->outer = label->first;
    }
    return false;
}

/* Gathers anew, in a text without lines, every place where a known speaker's label stands. */
static void gather_known(struct talk *talk)
{
    for (size_t k = 0; k < talk->names.count; k++)
        talk->keys[k].count = 0;
    for (size_t i = 0; i < talk->count; i++)
        talk->keys[talk->labels[i].key].count++;
    talk->count = 0;
    for (size_t i = 0; i < talk->found_count; i++) {
        struct turn_label label = talk->found[i];

        if (shorten(talk, &label))
            keep_label(talk, label);
    }
}

/* --- turns ------------------------------------------------------------------------- */

/* True for what stands in a closing line: capitals, figures, marks that neither cry nor ask. */
static bool closes_talk(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];

    if (here->mark)
        return here->mark != '!' && here->mark != '?' && here->mark != ')';
    return here->shape & (SHAPE_NUMBER | SHAPE_CAPITALS) || passage_is_initial(passage, word);
}

/* Where the closing lines at the end of a turn begin; `end` where there are none. */
static uint32_t closing_start(const struct passage *passage, uint32_t body, uint32_t end)
{
    uint32_t start = end;

    for (uint32_t i = end; i > body + 1 && closes_talk(passage, i - 1); i--) {
        const struct passage_word *here = &passage->words[i - 1];

        if (here->shape & SHAPE_SENTENCE &&
            (here->mark != '.' || passage->paragraphs[here->paragraph].first == i - 1))
            start = i - 1;
    }
    return start;
}

/* Where the turn of the last label ends, if labels are not in capitals: with its line. */
static uint32_t last_end(const struct talk *talk, const struct turn_label *label)
{
    return talk->passage->paragraphs[talk->passage->words[label->body].paragraph].end;
}

static void add_turns(struct marked_list *list, const struct talk *talk)
{
    for (size_t i = 0; i < talk->count; i++) {
        const struct turn_label *label = &talk->labels[i];
        uint32_t end = body_end(talk, i);

        if (i + 1 == talk->count && !talk->official && talk->in_lines)
            end = last_end(talk, label);
        marked_add(list, talk->passage,
                   (struct marked){
                       .first = label->body,
                       .end = closing_start(talk->passage, label->body, end),
                       .outer_first = label->body,
                       .outer_end = end,
                       .label_first = label->first,
                       .label_end = label->end,
                       .by = MARKED_TURN,
                   });
    }
}

bool turns_find(struct marked_list *list, const struct passage *passage)
{
    struct talk talk = {.passage = passage};
    size_t before = list->count;

    find_labels(&talk);
    if (!(gather(&talk, true) > 1 && is_talk(&talk)) && !(gather(&talk, false) && is_talk(&talk)) &&
        !(gather(&talk, true) && is_talk(&talk)))
        talk.count = 0;
    sift(&talk);
    if (talk.count && !talk.in_lines)
        gather_known(&talk);
    add_turns(list, &talk);
    table_release(&talk.names);
    free(talk.found);
    free(talk.labels);
    free(talk.keys);
    return list->count > before;
}

bool turns_direction(struct span *direction, struct span text, size_t from)
{
    for (size_t at = from; at < text.length; at++) {
        char closer = text.bytes[at] == '(' ? ')' : ']';
        size_t limit = text.length - at > DIRECTION_MAX ? at + DIRECTION_MAX : text.length;

        if (text.bytes[at] != '(' && text.bytes[at] != '[')
            continue;
        for (size_t end = at + 1; end < limit; end++) {
            if (text.bytes[end] != closer)
                continue;
            *direction = span_cut(text, at, end + 1);
            return true;
        }
    }
    return false;
}
