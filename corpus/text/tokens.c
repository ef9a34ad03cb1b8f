#include "corpus/text/tokens.h"

#include "corpus/base/memory.h"
#include "corpus/text/ascii.h"
#include "corpus/text/unicode.h"
#include "corpus/text/utf8.h"

#include <stdlib.h>

/* A code point with what it does to words. */
struct piece {
    enum word_class class;
    uint32_t width; /* in bytes; 0 at the text's end */
};

/* The class of each ASCII byte, so that most text never asks for the Unicode cache. */
enum {
    A = WORD_CLASS_LETTER,
    D = WORD_CLASS_DIGIT,
    S = WORD_CLASS_SPACE,
    M = WORD_CLASS_MARK,
    N = WORD_CLASS_MID_NUMBER,
    P = WORD_CLASS_APOSTROPHE,
    Q = WORD_CLASS_DOUBLE_QUOTE,
    H = WORD_CLASS_HYPHEN,
};

// clang-format off
static const unsigned char ascii_classes[128] = {
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
    S, M, Q, M, M, M, M, P, M, M, M, M, N, H, N, M, D, D, D, D, D, D, D, D, D, D, M, N, M, M, M, M,
    M, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, M, M, M, M, M,
    M, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, M, M, M, M, S,
};
// clang-format on

/* `text` is UTF-8. */
static struct piece piece_at(struct span text, size_t at)
{
    struct utf8_point point = {0};

    if (at >= text.length)
        return (struct piece){.class = WORD_CLASS_SPACE};
    if ((unsigned char)text.bytes[at] < 0x80)
        return (struct piece){
            .class = (enum word_class)ascii_classes[(unsigned char)text.bytes[at]],
            .width = 1,
        };
    point = utf8_wide(text, at);
    return (struct piece){.class = unicode_word_class(point.code), .width = point.width};
}

static bool is_letter(enum word_class class)
{
    return class == WORD_CLASS_LETTER || class == WORD_CLASS_HEBREW;
}

static bool is_alphanumeric(enum word_class class)
{
    return is_letter(class) || class == WORD_CLASS_DIGIT;
}

/* Rules WB5, WB8 to WB10 and WB13: nothing parts `last` from `next`. */
static bool joins(enum word_class last, enum word_class next)
{
    if (last == WORD_CLASS_KATAKANA || next == WORD_CLASS_KATAKANA)
        return last == next;
    return is_alphanumeric(last) && is_alphanumeric(next);
}

/* Rules WB6, WB7, WB7b, WB7c, WB11, WB12 and ours: `mark` joins `last` to `next`. */
static bool bridges(enum word_class last, enum word_class mark, enum word_class next)
{
    bool katakana = last == WORD_CLASS_KATAKANA || next == WORD_CLASS_KATAKANA;

    if (mark == WORD_CLASS_HYPHEN)
        return !katakana && is_alphanumeric(last) && is_alphanumeric(next);
    if (mark == WORD_CLASS_APOSTROPHE || mark == WORD_CLASS_MID_LETTER)
        return is_letter(last) && is_letter(next);
    if (mark == WORD_CLASS_MID_NUMBER)
        return last == WORD_CLASS_DIGIT && next == WORD_CLASS_DIGIT;
    return mark == WORD_CLASS_DOUBLE_QUOTE && last == WORD_CLASS_HEBREW &&
           next == WORD_CLASS_HEBREW;
}

/* Rule WB4: past the combining marks and format controls at `at`. */
static size_t skip_extending(struct span text, size_t at)
{
    struct piece piece = piece_at(text, at);

    while (piece.class == WORD_CLASS_EXTEND) {
        at += piece.width;
        piece = piece_at(text, at);
    }
    return at;
}

/* The end of the word or number whose first piece, at `at`, is `first`. */
static size_t run_end(struct span text, size_t at, struct piece first, enum token_kind *kind)
{
    enum word_class last = first.class;
    size_t end = skip_extending(text, at + first.width);

    *kind = last == WORD_CLASS_DIGIT ? TOKEN_NUMBER : TOKEN_WORD;
    while (last != WORD_CLASS_ALONE) {
        struct piece next = piece_at(text, end);
        size_t start = end;

        if (!joins(last, next.class)) {
            start = skip_extending(text, end + next.width);
            if (!bridges(last, next.class, piece_at(text, start).class)) {
                /* Rule WB7a: a geresh closes a Hebrew word. */
                if (last == WORD_CLASS_HEBREW && next.width == 1 && text.bytes[end] == '\'')
                    return start;
                break;
            }
            next = piece_at(text, start);
        }
        last = next.class;
        end = skip_extending(text, start + next.width);
        if (last != WORD_CLASS_DIGIT)
            *kind = TOKEN_WORD;
    }
    return end;
}

