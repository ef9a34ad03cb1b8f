#include "corpus/voices/dashes.h"

enum {
    CUE_WITHIN = 5,   /* words behind a dash in which its cue must come */
    TAIL_WITHIN = 40, /* words from the paragraph's end in which an unmarked attribution starts */
    SUBJECT_MAX = 6,  /* words between such an attribution's comma and its cue */
    LIST_PARAGRAPHS = 3,
    LIST_LOOK = 12,    /* dash paragraphs looked at, each way, for a sign of talk */
    INCISE_MAX = 12,   /* words of an attribution between commas */
    FAR_CUE = 9,       /* words behind a dash inside marks in which a cue comes late */
    UNMARKED_MAX = 150 /* words that speech behind a colon may reach to its paragraph's end */
};

static bool is_speech_end(uint32_t mark)
{
    return mark == ',' || passage_ends_sentence(mark);
}

static bool is_cue(const struct passage *passage, uint32_t word)
{
    return passage->words[word].cue != PASSAGE_NONE &&
           passage_has(passage, word, LEXICON_STRONG | LEXICON_WEAK | LEXICON_LONGER);
}

static bool cue_within(const struct passage *passage, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i < end && i < from + CUE_WITHIN; i++) {
        if (is_cue(passage, i))
            return true;
    }
    return false;
}

/*
 * True where a narrator goes on behind a dash: a small letter where a sentence
 * ended, or a Russian verb in the past ("подхватил другой", "тихо шепнула она").
 */
static bool is_narrated(const struct passage *passage, uint32_t word, uint32_t before)
{
    static const char *const endings[] = {"л", "ла", "ло", "ли", "лся", "лась", "лось", "лись"};
    bool cyrillic = false;

    if (before != ',' && passage_shaped(passage, word, SHAPE_CAPITAL) &&
        passage_has(passage, word, LEXICON_PRONOUN) && !passage_has(passage, word, LEXICON_FIRST))
        word++; /* "— Пора. — Он встал." */
    for (uint32_t i = word; i < word + 2 && i < passage->count; i++) {
        const struct passage_word *here = &passage->words[i];
        struct span text = passage_word_text(passage, i);

        if (!(here->shape & SHAPE_WORD) || here->shape & SHAPE_CAPITAL ||
            here->paragraph != passage->words[word].paragraph)
            return false;
        cyrillic = (unsigned char)text.bytes[0] >= 0xD0;
        if (cyrillic && before != ',')
            return true;
        for (size_t e = 0; cyrillic && e < sizeof endings / sizeof *endings; e++) {
            if (text.length > 6 && span_ends(text, endings[e]))
                return true;
        }
    }
    return false;
}

uint32_t dashes_width(const struct passage *passage, uint32_t word)
{
    if (!passage_is_dash(passage, word))
        return 0;
    return passage->words[word].mark == '-' && passage->words[word + 1].mark == '-' ? 2 : 1;
}

/* True for a raya that opens an attribution: "—Voy —dijo Ana—, pero tarde." */
static bool hugs_cue(const struct passage *passage, uint32_t word, uint32_t end)
{
    return passage->words[word].mark >= 0x2013 &&
           passage_shaped(passage, word, SHAPE_BLANK_BEFORE) && word + 1 < end &&
           !passage_shaped(passage, word + 1, SHAPE_BLANK_BEFORE) &&
           cue_within(passage, word + 1, end);
}

/* True for a raya that closes one: a mark of the speech follows it. */
static bool closes_raya(const struct passage *passage, uint32_t word)
{
    uint32_t next = passage->words[word + 1].mark;

    return passage->words[word].mark >= 0x2013 &&
           !passage_shaped(passage, word, SHAPE_BLANK_BEFORE) &&
           !passage_shaped(passage, word + 1, SHAPE_BLANK_BEFORE) &&
           (is_speech_end(next) || next == ':' || next == ';');
}

/* True for "34 ans" or "maire de Tarn" behind a name and a comma. */
static bool describes(const struct passage *passage, uint32_t word, uint32_t end)
{
    return word < end && (passage_shaped(passage, word, SHAPE_NUMBER) ||
                          passage_has(passage, word, LEXICON_ROLE));
}

/*
 * The mark that ends the attribution behind the comma or stop at `mark`, in
 * languages that put one inside speech: ", a dit Marie Dupont,"; `mark` for none.
 */
