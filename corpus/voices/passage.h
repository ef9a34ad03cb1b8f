/*
 * A passage: an article's tokens with what the lexicon says of each, cut into
 * paragraphs and sentences. All of voices/ works on this one array; later
 * stages fill in which quotation, cue and mention a word belongs to.
 *
 *     struct passage passage = PASSAGE_EMPTY;
 *
 *     passage_read(&passage, text, &tokens, &words, lexicon_of(span_of("en")));
 *     if (passage.words[i].is & LEXICON_STRONG)
 *         ...
 *     passage_release(&passage);
 *
 * A paragraph is a line of the text. A sentence ends at . ? ! or … with what
 * closes behind it, where no small letter follows; not after an initial or an
 * abbreviated title. One word of nothing stands behind the last, so that
 * words[i + 1] may be looked at.
 */
#ifndef CORPUS_VOICES_PASSAGE_H
#define CORPUS_VOICES_PASSAGE_H

#include "corpus/base/span.h"
#include "corpus/text/utf8.h"
#include "corpus/text/words.h"
#include "corpus/voices/answers.h"
#include "corpus/voices/smallwords.h"

#include <stdint.h>

#define PASSAGE_NONE UINT32_MAX

struct passage_word {
    uint32_t start, end; /* bytes of the text */
    uint32_t name_end;   /* end without a possessive 's */
    uint32_t is;         /* LEXICON_ bits of its folded form */
    uint32_t mark;       /* the code point of a mark, else 0 */
    uint32_t shape;      /* SHAPE_ bits */
    uint32_t paragraph, sentence;
    uint32_t quote, cue, mention; /* index into the lists of later stages, or PASSAGE_NONE */
};

struct passage_paragraph {
    uint32_t first, end;            /* words; end is past the last; never empty */
    uint32_t first_mark, marks_end; /* the marks among them, in the passage's list */
};

struct passage {
    struct span text;
    const struct lexicon *lexicon;
    const struct words *vocabulary; /* has read this text last: words_number() is by word */
    struct passage_word *words;     /* count, and one of nothing behind them */
    struct passage_paragraph *paragraphs;
    uint32_t *marks;     /* the words that are marks, rising */
    uint32_t *sentences; /* the first word of each, and the count of words behind the last */
    size_t count, capacity;
    size_t mark_count, mark_capacity;
    size_t sentence_count, sentence_capacity;
    size_t paragraph_count, paragraph_capacity;
    struct answers answers;
    struct smallwords small;
};

#define PASSAGE_EMPTY ((struct passage){0})

/*
 * Replaces what the passage held; `text` must outlive it. `words` has read
 * these tokens last, and is always the same for this passage.
 */
void passage_read(struct passage *passage, struct span text, const struct token_list *tokens,
                  const struct words *words, const struct lexicon *lexicon);

/* The first word of the sentence that `word` is in. */
static inline uint32_t passage_sentence_start(const struct passage *passage, uint32_t word)
{
    return passage->sentences[passage->words[word].sentence];
}

/* The first word of the sentence behind that of `word`; `end` where it is the last before that. */
static inline uint32_t passage_next_sentence(const struct passage *passage, uint32_t word,
                                             uint32_t end)
{
    uint32_t next = passage->sentences[passage->words[word].sentence + 1];

    return next < end ? next : end;
}

/* The text from word `first` up to word `end`, as it stands there. */
struct span passage_text(const struct passage *passage, uint32_t first, uint32_t end);

/* The text of one word, with its possessive 's. */
static inline struct span passage_word_text(const struct passage *passage, uint32_t word)
{
    return span_cut(passage->text, passage->words[word].start, passage->words[word].end);
}

/* True for the first word of a paragraph. */
static inline bool passage_starts_paragraph(const struct passage *passage, uint32_t word)
{
    return passage->paragraphs[passage->words[word].paragraph].first == word;
}

static inline bool passage_has(const struct passage *passage, uint32_t word, uint32_t is)
{
    return (passage->words[word].is & is) != 0;
}

static inline bool passage_shaped(const struct passage *passage, uint32_t word, uint32_t shape)
{
    return (passage->words[word].shape & shape) != 0;
}

/* True where the word has the job, as it stands there. */
static inline bool passage_serves(const struct passage *passage, uint32_t word,
                                  enum grammar_job job)
{
    return grammar_is(lexicon_grammar(passage->lexicon), job, passage_word_text(passage, word));
}

/* True where the word has an ending of the job. */
static inline bool passage_ends_as(const struct passage *passage, uint32_t word,
                                   enum grammar_job job)
{
    return grammar_ends(lexicon_grammar(passage->lexicon), job, passage_word_text(passage, word));
}

/* True for a word that the text has in small letters, here or elsewhere. */
static inline bool passage_has_small(const struct passage *passage, uint32_t word)
{
    return passage_shaped(passage, word, SHAPE_WORD) &&
           smallwords_has(&passage->small, words_number(passage->vocabulary, word));
}

/* The word, folded; empty for numbers and marks. */
static inline struct span passage_term(const struct passage *passage, uint32_t word)
{
    return passage_shaped(passage, word, SHAPE_WORD)
               ? words_term(passage->vocabulary, words_number(passage->vocabulary, word))
               : SPAN_EMPTY;
}

/* True for a word of the text that no quotation holds. */
static inline bool passage_outside(const struct passage *passage, uint32_t word)
{
    return word < passage->count && passage->words[word].quote == PASSAGE_NONE;
}

/* True where the word, outside quotations, follows the one before it with no mark between. */
static inline bool passage_follows(const struct passage *passage, uint32_t word)
{
    return passage_outside(passage, word) && !passage->words[word].mark &&
           passage->words[word].paragraph == passage->words[word - 1].paragraph;
}

/* True where only marks outside quotations, no words, stand in words `from` to `end`. */
static inline bool passage_only_marks(const struct passage *passage, uint32_t from, uint32_t end)
{
    while (from < end && passage->words[from].mark && passage->words[from].quote == PASSAGE_NONE)
        from++;
    return from >= end;
}

/* True for a single capital letter. */
static inline bool passage_is_initial(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];

    return here->shape & SHAPE_CAPITAL &&
           utf8_at(passage->text, here->start).width == here->end - here->start;
}

/* True for — – ― and for - with a blank behind it. */
static inline bool passage_is_dash(const struct passage *passage, uint32_t word)
{
    uint32_t mark = passage->words[word].mark;

    if (mark == '-')
        return passage_shaped(passage, word + 1, SHAPE_BLANK_BEFORE) ||
               passage->words[word + 1].mark == '-';
    return mark >= 0x2013 && mark <= 0x2015;
}

/* True for . ? ! and …. */
static inline bool passage_ends_sentence(uint32_t mark)
{
    return mark == '.' || mark == '?' || mark == '!' || mark == 0x2026;
}

void passage_release(struct passage *passage);

#endif
