#include "corpus/voices/kinds.h"

enum {
    FRAGMENT_MIN = 2, /* words of a fragment that need no cue beside it */
    LOOSE_MIN = 4,    /* words of a fragment in a sentence without a cue */
    SENTENCE_MIN = 3, /* words of a sentence without a cue */
    TITLE_MAX = 8,    /* words of a title */
    CUE_BESIDE = 6,   /* words between a cue and a short fragment */
    SAID_WITHIN = 3,  /* words behind a comma in which the verb of saying comes */
    TERM_MAX = 6,     /* words of a term: the "build it and they will come" approach */
    SMALL_WORD = 3    /* letters of a word that titles write small */
};

/* What a stretch looks like from outside its context. */
struct look {
    uint32_t words;
    bool capital;  /* starts with a capital */
    bool closed;   /* its last mark inside is , . ! ? or … */
    bool stopped;  /* and is no comma; or a stop stands just behind it */
    bool asks;     /* its last mark inside is a question mark */
    bool cries;    /* it is one, or an exclamation mark */
    bool title;    /* all words but small ones have capitals */
    bool said;     /* a comma and a verb of saying follow it */
    bool beside;   /* a comma or colon stands before it, or it closes with one before a cue */
    bool parted;   /* a comma stands behind it */
    bool sentence; /* starts its sentence */
    bool strong;   /* a verb of saying stands beside it */
    bool spoken;   /* with a subject that may speak */
};

/* True where a comma and soon a verb of saying stand behind: "Fine", he said. */
static bool is_said(const struct passage *passage, const struct marked *marked)
{
    uint32_t from = marked->outer_end + 1;

    if (passage->words[marked->outer_end].mark != ',')
        return false;
    if (from < passage->count && passage_is_dash(passage, from))
        from++; /* », — с улыбкой сказал он" */
    for (uint32_t i = from; i < passage->count && i < from + SAID_WITHIN; i++) {
        if (passage->words[i].cue != PASSAGE_NONE)
            return passage_has(passage, i, LEXICON_STRONG | LEXICON_LONGER) &&
                   !passage_has(passage, i, LEXICON_PARTICIPLE);
        if (passage->words[i].mark)
            return false;
    }
    return false;
}

static struct look look_at(const struct passage *passage, const struct marked *marked)
{
    struct look look = {.title = true};
    uint32_t last = passage->words[marked->end - 1].mark;
    uint32_t behind = passage->words[marked->outer_end].mark;
    uint32_t before = marked->outer_first ? passage->words[marked->outer_first - 1].mark : 0;

    for (uint32_t i = marked->first; i < marked->end; i++) {
        const struct passage_word *word = &passage->words[i];

        if (!(word->shape & (SHAPE_WORD | SHAPE_NUMBER)))
            continue;
        look.capital |= !look.words && word->shape & SHAPE_CAPITAL;
        look.words++;
        if (word->shape & SHAPE_WORD && !(word->shape & SHAPE_CAPITAL) &&
            (look.words == 1 ||
             (word->end - word->start > SMALL_WORD && !(word->is & LEXICON_PREPOSITION))))
            look.title = false;
    }
    look.closed = last == ',' || passage_ends_sentence(last);
    look.asks = last == '?';
    look.cries = look.asks || last == '!';
    look.stopped = passage_ends_sentence(last) || passage_ends_sentence(behind);
    look.said = is_said(passage, marked);
    look.parted = behind == ',';
    look.beside = before == ',' || before == ':';
    look.sentence = passage_shaped(passage, marked->outer_first, SHAPE_SENTENCE) ||
                    passage_shaped(passage, marked->first, SHAPE_SENTENCE);
    return look;
}

/* True where a word such as "called" or "film", and perhaps an article, stands before the opener.
 */
static bool is_named(const struct passage *passage, const struct marked *marked)
{
    uint32_t before = marked->outer_first;

    before -= before &&
              (passage->words[before - 1].mark == ',' || passage->words[before - 1].mark == ':' ||
               passage_has(passage, before - 1, LEXICON_ARTICLE));
    return before && passage_has(passage, before - 1, LEXICON_NAMING);
}

static bool by_clause(enum attribution_rule rule)
{
    return candidates_rule_is_behind(rule) || rule == RULE_BEFORE_CUE ||
           rule == RULE_BEFORE_INVERTED || rule == RULE_COLON || rule == RULE_COLON_SENTENCE ||
           rule == RULE_PARAGRAPH_COLON || rule == RULE_DASH_NAME || rule == RULE_SOURCE;
}

static bool in_clause(enum attribution_rule rule)
{
    return by_clause(rule) || rule == RULE_SENTENCE || rule == RULE_SENTENCE_AFTER;
}

static bool cue_beside(const struct attribution_article *article, const struct marked *marked,
                       const struct attribution *who)
{
    const struct cue *cue = who->cue == PASSAGE_NONE ? NULL : &article->cues->items[who->cue];

    if (!cue)
        return false;
    if (cue->end <= marked->outer_first)
        return marked->outer_first - cue->end <= CUE_BESIDE;
    return cue->first >= marked->outer_end && cue->first - marked->outer_end <= CUE_BESIDE;
}