/* Room for one token more, `count` tokens on. */
static struct token *room_for(struct token_list *list, size_t count)
{
    if (list->count + count > list->capacity)
        list->items =
            memory_grow(list->items, &list->capacity, list->count + count, sizeof *list->items);
    return list->items + list->count;
}

/* Adds the token from byte `at` up to byte `end`, both within TOKENS_TEXT_MAX. */
static void append(struct token_list *list, enum token_kind kind, size_t at, size_t end)
{
    *room_for(list, 1) = (struct token){
        .start = (uint32_t)at,
        .length = (uint32_t)(end - at),
        .kind = kind,
    };
    list->count++;
}

/* Cuts the piece at `at` and what joins it; returns where the next begins. */
static size_t cut_at(struct token_list *list, struct span text, size_t at)
{
    struct piece piece = piece_at(text, at);
    enum token_kind kind = TOKEN_MARK;
    size_t end = at + piece.width;

    switch (piece.class) {
    case WORD_CLASS_SPACE:
    case WORD_CLASS_EXTEND:
        return end;
    case WORD_CLASS_LETTER:
    case WORD_CLASS_HEBREW:
    case WORD_CLASS_DIGIT:
    case WORD_CLASS_KATAKANA:
    case WORD_CLASS_ALONE:
        end = run_end(text, at, piece, &kind);
        break;
    case WORD_CLASS_MARK:
    case WORD_CLASS_APOSTROPHE:
    case WORD_CLASS_HYPHEN:
    case WORD_CLASS_MID_LETTER:
    case WORD_CLASS_MID_NUMBER:
    case WORD_CLASS_DOUBLE_QUOTE:
        break;
    }
    append(list, kind, at, end);
    return end;
}

/* True where a run of letters and digits may go on behind `byte`, an ASCII mark. */
static bool may_bridge(char byte)
{
    enum word_class class = (enum word_class)ascii_classes[(unsigned char)byte];

    return class != WORD_CLASS_MARK && class != WORD_CLASS_DOUBLE_QUOTE;
}

/*
 * The length of the run of ASCII letters or digits that starts at bit `start`,
 * 0 where a mark stands there; ASCII_BLOCK where it may go on in a way that
 * the block alone does not show.
 */
static unsigned plain_length(const struct ascii_block *block, const char *bytes, unsigned start)
{
    uint64_t rest = ~((block->letters | block->digits) >> start);
    unsigned length = (unsigned)__builtin_ctzll(rest | UINT64_C(1) << (ASCII_BLOCK - 1));
    unsigned end = start + length;

    if (end >= ASCII_BLOCK || (block->wide >> end & 1))
        return ASCII_BLOCK;
    if (length && !(block->spaces >> end & 1) && may_bridge(bytes[end]))
        return ASCII_BLOCK;
    return length;
}

/* Cuts what begins in the ASCII_BLOCK bytes at `at`; returns where the next begins, or past the
 * text. */
static size_t cut_block(struct token_list *list, struct span text, size_t at,
                        const struct ascii_block *block)
{
    uint64_t runs = block->letters | block->digits;
    uint64_t inner = runs & runs << 1; /* of a run, all bytes but the first */
    uint64_t left = ~(block->spaces | inner);

    (void)room_for(list, ASCII_BLOCK);
    while (left) {
        unsigned start = (unsigned)__builtin_ctzll(left);
        unsigned length = plain_length(block, text.bytes + at, start);
        enum token_kind kind = TOKEN_MARK;
        uint64_t digits;

        if (length == ASCII_BLOCK) {
            size_t end = cut_at(list, text, at + start) - at;

            if (end >= ASCII_BLOCK)
                return at + end;
            left &= ~UINT64_C(0) << end;
            continue;
        }
        if (length) {
            uint64_t all = (UINT64_C(1) << length) - 1;

            digits = block->digits >> start & all;
            kind = digits == all ? TOKEN_NUMBER : TOKEN_WORD;
        }
        list->items[list->count++] =
            (struct token){(uint32_t)(at + start), length ? length : 1, kind};
        left &= left - 1;
    }
    return at + ASCII_BLOCK;
}

