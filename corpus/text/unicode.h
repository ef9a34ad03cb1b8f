/*
 * What Unicode says of a code point: the only door to ICU.
 *
 *     enum word_class class = unicode_word_class(point.code);
 *     uint32_t small = unicode_fold(point.code);
 *
 * Classes, folds and letters' scripts of the first plane are read once from ICU into a table
 * when the first thread asks (pthread_once), and never change afterwards:
 * that cache is the module's only state. Codes past U+10FFFF are marks that
 * fold to themselves.
 */
#ifndef CORPUS_TEXT_UNICODE_H
#define CORPUS_TEXT_UNICODE_H

#include "corpus/base/bytes.h"
#include "corpus/base/span.h"

#include <stdint.h>

/* What a code point does to words: UAX #29's classes, by tokens.h's rule. */
enum word_class {
    WORD_CLASS_MARK,       /* everything else */
    WORD_CLASS_SPACE,      /* white space, controls, format controls that part words */
    WORD_CLASS_LETTER,     /* ALetter */
    WORD_CLASS_HEBREW,     /* Hebrew_Letter */
    WORD_CLASS_DIGIT,      /* Numeric */
    WORD_CLASS_KATAKANA,   /* Katakana */
    WORD_CLASS_ALONE,      /* a letter that is a word by itself: Han, hiragana, Thai, ... */
    WORD_CLASS_EXTEND,     /* Extend, Format, ZWJ: belongs to what stands before it */
    WORD_CLASS_APOSTROPHE, /* ' and U+2018, U+2019, U+FF07 */
    WORD_CLASS_HYPHEN,     /* - and U+2010, U+2011 */
    WORD_CLASS_MID_LETTER, /* MidLetter but the colons: the middle dot, gershayim, ... */
    WORD_CLASS_MID_NUMBER, /* MidNum and the full stops: between digits only */
    WORD_CLASS_DOUBLE_QUOTE,
};

enum script {
    SCRIPT_COMMON, /* digits, punctuation, marks, symbols: no script of their own */
    SCRIPT_LATIN,
    SCRIPT_CYRILLIC,
    SCRIPT_GREEK,
    SCRIPT_ARMENIAN,
    SCRIPT_HEBREW,
    SCRIPT_ARABIC,
    SCRIPT_DEVANAGARI,
    SCRIPT_BENGALI,
    SCRIPT_THAI,
    SCRIPT_GEORGIAN,
    SCRIPT_HANGUL,
    SCRIPT_KANA, /* hiragana and katakana */
    SCRIPT_HAN,
    SCRIPT_OTHER, /* any other script */
    SCRIPTS
};

enum word_class unicode_word_class(uint32_t code);

/* Simple case folding (statuses C and S of CaseFolding.txt). */
uint32_t unicode_fold(uint32_t code);

/* Whether this is a code of ISO 639 that Unicode's locales know: "en", "haw", "und". */
bool unicode_has_language(struct span code);

/* False where a text of such code points alone is in NFC for certain. */
bool unicode_may_compose(uint32_t code);

/* True for a format control or variation selector that is not seen. */
bool unicode_is_ignorable(uint32_t code);

bool unicode_is_letter(uint32_t code); /* general category L */
bool unicode_is_upper(uint32_t code);  /* upper or title case */
bool unicode_is_lower(uint32_t code);
bool unicode_is_digit(uint32_t code); /* general category Nd */
bool unicode_is_space(uint32_t code); /* White_Space */

enum script unicode_script(uint32_t code);

/* A letter's script; SCRIPT_COMMON for what is no letter. */
enum script unicode_letter_script(uint32_t code);

/*
 * The letter under the accents: the first code point of the canonical
 * decomposition where only accents follow it, else `code` itself; 0 for an
 * accent alone (a nonspacing mark).
 */
uint32_t unicode_base(uint32_t code);

/* Adds `text`, which is UTF-8, to `normal` in normalisation form C. */
void unicode_nfc(struct bytes *normal, struct span text);

#endif