static uint32_t incise_end(const struct passage *passage, uint32_t mark, uint32_t end)
{
    uint32_t cue = mark + 1;

    if (!is_speech_end(passage->words[mark].mark) || passage->words[mark].mark == '.' ||
        !lexicon_speech_holds_attribution(passage->lexicon))
        return mark;
    while (cue < end && cue < mark + 3 && passage->words[cue].cue == PASSAGE_NONE &&
           passage_has(passage, cue, LEXICON_AUXILIARY | LEXICON_OTHER_FORM))
        cue++;
    if (cue >= end || !is_cue(passage, cue) || passage_has(passage, cue, LEXICON_PARTICIPLE) ||
        passage_shaped(passage, cue, SHAPE_CAPITAL))
        return mark;
    for (uint32_t i = cue + 1; i < end && i <= mark + INCISE_MAX; i++) {
        if (is_speech_end(passage->words[i].mark) &&
            !(passage->words[i].mark == ',' && describes(passage, i + 1, end)))
            return i;
    }
    return end <= mark + INCISE_MAX ? end : mark;
}

/* True where speech that runs up to `word` ends there, and an attribution follows. */
static bool ends_at(const struct passage *passage, uint32_t word, uint32_t end)
{
    uint32_t before = passage->words[word - 1].mark;
    uint32_t width = dashes_width(passage, word);

    if (width && hugs_cue(passage, word, end))
        return true;
    if (!is_speech_end(before))
        return false;
    if (width)
        return cue_within(passage, word + width, end) || is_narrated(passage, word + width, before);
    return marks_closes(passage, word) && !marks_opens(passage, word);
}

static bool says(const struct passage *passage, uint32_t word)
{
    return is_cue(passage, word) && passage_has(passage, word, LEXICON_STRONG) &&
           !passage_has(passage, word, LEXICON_PARTICIPLE);
}

/* The cue of "NAME said." at `word`; `end` where none stands there. */
static uint32_t named_cue(const struct passage *passage, uint32_t word, uint32_t end)
{
    uint32_t cue = word;

    while (
        cue < end && cue - word < SUBJECT_MAX &&
        (passage_shaped(passage, cue, SHAPE_CAPITAL) || passage_has(passage, cue, LEXICON_PRONOUN)))
        cue++;
    return cue > word && cue + 1 < end && says(passage, cue) &&
                   is_speech_end(passage->words[cue + 1].mark)
               ? cue
               : end;
}

/* True for "said NAME" at `word`, behind a comma. */
static bool is_inverted(const struct passage *passage, uint32_t word, uint32_t end)
{
    return passage->words[word - 1].mark == ',' && says(passage, word) && word + 1 < end &&
           (passage_shaped(passage, word + 1, SHAPE_CAPITAL) ||
            passage_has(passage, word + 1, LEXICON_ARTICLE));
}

/* True for ", said NAME" and ", NAME said." behind the comma: speech ended with it. */
static bool attributed_at(const struct passage *passage, uint32_t word, uint32_t end)
{
    uint32_t cue;

    if (passage->words[word - 1].mark != ',')
        return false;
    if (is_inverted(passage, word, end))
        return true;
    cue = named_cue(passage, word, end);
    return cue < end &&
           (passage_ends_sentence(passage->words[cue + 1].mark) || dashes_width(passage, cue + 2));
}

bool dashes_speech_ends(const struct passage *passage, uint32_t word, uint32_t end)
{
    /* ", said the ship would sail" is no attribution. */
    return ends_at(passage, word, end) ||
           (attributed_at(passage, word, end) &&
            !(says(passage, word) && passage_has(passage, word + 1, LEXICON_ARTICLE)));
}

/* Where speech goes on behind an attribution: the next dash behind a mark; `end` for nowhere. */
static uint32_t resumes_at(const struct passage *passage, uint32_t from, uint32_t end)
{
    for (uint32_t i = from + 1; i < end; i++) {
        uint32_t before = passage->words[i - 1].mark;

        if (dashes_width(passage, i) &&
            (is_speech_end(before) || before == ':' || before == ';' || closes_raya(passage, i)))
            return i;
    }
    return end;
}

/* The comma before ", NAME cue." at the paragraph's end; `end` where there is none. */
static uint32_t unmarked_end(const struct passage *passage, uint32_t first, uint32_t end)
{
    uint32_t cue = end;
    uint32_t from = end - first > TAIL_WITHIN ? end - TAIL_WITHIN : first;

    for (uint32_t i = end; i > from; i--) {
        if (is_cue(passage, i - 1) && cue == end)
            cue = i - 1;
        if (passage->words[i - 1].mark != ',' || cue == end)
            continue;
        if (cue - i < SUBJECT_MAX &&
            (passage_shaped(passage, i, SHAPE_CAPITAL) || passage_has(passage, i, LEXICON_PRONOUN)))
            return i - 1;
    }
    return end;
}

