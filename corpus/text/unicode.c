#include "corpus/text/unicode.h"

#include "corpus/base/memory.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

enum { PLANE = 0x10000, CLASS_BITS = 0x0F, MAY_COMPOSE = 0x10, IGNORABLE = 0x20 };

/* What is known of a code point: where its parts begin, and a bit that all have. */
enum { FOLD_AT = 0, TRAITS_AT = 16, SCRIPT_AT = 24, KNOWN = 1 << 30 };

_Static_assert(SCRIPTS <= 1 << (30 - SCRIPT_AT), "a script has its bits");

/*
 * Of the first plane, read from ICU where it is first asked for; 0 until then. Simple folding
 * keeps the plane within itself. Threads that ask at once write the same.
 */
static _Atomic uint32_t learnt[PLANE];

/* Code points whose class differs from UAX #29's; tokens.h states each. */
static const struct stated {
    uint32_t code;
    enum word_class class;
} stated[] = {
    {'-', WORD_CLASS_HYPHEN},        {0x2010, WORD_CLASS_HYPHEN},
    {0x2011, WORD_CLASS_HYPHEN},     {'\'', WORD_CLASS_APOSTROPHE},
    {0x2018, WORD_CLASS_APOSTROPHE}, {0x2019, WORD_CLASS_APOSTROPHE},
    {0xFF07, WORD_CLASS_APOSTROPHE}, {':', WORD_CLASS_MARK},
    {0xFE13, WORD_CLASS_MARK},       {0xFE55, WORD_CLASS_MARK},
    {0xFF1A, WORD_CLASS_MARK},       {'.', WORD_CLASS_MID_NUMBER},
    {0x2024, WORD_CLASS_MID_NUMBER}, {0xFE52, WORD_CLASS_MID_NUMBER},
    {0xFF0E, WORD_CLASS_MID_NUMBER},
};

/* What UAX #29 calls Other: spaces, letters that stand alone, marks. */
static enum word_class class_of_other(UChar32 code)
{
    int8_t category = u_charType(code);

    if (u_isUWhiteSpace(code) || category == U_CONTROL_CHAR || category == U_FORMAT_CHAR)
        return WORD_CLASS_SPACE;
    if (u_isalpha(code) || category == U_LETTER_NUMBER)
        return WORD_CLASS_ALONE;
    return WORD_CLASS_MARK;
}

static enum word_class class_from_icu(UChar32 code)
{
    static const struct {
        UWordBreakValues value;
        enum word_class class;
    } classes[] = {
        {U_WB_ALETTER, WORD_CLASS_LETTER},    {U_WB_HEBREW_LETTER, WORD_CLASS_HEBREW},
        {U_WB_NUMERIC, WORD_CLASS_DIGIT},     {U_WB_KATAKANA, WORD_CLASS_KATAKANA},
        {U_WB_EXTEND, WORD_CLASS_EXTEND},     {U_WB_FORMAT, WORD_CLASS_EXTEND},
        {U_WB_ZWJ, WORD_CLASS_EXTEND},        {U_WB_MIDLETTER, WORD_CLASS_MID_LETTER},
        {U_WB_MIDNUM, WORD_CLASS_MID_NUMBER}, {U_WB_DOUBLE_QUOTE, WORD_CLASS_DOUBLE_QUOTE},
    };
    int32_t value = u_getIntPropertyValue(code, UCHAR_WORD_BREAK);

    for (size_t i = 0; i < sizeof stated / sizeof *stated; i++)
        if (stated[i].code == (uint32_t)code)
            return stated[i].class;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (classes[i].value == (UWordBreakValues)value)
            return classes[i].class;
    return class_of_other(code);
}

