#include "analysis/dictionary/wildcards.h"

#include "corpus/base/bytes.h"

static bool is_wildcard(char byte)
{
    return byte == '*' || byte == '?';
}

/* Bytes of the letter at `at`. */
static size_t letter_length(struct span word, size_t at)
{
    size_t end = at + 1;

    while (end < word.length && ((unsigned char)word.bytes[end] & 0xC0) == 0x80)
        end++;
    return end - at;
}

/* Where it does not fit on, the last `*` takes one letter more: earlier ones need not change. */
bool wildcards_fit(struct span pattern, struct span word)
{
    size_t p = 0, w = 0, star = 0, taken = 0;
    bool has_star = false;

    while (w < word.length) {
        if (p < pattern.length && pattern.bytes[p] == '*') {
            has_star = true;
            star = p++;
            taken = w;
        } else if (p < pattern.length && pattern.bytes[p] == '?') {
            p++;
            w += letter_length(word, w);
        } else if (p < pattern.length && pattern.bytes[p] == word.bytes[w]) {
            p++;
            w++;
        } else if (has_star) {
            taken += letter_length(word, taken);
            w = taken;
            p = star + 1;
        } else {
            return false;
        }
    }
    while (p < pattern.length && pattern.bytes[p] == '*')
        p++;
    return p == pattern.length;
}

bool wildcards_cut(struct token_list *tokens, struct span written, const char *wildcards,
                   struct fault *fault)
{
    struct bytes letters = BYTES_EMPTY;
    bool done;

    bytes_add(&letters, written);
    for (size_t i = 0; i < letters.count; i++) {
        if (letters.items[i] && strchr(wildcards, letters.items[i]))
            letters.items[i] = 'x'; /* one byte too, so places are the pattern's */
    }
    done = tokens_cut(tokens, bytes_span(&letters), fault);
    bytes_release(&letters);
    return done;
}

/* The longest run of letters between wildcards. */
static struct span longest_run(struct span pattern)
{
    struct span longest = SPAN_EMPTY;

    for (size_t at = 0; at < pattern.length; at++) {
        size_t end = at;

        while (end < pattern.length && !is_wildcard(pattern.bytes[end]))
            end++;
        if (end - at > longest.length)
            longest = span_cut(pattern, at, end);
        at = end;
    }
    return longest;
}

enum wildcards_hold wildcards_hold(struct span *letters, struct span pattern)
{
    size_t start = 0, end = pattern.length;

    while (start < pattern.length && !is_wildcard(pattern.bytes[start]))
        start++;
    while (end > start && !is_wildcard(pattern.bytes[end - 1]))
        end--;
    *letters = span_cut(pattern, 0, start);
    if (start == pattern.length)
        return WILDCARDS_WHOLE;
    if (start)
        return WILDCARDS_START;
    *letters = span_cut(pattern, end, pattern.length);
    if (letters->length)
        return WILDCARDS_END;
    *letters = longest_run(pattern);
    return letters->length ? WILDCARDS_INSIDE : WILDCARDS_NONE;
}
