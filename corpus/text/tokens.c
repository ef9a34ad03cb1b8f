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

/* Room for `count` more tokens. */
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

/* --- one piece after the other: any text ------------------------------------------ */

/* Cuts the piece at `at` and what joins it; returns where the next begins, `at` for no UTF-8. */
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

/* Cuts all that begins before `end`; false, and `*at` the place, where bytes are no UTF-8. */
static bool cut_pieces(struct token_list *list, struct span text, size_t *at, size_t end)
{
    while (*at < end && *at < text.length) {
        size_t next = cut_at(list, text, *at);

        if (next == *at)
            return false;
        *at = next;
    }
    return true;
}

/* --- a block at a time: ASCII, and the letters and marks of most other scripts ------- */

/*
 * Bits for the characters of ASCII_BLOCK bytes, of which those from `known` on
 * say nothing: one that needs the rules for any text, or is cut off, is there.
 */
struct block {
    uint64_t letters, digits;  /* all their bytes */
    uint64_t marks, mark_ends; /* the first and last bytes of tokens of one character */
    uint64_t joiners;          /* first bytes of apostrophes and hyphens past ASCII */
    unsigned known;
    bool needs_pieces; /* what stands at `known` has rules of its own */
};

/* How many bytes behind a word decide where it ends: a mark's that joins, and the next one's. */
enum { JOINER_WIDTH = 3, REACH = JOINER_WIDTH + 4 };

/* The block's characters of ASCII. */
static struct block block_of(struct ascii_block ascii)
{
    uint64_t marks = ~(ascii.letters | ascii.digits | ascii.spaces | ascii.wide);

    return (struct block){.letters = ascii.letters,
                          .digits = ascii.digits,
                          .marks = marks,
                          .mark_ends = marks,
                          .known = ASCII_BLOCK};
}

/* Ends what is known of the block at the character that begins at `bit`. */
static void end_at(struct block *block, unsigned bit, bool needs_pieces)
{
    block->marks |= UINT64_C(1) << bit;
    block->known = bit;
    block->needs_pieces = needs_pieces;
}

/* Adds a character past ASCII that lies within the block. */
static void add_wide(struct block *block, unsigned bit, struct utf8_point point)
{
    uint64_t first = UINT64_C(1) << bit;
    uint64_t last = first << (point.width - 1);
    enum word_class class = unicode_word_class(point.code);
    bool may_join = class == WORD_CLASS_APOSTROPHE || class == WORD_CLASS_HYPHEN;

    if (class == WORD_CLASS_LETTER) {
        block->letters |= 2 * last - first;
    } else if (class == WORD_CLASS_MARK || may_join) {
        block->marks |= first;
        block->mark_ends |= last;
        block->joiners |= may_join ? first : 0;
    } else if (class != WORD_CLASS_SPACE) {
        end_at(block, bit, true);
    }
}

/* Adds the characters past ASCII; false, and the place `known`, where bytes are no UTF-8. */
static bool add_all_wide(struct block *block, struct span text, size_t at, uint64_t wide)
{
    while (wide && !block->needs_pieces) {
        unsigned bit = (unsigned)__builtin_ctzll(wide);
        struct utf8_point point = utf8_at(text, at + bit);
        unsigned end = bit + point.width;

        if (!point.width || end > ASCII_BLOCK) {
            end_at(block, bit, false);
            return point.width > 0;
        }
        add_wide(block, bit, point);
        wide &= ~UINT64_C(0) << (end - 1) << 1;
    }
    return true;
}

/* Makes the marks that join their neighbours part of these; returns the bytes of all runs. */
static uint64_t join(struct block *block, struct span text, size_t at)
{
    uint64_t runs = block->letters | block->digits;
    uint64_t behind = runs << 1;
    uint64_t joined = 0;

    for (uint64_t left =
             (block->marks & behind & runs >> 1) | (block->joiners & behind & runs >> JOINER_WIDTH);
         left; left &= left - 1) {
        unsigned bit = (unsigned)__builtin_ctzll(left);
        struct piece mark = piece_at(text, at + bit);
        bool after_letter = block->letters >> (bit - 1) & 1;
        bool before_letter = block->letters >> (bit + mark.width) & 1;

        if (bridges(after_letter ? WORD_CLASS_LETTER : WORD_CLASS_DIGIT, mark.class,
                    before_letter ? WORD_CLASS_LETTER : WORD_CLASS_DIGIT))
            joined |= ((UINT64_C(1) << mark.width) - 1) << bit;
    }
    block->marks &= ~joined;
    block->mark_ends &= ~joined;
    return runs | joined;
}

/* Adds the tokens that surely end in the block; returns where the next begins, or its end. */
static unsigned cut_block(struct token_list *list, struct span text, size_t at, struct block *block)
{
    uint64_t runs = join(block, text, at);
    uint64_t firsts = (runs & ~(runs << 1)) | block->marks;
    uint64_t lasts = (runs & ~(runs >> 1)) | block->mark_ends;
    unsigned sure = block->known > REACH ? block->known - REACH : 0;
    struct token *token = room_for(list, ASCII_BLOCK);

    for (lasts &= (UINT64_C(1) << sure) - 1; lasts; lasts &= lasts - 1) {
        unsigned first = (unsigned)__builtin_ctzll(firsts);
        unsigned length = (unsigned)__builtin_ctzll(lasts) - first + 1;
        bool has_letter = block->letters >> first & ((UINT64_C(2) << (length - 1)) - 1);
        enum token_kind other = runs >> first & 1 ? TOKEN_NUMBER : TOKEN_MARK;

        *token++ = (struct token){(uint32_t)at + first, length, has_letter ? TOKEN_WORD : other};
        firsts &= firsts - 1;
    }
    list->count = (size_t)(token - list->items);
    return firsts ? (unsigned)__builtin_ctzll(firsts) : ASCII_BLOCK;
}

/* Cuts the text as far as it is UTF-8; returns how many bytes that are. */
static size_t cut(struct token_list *list, struct span text)
{
    ascii_classifier *classify = ascii_best();
    size_t at = 0;

    while (at < text.length) {
        struct ascii_block ascii = ascii_at(classify, text, at);
        struct block block = block_of(ascii);
        size_t end = at + ASCII_BLOCK;
        unsigned next;

        if (!add_all_wide(&block, text, at, ascii.wide))
            return at + block.known;
        next = cut_block(list, text, at, &block);
        /* A word as long as the block is cut by the rules for any text, too. */
        if (next == 0 || block.needs_pieces) {
            at += next;
            if (!cut_pieces(list, text, &at, block.needs_pieces ? end : at + 1))
                return at;
        } else {
            at += next;
        }
    }
    return text.length;
}

bool tokens_cut(struct token_list *list, struct span text, struct fault *fault)
{
    size_t valid;

    list->count = 0;
    if (text.length > TOKENS_TEXT_MAX)
        return fault_set(fault, FAULT_LIMIT, "the text has %zu bytes, more than %d", text.length,
                         TOKENS_TEXT_MAX);
    valid = cut(list, text);
    if (valid == text.length)
        return true;
    list->count = 0;
    return fault_set(fault, FAULT_INPUT, "the text is not UTF-8 at byte %zu", valid);
}

size_t tokens_from(const struct token_list *list, size_t from, size_t at)
{
    size_t end = list->count;

    while (from < end) {
        size_t middle = (from + end) / 2;

        if (list->items[middle].start < at)
            from = middle + 1;
        else
            end = middle;
    }
    return from;
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