static unsigned char traits_from_icu(UChar32 code)
{
    enum word_class class = class_from_icu(code);
    unsigned char traits = (unsigned char)class;

    if (u_getIntPropertyValue(code, UCHAR_NFC_QUICK_CHECK) != UNORM_YES ||
        u_getCombiningClass(code) != 0)
        traits |= MAY_COMPOSE;
    if (class == WORD_CLASS_EXTEND && u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
        traits |= IGNORABLE;
    return traits;
}

static enum script letter_script_from_icu(uint32_t code)
{
    return unicode_is_letter(code) ? unicode_script(code) : SCRIPT_COMMON;
}

static uint32_t learn(uint32_t code)
{
    uint32_t all = (uint32_t)u_foldCase((UChar32)code, U_FOLD_CASE_DEFAULT) << FOLD_AT |
                   (uint32_t)traits_from_icu((UChar32)code) << TRAITS_AT |
                   (uint32_t)letter_script_from_icu(code) << SCRIPT_AT | KNOWN;

    atomic_store_explicit(&learnt[code], all, memory_order_relaxed);
    return all;
}

/* What is known of a code point of the first plane. */
static inline uint32_t known_of(uint32_t code)
{
    uint32_t all = atomic_load_explicit(&learnt[code], memory_order_relaxed);

    return all ? all : learn(code);
}

static unsigned char traits_of(uint32_t code)
{
    return code < PLANE ? (unsigned char)(known_of(code) >> TRAITS_AT)
                        : traits_from_icu((UChar32)code);
}

enum word_class unicode_word_class(uint32_t code)
{
    return (enum word_class)(traits_of(code) & CLASS_BITS);
}

uint32_t unicode_fold(uint32_t code)
{
    return code < PLANE ? known_of(code) >> FOLD_AT & UINT16_MAX
                        : (uint32_t)u_foldCase((UChar32)code, U_FOLD_CASE_DEFAULT);
}

bool unicode_may_compose(uint32_t code)
{
    return (traits_of(code) & MAY_COMPOSE) != 0;
}

bool unicode_is_ignorable(uint32_t code)
{
    return (traits_of(code) & IGNORABLE) != 0;
}

bool unicode_is_letter(uint32_t code)
{
    return u_isalpha((UChar32)code);
}

bool unicode_is_upper(uint32_t code)
{
    return u_isupper((UChar32)code) || u_istitle((UChar32)code);
}

bool unicode_is_lower(uint32_t code)
{
    return u_islower((UChar32)code);
}

bool unicode_is_digit(uint32_t code)
{
    return u_isdigit((UChar32)code);
}

bool unicode_is_space(uint32_t code)
{
    return u_isUWhiteSpace((UChar32)code);
}

enum script unicode_script(uint32_t code)
{
    static const struct {
        UScriptCode code;
        enum script script;
    } scripts[] = {
        {USCRIPT_LATIN, SCRIPT_LATIN},       {USCRIPT_CYRILLIC, SCRIPT_CYRILLIC},
        {USCRIPT_COMMON, SCRIPT_COMMON},     {USCRIPT_INHERITED, SCRIPT_COMMON},
        {USCRIPT_UNKNOWN, SCRIPT_COMMON},    {USCRIPT_GREEK, SCRIPT_GREEK},
        {USCRIPT_ARMENIAN, SCRIPT_ARMENIAN}, {USCRIPT_HEBREW, SCRIPT_HEBREW},
        {USCRIPT_ARABIC, SCRIPT_ARABIC},     {USCRIPT_DEVANAGARI, SCRIPT_DEVANAGARI},
        {USCRIPT_BENGALI, SCRIPT_BENGALI},   {USCRIPT_THAI, SCRIPT_THAI},
        {USCRIPT_GEORGIAN, SCRIPT_GEORGIAN}, {USCRIPT_HANGUL, SCRIPT_HANGUL},
        {USCRIPT_HIRAGANA, SCRIPT_KANA},     {USCRIPT_KATAKANA, SCRIPT_KANA},
        {USCRIPT_HAN, SCRIPT_HAN},
    };
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode found = uscript_getScript((UChar32)code, &error);

    if (U_FAILURE(error))
        return SCRIPT_COMMON;
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (scripts[i].code == found)
            return scripts[i].script;
    return SCRIPT_OTHER;
}

enum script unicode_letter_script(uint32_t code)
{
    return code < PLANE ? (enum script)((known_of(code) & ~(uint32_t)KNOWN) >> SCRIPT_AT)
                        : letter_script_from_icu(code);
}

/* ICU fails here for want of memory alone: sizes fit and the text is UTF-8. */
static void require(UErrorCode error, size_t size)
{
    if (U_FAILURE(error))
        memory_exhausted(size, sizeof(UChar));
}

/* True where nothing but accents stands in units `at` to `units`. */
static bool only_accents(const UChar *wide, int32_t at, int32_t units)
{
    while (at < units) {
        UChar32 mark;

        U16_NEXT(wide, at, units, mark);
        if (u_charType(mark) != U_NON_SPACING_MARK)
            return false;
    }
    return true;
}

uint32_t unicode_base(uint32_t code)
{
    enum { DECOMPOSED_MAX = 18 }; /* UTF-16 units (UAX #15, section 9) */
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = unorm2_getNFDInstance(&error);
    UChar wide[DECOMPOSED_MAX];
    int32_t units, at = 0;
    UChar32 base = (UChar32)code;

    require(error, DECOMPOSED_MAX);
    units = unorm2_getDecomposition(normalizer, base, wide, DECOMPOSED_MAX, &error);
    require(error, DECOMPOSED_MAX);
    if (units > 0)
        U16_NEXT(wide, at, units, base);
    if (!only_accents(wide, at, units)) /* a syllable, not a letter with accents */
        return code;
    return u_charType(base) == U_NON_SPACING_MARK ? 0 : (uint32_t)base;
}

/* Composing never takes more than three UTF-16 units for one (UAX #15, section 9). */
void unicode_nfc(struct bytes *normal, struct span text)
{
    size_t room = text.length + 1;
    UChar *wide = memory_new(room, sizeof *wide);
    UChar *composed = memory_new(3 * room, sizeof *composed);
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = unorm2_getNFCInstance(&error);
    int32_t units = 0;
    int32_t bytes = 0;

    require(error, room);
    (void)u_strFromUTF8(wide, (int32_t)room, &units, text.bytes, (int32_t)text.length, &error);
    require(error, room);
    units = unorm2_normalize(normalizer, wide, units, composed, (int32_t)(3 * room), &error);
    require(error, room);
    (void)u_strToUTF8(bytes_room(normal, 3 * (size_t)units), 3 * units + 1, &bytes, composed, units,
                      &error);
    require(error, room);
    bytes_grown(normal, (size_t)bytes);
    free(composed);
    free(wide);
}

bool unicode_has_language(struct span code)
{
    for (const char *const *known = uloc_getISOLanguages(); *known; known++) {
        if (span_is(code, *known))
            return true;
    }
    return false;
}