void dashes_add(struct marked_list *list, const struct passage *passage, uint32_t dash,
                uint32_t end)
{
    uint32_t first = dash + dashes_width(passage, dash);
    bool closed = first > dash && closes_raya(passage, dash);
    bool marked = passage->words[end].paragraph == passage->words[dash].paragraph &&
                  marks_closes(passage, end) && !dashes_width(passage, end);

    if (first + closed < end)
        marked_add(list, passage,
                   (struct marked){
                       .first = first + closed,
                       .end = end,
                       .outer_first = dash,
                       .outer_end = marked ? end + 1 : end,
                       .by = MARKED_DASH,
                   });
}

/*
 * Where speech goes on behind the attribution at `from`: the next dash; behind one that no dash
 * opened, the next sentence; `end` for nowhere.
 */
static uint32_t goes_on_at(const struct passage *passage, uint32_t from, uint32_t end)
{
    if (dashes_width(passage, from) || passage->words[from].mark)
        return resumes_at(passage, from, end);
    return passage_next_sentence(passage, from, end);
}

/* Cuts at attributions between dashes; false where there is none. */
static bool cut_attributed(struct marked_list *list, const struct passage *passage, uint32_t first,
                           uint32_t end)
{
    uint32_t dash = first;
    bool found = false;

    for (uint32_t i = first + 2; i < end; i++) {
        uint32_t incise = incise_end(passage, i, end);

        if (incise == i && !ends_at(passage, i, end) && !attributed_at(passage, i, end))
            continue;
        dashes_add(list, passage, dash, incise == i ? i : i + 1);
        found = true;
        dash = incise == i ? goes_on_at(passage, i, end) : incise + (incise < end);
        if (dash == end)
            return true;
        i = dash + 1;
    }
    if (found)
        dashes_add(list, passage, dash, end);
    return found;
}

/* True where the language's speech stands between dashes, even inside marks. */
static bool speaks_by_dashes(const struct passage *passage)
{
    return lexicon_has_no_articles(passage->lexicon) ||
           lexicon_speech_holds_attribution(passage->lexicon);
}

/* "— тихо, сдерживая слёзы, сказал он. —": the cue comes late, but a dash ends the attribution. */
static bool attributes_late(const struct passage *passage, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i < end && i < from + FAR_CUE; i++) {
        if (passage_shaped(passage, i, SHAPE_CAPITAL) ||
            passage_ends_sentence(passage->words[i].mark) || dashes_width(passage, i))
            return false;
        if (is_cue(passage, i) && !passage_has(passage, i, LEXICON_PARTICIPLE))
            return resumes_at(passage, i, end) < end;
    }
    return false;
}

/*
 * True where a verb of saying is the first or second word behind the dash at `word`, or comes
 * late but before another dash.
 */
static bool attributes_at(const struct passage *passage, uint32_t word, uint32_t end)
{
    uint32_t next = word + dashes_width(passage, word);

    if (next == word || !is_speech_end(passage->words[word - 1].mark))
        return false;
    for (uint32_t i = next; i < end && i < next + 2; i++) {
        if (is_cue(passage, i) && passage_has(passage, i, LEXICON_STRONG))
            return true;
    }
    return speaks_by_dashes(passage) && attributes_late(passage, next, end);
}

/* Adds the pieces of one pair to `pieces`; one piece where it holds no attribution. */
static void split(struct marked_list *pieces, const struct passage *passage, struct marked marked)
{
    struct marked rest = marked;

    for (uint32_t i = marked.first + 1; i < marked.end; i++) {
        uint32_t resumed = 0;
        uint32_t incise = 0;

        if (!passage->words[i].mark)
            continue;
        incise = incise_end(passage, i, marked.end);
        if (incise == i && !attributes_at(passage, i, marked.end))
            continue;
        resumed = incise == i ? resumes_at(passage, i, marked.end) : incise + (incise < marked.end);
        rest.end = rest.outer_end = incise == i ? i : i + 1;
        marked_add(pieces, passage, rest);
        rest = marked;
        rest.first = resumed + (resumed < marked.end ? dashes_width(passage, resumed) : 0);
        rest.outer_first = resumed;
        rest.by = MARKED_DASH;
        if (resumed >= marked.end)
            return;
        i = resumed;
    }
    marked_add(pieces, passage, rest);
}

void dashes_split(struct marked_list *list, const struct passage *passage, size_t from)
{
    struct marked_list pieces = MARKED_LIST_EMPTY;

    for (size_t i = from; i < list->count; i++) {
        if (list->items[i].by == MARKED_PAIR ||
            (list->items[i].by == MARKED_OPENER && speaks_by_dashes(passage)))
            split(&pieces, passage, list->items[i]);
        else
            marked_add(&pieces, passage, list->items[i]);
    }
    marked_replace(list, from, &pieces);
    marked_release(&pieces);
}