/* Speech that its cue governs: direct where it is a clause of its own, else a fragment. */
static enum quote_kind governed(const struct look *look, enum attribution_rule rule)
{
    if (candidates_rule_is_behind(rule) && (look->closed || look->capital))
        return QUOTE_DIRECT;
    if (look->beside && (look->capital || look->closed))
        return QUOTE_DIRECT;
    if (rule == RULE_SOURCE && look->parted && look->capital && look->sentence)
        return QUOTE_DIRECT; /* "We won", according to */
    return look->capital && look->closed ? QUOTE_DIRECT : QUOTE_MIXED;
}

/* True where the cue's subject is "you", "we" or not understood: "ask yourself", "you may say". */
static bool is_anybody(const struct attribution_article *article, const struct attribution *who)
{
    return who->mention == PASSAGE_NONE ||
           article->mentions->items[who->mention].is & LEXICON_FIRST;
}

/* True for a title, a nickname, a name in marks: "Interaction", the film "Avatar". */
static bool is_title(const struct passage *passage, const struct marked *marked,
                     const struct look *look, enum attribution_rule rule)
{
    if (look->words > TITLE_MAX)
        return false;
    if (look->title && !look->closed &&
        !(by_clause(rule) && (look->beside || look->said) && look->words > 1))
        return true;
    if (look->title && look->closed && !lexicon_nouns_have_capitals(passage->lexicon) &&
        !look->cries && !look->sentence && !(look->strong && look->beside) && !look->said)
        return true;
    return is_named(passage, marked) && !look->beside && !look->sentence;
}

/* True for a question given as an example: the question is: "Who reads this?" */
static bool is_example(const struct passage *passage, const struct marked *marked,
                       const struct look *look)
{
    return look->asks && !look->spoken && is_named(passage, marked);
}

/* True for a term: the "why" question, a "no wrong door" approach. */
static bool is_term(const struct passage *passage, const struct marked *marked,
                    const struct look *look)
{
    uint32_t before = marked->outer_first;
    uint32_t behind = marked->outer_end;

    return look->words <= TERM_MAX && !lexicon_nouns_have_capitals(passage->lexicon) &&
           !look->closed && !look->spoken && before &&
           passage_has(passage, before - 1, LEXICON_ARTICLE) && passage_follows(passage, behind) &&
           passage_shaped(passage, behind, SHAPE_WORD) &&
           passage->words[behind].cue == PASSAGE_NONE &&
           !passage_has(passage, behind, LEXICON_PLAIN);
}

/* Where compounds are one word, a fragment has fewer words. */
static uint32_t loose_min(const struct passage *passage)
{
    return lexicon_nouns_have_capitals(passage->lexicon) ? LOOSE_MIN - 1 : LOOSE_MIN;
}

/* True for a title, a term, an example, and a few words of which "you" or "we" are the subject. */
static bool is_no_speech(const struct attribution_article *article, const struct marked *marked,
                         const struct look *look, const struct attribution *who)
{
    const struct passage *passage = article->passage;

    if (is_title(passage, marked, look, who->rule) || is_term(passage, marked, look) ||
        is_example(passage, marked, look))
        return true;
    return look->words < LOOSE_MIN && !(look->capital && look->closed) && in_clause(who->rule) &&
           who->mention != PASSAGE_NONE && is_anybody(article, who);
}

/* Judges what no clause with a cue governs, by its looks. */
static bool judge_alone(enum quote_kind *kind, const struct look *look, uint32_t fragment_min)
{
    if (look->said && look->capital && look->words > 1)
        return true;
    if ((look->sentence || look->beside) && look->capital && (look->closed || look->stopped))
        return look->words >= SENTENCE_MIN || look->stopped;
    *kind = QUOTE_MIXED;
    return look->words >= fragment_min;
}

bool kinds_judge(enum quote_kind *kind, const struct attribution_article *article,
                 const struct marked *marked, const struct attribution *who)
{
    const struct passage *passage = article->passage;
    bool beside = cue_beside(article, marked, who), enough;
    struct look look;

    *kind = QUOTE_DIRECT;
    if (marked->by == MARKED_DASH || marked->by == MARKED_CLOSER || marked->continues)
        return true;
    look = look_at(passage, marked);
    look.strong = beside && article->cues->items[who->cue].is & LEXICON_STRONG;
    look.spoken = look.strong && !is_anybody(article, who);
    if (is_no_speech(article, marked, &look, who))
        return false;
    enough = look.words >= FRAGMENT_MIN || beside || look.closed;
    if (by_clause(who->rule) && enough) {
        *kind = governed(&look, who->rule);
        return true;
    }
    if (in_clause(who->rule)) {
        *kind = look.capital && look.stopped && look.sentence ? QUOTE_DIRECT : QUOTE_MIXED;
        return enough;
    }
    return judge_alone(kind, &look, who->mention == PASSAGE_NONE ? UINT32_MAX : loose_min(passage));
}
