#include "corpus/text/ascii.h"

struct ascii_block ascii_plain(const char *bytes)
{
    struct ascii_block block = {0};

    for (size_t i = 0; i < ASCII_BLOCK; i++) {
        unsigned char byte = (unsigned char)bytes[i];

        block.letters |= (uint64_t)((unsigned char)((byte | 0x20) - 'a') < 26) << i;
        block.digits |= (uint64_t)((unsigned char)(byte - '0') < 10) << i;
        block.spaces |= (uint64_t)(byte <= ' ' || byte == 0x7F) << i;
        block.wide |= (uint64_t)(byte >= 0x80) << i;
    }
    return block;
}

#ifdef __x86_64__

#include <immintrin.h>

/*
 * Both versions compare as unsigned numbers by the identity
 * x <= limit  <=>  min(x, limit) == x.
 */

static uint64_t at_most_16(__m128i bytes, char limit)
{
    return (uint32_t)_mm_movemask_epi8(
        _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(limit)), bytes));
}

static struct ascii_block classify_16(const char *bytes)
{
    struct ascii_block block = {0};

    for (unsigned at = 0; at < ASCII_BLOCK; at += 16) {
        __m128i piece = _mm_loadu_si128((const __m128i *)(const void *)(bytes + at));
        __m128i lower = _mm_sub_epi8(_mm_or_si128(piece, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
        __m128i digit = _mm_sub_epi8(piece, _mm_set1_epi8('0'));
        __m128i rubout = _mm_cmpeq_epi8(piece, _mm_set1_epi8(0x7F));

        block.letters |= at_most_16(lower, 25) << at;
        block.digits |= at_most_16(digit, 9) << at;
        block.spaces |= (at_most_16(piece, ' ') | (uint32_t)_mm_movemask_epi8(rubout)) << at;
        block.wide |= (uint64_t)(uint32_t)_mm_movemask_epi8(piece) << at;
    }
    return block;
}

__attribute__((target("avx2"))) static uint64_t at_most_32(__m256i bytes, char limit)
{
    return (uint32_t)_mm256_movemask_epi8(
        _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(limit)), bytes));
}

__attribute__((target("avx2"))) static struct ascii_block classify_32(const char *bytes)
{
    struct ascii_block block = {0};

    for (unsigned at = 0; at < ASCII_BLOCK; at += 32) {
        __m256i piece = _mm256_loadu_si256((const __m256i *)(const void *)(bytes + at));
        __m256i lower =
            _mm256_sub_epi8(_mm256_or_si256(piece, _mm256_set1_epi8(0x20)), _mm256_set1_epi8('a'));
        __m256i digit = _mm256_sub_epi8(piece, _mm256_set1_epi8('0'));
        __m256i rubout = _mm256_cmpeq_epi8(piece, _mm256_set1_epi8(0x7F));

        block.letters |= at_most_32(lower, 25) << at;
        block.digits |= at_most_32(digit, 9) << at;
        block.spaces |= (at_most_32(piece, ' ') | (uint32_t)_mm256_movemask_epi8(rubout)) << at;
        block.wide |= (uint64_t)(uint32_t)_mm256_movemask_epi8(piece) << at;
    }
    return block;
}

size_t ascii_all(ascii_classifier *all[static ASCII_CLASSIFIERS])
{
    size_t count = 0;

    all[count++] = ascii_plain;
    all[count++] = classify_16;
    if (__builtin_cpu_supports("avx2"))
        all[count++] = classify_32;
    return count;
}

ascii_classifier *ascii_best(void)
{
    return __builtin_cpu_supports("avx2") ? classify_32 : classify_16;
}

#else

size_t ascii_all(ascii_classifier *all[static ASCII_CLASSIFIERS])
{
    all[0] = ascii_plain;
    return 1;
}

ascii_classifier *ascii_best(void)
{
    return ascii_plain;
}

#endif

/* Fewer than ASCII_BLOCK bytes. */
static struct ascii_block classify_end(ascii_classifier *classify, struct span end)
{
    char bytes[ASCII_BLOCK] = {0};

    memcpy(bytes, end.bytes, end.length);
    return classify(bytes);
}

struct ascii_block ascii_at(ascii_classifier *classify, struct span text, size_t at)
{
    return text.length - at < ASCII_BLOCK ? classify_end(classify, span_cut(text, at, text.length))
                                          : classify(text.bytes + at);
}