/* True where the paragraph holds a cue or asks or cries something. */
static bool is_lively(const struct passage *passage, struct passage_paragraph paragraph)
{
    for (uint32_t i = paragraph.first; i < paragraph.end; i++) {
        uint32_t mark = passage->words[i].mark;

        if (mark == '?' || mark == '!' || is_cue(passage, i))
            return true;
    }
    return false;
}

/* A paragraph that starts with a dash: 1 without a sign of talk, 2 with one; else 0. */
static int dash_life(const struct passage *passage, uint32_t paragraph)
{
    struct passage_paragraph words = passage->paragraphs[paragraph];

    if (!passage_is_dash(passage, words.first))
        return 0;
    return is_lively(passage, words) ? 2 : 1;
}

/* The paragraphs with dashes that stand in a row with one, up to the first with a sign of talk. */
struct dash_run {
    uint32_t count;
    bool talk;
};

static struct dash_run run_around(const struct passage *passage, uint32_t paragraph)
{
    struct dash_run run = {.count = 1, .talk = dash_life(passage, paragraph) == 2};
    int life = 1;

    for (uint32_t p = paragraph; !run.talk && life && p > 0 && paragraph - p < LIST_LOOK; p--) {
        life = dash_life(passage, p - 1);
        run.count += life > 0;
        run.talk = life == 2;
    }
    life = 1;
    for (uint32_t p = paragraph + 1;
         !run.talk && life && p < passage->paragraph_count && p < paragraph + LIST_LOOK; p++) {
        life = dash_life(passage, p);
        run.count += life > 0;
        run.talk = life == 2;
    }
    return run;
}

/* True where the paragraph is an item of a list, not speech. */
static bool is_list_item(const struct passage *passage, uint32_t paragraph)
{
    struct passage_paragraph words = passage->paragraphs[paragraph];
    struct dash_run run = run_around(passage, paragraph);

    if (!is_speech_end(passage->words[words.end - 1].mark))
        return true;
    if (is_lively(passage, words))
        return false;
    if (passage->words[words.first].mark == '-' && dashes_width(passage, words.first) == 1 &&
        !(speaks_by_dashes(passage) && run.talk))
        return true;
    return !run.talk && run.count >= LIST_PARAGRAPHS;
}

/* The dash of "Он сказал: — Пора.", in words `first` to `end`; `end` where there is none. */
static uint32_t behind_colon(const struct passage *passage, uint32_t first, uint32_t end)
{
    for (uint32_t i = first + 1; i + 1 < end; i++) {
        if (marks_is_one(passage->words[i].mark))
            return end;
        if (passage->words[i - 1].mark == ':' && dashes_width(passage, i) &&
            passage_shaped(passage, i + dashes_width(passage, i), SHAPE_CAPITAL))
            return i;
    }
    return end;
}

/* The start of the sentence "Пора, — сказал он", whose first mark is missing; `end` for none. */
static uint32_t unopened(const struct passage *passage, uint32_t first, uint32_t end)
{
    for (uint32_t i = first + 1; i + 1 < end; i++) {
        if (marks_is_one(passage->words[i].mark))
            return end;
        if (passage->words[i].mark && passage->words[i - 1].mark != '.' &&
            attributes_at(passage, i, end)) {
            uint32_t start = passage_sentence_start(passage, i - 1);

            return start > first ? start : first;
        }
    }
    return end;
}

/* The speech of a paragraph that starts with no dash but holds one that opens or ends speech. */
static bool cut_within(struct marked_list *list, const struct passage *passage,
                       struct passage_paragraph words)
{
    uint32_t colon = 0;

    if (!speaks_by_dashes(passage) || marks_is_one(passage->words[words.first].mark))
        return false;
    colon = behind_colon(passage, words.first, words.end);
    if (colon == words.end) {
        uint32_t start = unopened(passage, words.first, words.end);

        return start < words.end && cut_attributed(list, passage, start, words.end);
    }
    if (cut_attributed(list, passage, colon, words.end))
        return true;
    if (words.end - colon > UNMARKED_MAX || !is_speech_end(passage->words[words.end - 1].mark))
        return false;
    dashes_add(list, passage, colon, words.end);
    return true;
}

bool dashes_cut(struct marked_list *list, const struct passage *passage, uint32_t paragraph)
{
    struct passage_paragraph words = passage->paragraphs[paragraph];
    uint32_t tail;

    if (words.end - words.first < 3)
        return false;
    if (!dashes_width(passage, words.first))
        return cut_within(list, passage, words);
    if (cut_attributed(list, passage, words.first, words.end))
        return true;
    tail = unmarked_end(passage, words.first, words.end);
    if (tail < words.end) {
        dashes_add(list, passage, words.first, tail + 1);
        return true;
    }
    if (is_list_item(passage, paragraph))
        return false;
    dashes_add(list, passage, words.first, words.end);
    return true;
}