/* The block at `at`; what lies behind the text is as good as blanks. */
static struct ascii_block block_at(ascii_classifier *classify, struct span text, size_t at)
{
    char tail[ASCII_BLOCK] = {0};

    if (text.length - at >= ASCII_BLOCK)
        return classify(text.bytes + at);
    memcpy(tail, text.bytes + at, text.length - at);
    return classify(tail);
}

bool tokens_cut(struct token_list *list, struct span text, struct fault *fault)
{
    ascii_classifier *classify = ascii_best();
    size_t valid;
    size_t at = 0;

    list->count = 0;
    if (text.length > TOKENS_TEXT_MAX)
        return fault_set(fault, FAULT_LIMIT, "the text has %zu bytes, more than %d", text.length,
                         TOKENS_TEXT_MAX);
    valid = utf8_valid_length(text);
    if (valid < text.length)
        return fault_set(fault, FAULT_INPUT, "the text is not UTF-8 at byte %zu", valid);

    while (at < text.length) {
        struct ascii_block block = block_at(classify, text, at);

        at = cut_block(list, text, at, &block);
    }
    return true;
}

void tokens_release(struct token_list *list)
{
    free(list->items);
    *list = TOKEN_LIST_EMPTY;
}

/* Curly apostrophes and typographic hyphens as the keyboard's; case folded. */
static uint32_t fold_point(uint32_t code)
{
    switch (code) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0xFF07:
        return '\'';
    case 0x2010:
    case 0x2011:
        return '-';
    default:
        return unicode_fold(code);
    }
}

/* Adds `word` folded point by point; true where the result may not be in NFC. */
static bool fold_points(struct bytes *term, struct span word)
{
    bool may_compose = false;

    for (size_t at = 0; at < word.length;) {
        struct utf8_point point = utf8_at(word, at);

        if (!point.width)
            point = (struct utf8_point){.code = 0xFFFD, .width = 1};
        at += point.width;
        if (unicode_is_ignorable(point.code))
            continue;
        may_compose = may_compose || unicode_may_compose(point.code);
        bytes_add_point(term, fold_point(point.code));
    }
    return may_compose;
}

/* Adds `word` without what is not seen. */
static void add_seen(struct bytes *seen, struct span word)
{
    for (size_t at = 0; at < word.length;) {
        struct utf8_point point = utf8_at(word, at);

        if (!point.width)
            point = (struct utf8_point){.code = 0xFFFD, .width = 1};
        at += point.width;
        if (!unicode_is_ignorable(point.code))
            bytes_add_point(seen, point.code);
    }
}

/*
 * Composing first lets a letter and its accent fold as the one letter they
 * are; a control between the two would keep them apart.
 */
static void fold_composing(struct bytes *term, struct span word)
{
    struct bytes seen = BYTES_EMPTY;
    struct bytes composed = BYTES_EMPTY;

    add_seen(&seen, word);
    unicode_nfc(&composed, bytes_span(&seen));
    bytes_clear(&seen);
    (void)fold_points(&seen, bytes_span(&composed));
    bytes_clear(term);
    unicode_nfc(term, bytes_span(&seen));
    bytes_release(&composed);
    bytes_release(&seen);
}

/* Writes ASCII in lower case. */
static void fold_ascii(struct bytes *term, struct span word)
{
    char *room = bytes_room(term, word.length);

    for (size_t i = 0; i < word.length; i++) {
        unsigned char byte = (unsigned char)word.bytes[i];
        bool is_upper = (unsigned char)(byte - 'A') < 26;

        room[i] = (char)(byte | (is_upper ? 0x20 : 0));
    }
    bytes_grown(term, word.length);
}

void tokens_fold(struct bytes *term, struct span word)
{
    bytes_clear(term);
    if (utf8_ascii_length(word) == word.length)
        fold_ascii(term, word);
    else if (fold_points(term, word))
        fold_composing(term, word);
}
