#include "corpus/voices/answers.h"

void answers_begin(struct answers *answers, const struct lexicon *lexicon,
                   const struct words *words)
{
    answers->lexicon = lexicon;
    answers->words = words;
    answers->at = recall_of(&answers->numbers[lexicon_number(lexicon)], words, sizeof *answers->at);
}

static struct answer ask(const struct lexicon *lexicon, struct span term)
{
    uint32_t is = lexicon_find(lexicon, term);
    struct answer answer = {.shape = SHAPE_WORD, .is = is & ~LEXICON_FURTHER};

    if (is & LEXICON_FURTHER)
        answer.shape |= SHAPE_FURTHER;
    if (grammar_starts(lexicon_grammar(lexicon), GRAMMAR_NAME_PREFIX, term))
        answer.shape |= SHAPE_PREFIXED;
    if (answer.is)
        return answer;
    answer.compound = lexicon_find_compound(lexicon, term);
    if (span_ends(term, "'s")) {
        answer.shape |= SHAPE_POSSESSIVE;
        answer.bare =
            lexicon_find(lexicon, span_cut(term, 0, term.length - strlen("'s"))) & ~LEXICON_FURTHER;
    }
    return answer;
}

uint32_t answers_ask(struct answers *answers, uint32_t term)
{
    struct answer answer = ask(answers->lexicon, words_term(answers->words, term));
    uint32_t id =
        table_add(&answers->distinct, (struct span){(const char *)&answer, sizeof answer});

    if (id < UINT16_MAX)
        answers->at[term] = (uint16_t)(id + 1);
    return id + 1;
}

void answers_release(struct answers *answers)
{
    for (size_t i = 0; i < LEXICON_LANGUAGES; i++)
        recall_release(&answers->numbers[i]);
    table_release(&answers->distinct);
    *answers = ANSWERS_EMPTY;
}
