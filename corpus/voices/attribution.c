#include "corpus/voices/attribution.h"

#include "corpus/voices/between.h"
#include "corpus/voices/leads.h"
#include "corpus/voices/writings.h"

#include <assert.h>

static_assert(FEATURE_RULES_END <= 64, "the rules' features fill one word");

enum {
    CLAUSES_BEFORE = 4, /* clauses looked at on each side of a quotation */
    CLAUSES_BEHIND = 3,
    GAP_BESIDE = 3, /* words between a cue and the quotation that it leads to */
    GAP_SOME = 4,
    GAP_WIDE = 12,
    GAP_MAX = 60,
    LEADS_WITHIN = 8, /* words behind a clause in which the quotation it leads to starts */
    PLAIN_MANY = 3,
};

/* --- candidates ------------------------------------------------------------------ */

/* One quotation on its way to its candidates. */
struct task {
    const struct attribution_article *article;
    const struct passage *passage;
    const struct marked *quote;
    struct candidate_list *list;
    uint32_t paragraph; /* of the quotation's first word */
    bool introduced;    /* a colon stands before it */
    bool as;         /* "as" does, and no comma within closes it: "called it as bad as", Q, ... */
    uint64_t shared; /* features that all candidates have */
};

static uint64_t mention_features(const struct task *task, const struct mention *mention)
{
    bool known = mention->person != PASSAGE_NONE;

    switch (mention->kind) {
    case MENTION_NAME:
        return candidates_bit(FEATURE_NAME) |
               (known && task->article->speakers->items[mention->person].evidence > 0
                    ? candidates_bit(FEATURE_PERSON)
                    : candidates_bit(FEATURE_NO_PERSON));
    case MENTION_PRONOUN:
        known = known || mention->antecedent != PASSAGE_NONE;
        return candidates_bit(FEATURE_PRONOUN) |
               (known ? 0 : candidates_bit(FEATURE_PRONOUN_OPEN)) |
               (mention->is & LEXICON_FIRST ? candidates_bit(FEATURE_FIRST_PERSON) : 0);
    case MENTION_ROLE:
        return candidates_bit(FEATURE_ROLE);
    case MENTION_GROUP:
        return candidates_bit(FEATURE_GROUP);
    case MENTION_WRITING:
        return candidates_bit(FEATURE_WRITING);
    case MENTION_NONE:
    default:
        return 0;
    }
}

static void add(struct task *task, struct attribution who, uint64_t features)
{
    const struct candidate candidate = {.who = who, .features = {features | task->shared}};

    candidates_add(task->list, &candidate);
}

static void add_mention(struct task *task, uint32_t mention, uint32_t cue,
                        enum attribution_rule rule, uint64_t features)
{
    const struct mention *who = NULL;

    if (mention == PASSAGE_NONE) { /* a cue whose subject is not understood: nobody's words */
        add(task, (struct attribution){PASSAGE_NONE, PASSAGE_NONE, cue, rule},
            features | candidates_bit(FEATURE_NO_SUBJECT));
        return;
    }
    mention = writings_author(task->article->mentions, task->passage, mention);
    who = &task->article->mentions->items[mention];
    if (who->kind == MENTION_NONE)
        return;
    add(task,
        (struct attribution){
            .mention = mention,
            .person = who->person,
            .cue = cue,
            .rule = rule,
        },
        features | mention_features(task, who));
}

static uint64_t clause_features(const struct task *task, const struct clause *clause)
{
    uint32_t is = task->article->cues->items[clause->cue].is;

    return (is & LEXICON_WEAK ? candidates_bit(FEATURE_CUE_WEAK) : 0) |
           (is & LEXICON_PARTICIPLE ? candidates_bit(FEATURE_CUE_PARTICIPLE) : 0) |
           (clause->order == CLAUSE_LOOSE ? candidates_bit(FEATURE_SUBJECT_LOOSE) : 0);
}

static uint64_t gap_features(uint32_t gap)
{
    return (gap >= GAP_SOME ? candidates_bit(FEATURE_GAP_SOME) : 0) |
           (gap >= GAP_WIDE ? candidates_bit(FEATURE_GAP_WIDE) : 0);
}

/* True where a sentence ends in words `from` to `end`, outside quotations. */
static bool sentence_between(const struct passage *passage, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i < end; i++) {
        if (passage->words[i].quote == PASSAGE_NONE && passage_shaped(passage, i, SHAPE_SENTENCE))
            return true;
    }
    return false;
}

/* True where a comma or colon and a quotation come soon behind word `end`, in the same sentence. */
static bool leads_on(const struct passage *passage, uint32_t end)
{
    for (uint32_t i = end; i < passage->count && i < end + LEADS_WITHIN; i++) {
        if (passage->words[i].quote != PASSAGE_NONE)
            return passage->words[i - 1].mark == ',' || passage->words[i - 1].mark == ':' ||
                   i == end;
        if (passage_shaped(passage, i, SHAPE_SENTENCE) && i > end)
            return false;
    }
    return false;
}

/* True where the quotation ended its sentence before the clause behind it began one. */
static bool new_sentence(const struct task *task, const struct clause *clause)
{
    const struct passage *passage = task->passage;
    uint32_t last = passage->words[task->quote->end - 1].mark;

    if (last == ',' || ((last == '?' || last == '!') && !task->introduced))
        return false;
    if (task->quote->by == MARKED_DASH)
        return last == '.' &&
               task->quote->outer_end == passage_sentence_start(passage, clause->first);
    if (!passage_shaped(passage, clause->first, SHAPE_CAPITAL) ||
        passage->words[task->quote->outer_end].mark == ',')
        return false;
    if (!passage_ends_sentence(last))
        return passage_ends_sentence(passage->words[task->quote->outer_end].mark);
    /* `"It is done." Smith said.` is bad style, but of the quotation. */
    return !passage_ends_sentence(passage->words[clause->end].mark);
}

/* True where a verb of saying governs the quotation though its subject is not understood. */
static bool is_bare_cue(const struct task *task, const struct clause *clause,
                        enum attribution_rule rule)
{
    uint32_t is = task->article->cues->items[clause->cue].is;

    return is & LEXICON_STRONG && !(is & LEXICON_PARTICIPLE) && rule != RULE_SENTENCE &&
           rule != RULE_SENTENCE_AFTER;
}

/* True where a mark shows that the quotation ends and its attribution starts. */
static bool hands_over(const struct task *task)
{
    uint32_t last = task->passage->words[task->quote->end - 1].mark;
    uint32_t behind = task->passage->words[task->quote->outer_end].mark;

    return task->quote->by == MARKED_DASH || last == ',' || passage_ends_sentence(last) ||
           behind == ',' || passage_is_dash(task->passage, task->quote->outer_end);
}

/*
 * True where what stands before the quotation in its sentence says it already: "calls it, as of
 * 3 June, as Q", "by their own account, the roof is Q, by others' account".
 */
static bool is_governed_across(const struct task *task, const struct clause *clause, size_t from)
{
    const struct clause *before = from ? &task->article->clauses->items[from - 1] : NULL;

    if (!before || before->subject == PASSAGE_NONE || before->end > task->quote->outer_first ||
        sentence_between(task->passage, before->end, task->quote->outer_first + 1))
        return false;
    return clause->order == CLAUSE_SOURCE
               ? before->order == CLAUSE_SOURCE
               : task->as && before->order != CLAUSE_LOOSE && before->order != CLAUSE_SOURCE;
}

static void try_behind(struct task *task, const struct clause *clause)
{
    const struct passage *passage = task->passage;
    uint32_t from = task->quote->outer_end;
    uint64_t features = clause_features(task, clause);
    enum attribution_rule rule = RULE_SENTENCE_AFTER;

    if (passage_only_marks(passage, from, clause->first)) {
        rule = clause->order == CLAUSE_CUE_FIRST    ? RULE_AFTER_INVERTED
               : clause->order == CLAUSE_APPOSITION ? RULE_AFTER_APPOSITION
                                                    : RULE_AFTER_CUE;
        if (clause->order == CLAUSE_LOOSE || task->as || !hands_over(task))
            rule = RULE_SENTENCE_AFTER;
    } else if (sentence_between(passage, from, clause->first + 1)) {
        return;
    } else {
        features |= gap_features(clause->first - from);
    }
    if (clause->order == CLAUSE_SOURCE)
        rule = RULE_SOURCE;
    if (new_sentence(task, clause))
        features |= candidates_bit(FEATURE_NEW_SENTENCE);
    if (clause->subject == PASSAGE_NONE && !is_bare_cue(task, clause, rule))
        return;
    if (leads_on(passage, clause->end) && passage->words[task->quote->end - 1].mark != ',')
        features |= candidates_bit(FEATURE_NEXT_QUOTATION);
    add_mention(task, clause->subject, clause->cue, rule, features);
}

static void try_before(struct task *task, const struct clause *clause)
{
    const struct passage *passage = task->passage;
    uint32_t to = task->quote->outer_first;
    uint32_t mark = to ? passage->words[to - 1].mark : 0;
    uint32_t gap = to - clause->end;
    uint64_t features = clause_features(task, clause) | gap_features(gap);
    enum attribution_rule rule = RULE_SENTENCE;

    if (sentence_between(passage, clause->end, to) ||
        (passage_shaped(passage, to, SHAPE_SENTENCE) && mark != ':' && mark != ','))
        return;
    if (gap <= GAP_BESIDE || mark == ':' || mark == ',')
        rule = clause->order == CLAUSE_CUE_FIRST ? RULE_BEFORE_INVERTED : RULE_BEFORE_CUE;
    if (rule != RULE_SENTENCE && gap > GAP_WIDE)
        rule = RULE_SENTENCE;
    if (clause->order == CLAUSE_SOURCE)
        rule = RULE_SOURCE;
    if (clause->subject == PASSAGE_NONE && !is_bare_cue(task, clause, rule))
        return;
    add_mention(task, clause->subject, clause->cue, rule, features);
}

static void try_clauses(struct task *task)
{
    const struct clause_list *clauses = task->article->clauses;
    const struct passage *passage = task->passage;
    size_t from =
        clauses_from(task->article->clauses, task->article->cues, task->quote->outer_first);

    for (size_t i = from; i < clauses->count && i < from + CLAUSES_BEHIND; i++) {
        const struct clause *clause = &clauses->items[i];

        if (clause->first < task->quote->outer_end)
            continue;
        if (clause->first > task->quote->outer_end + GAP_MAX ||
            passage->words[clause->first].paragraph !=
                passage->words[task->quote->outer_end - 1].paragraph)
            break;
        if (!is_governed_across(task, clause, from))
            try_behind(task, clause);
    }
    for (size_t i = from; i > 0 && from - i < CLAUSES_BEFORE; i--) {
        const struct clause *clause = &clauses->items[i - 1];

        if (clause->end > task->quote->outer_first)
            continue;
        if (clause->end + GAP_MAX < task->quote->outer_first ||
            passage->words[clause->first].paragraph != task->paragraph)
            break;
        try_before(task, clause);
    }
}

/* True where a clause behind the quotation names who spoke: it is no continuation then. */
static bool is_named_behind(const struct task *task)
{
    for (size_t i = 0; i < task->list->count; i++) {
        const struct attribution *who = &task->list->items[i].who;

        if (who->mention != PASSAGE_NONE &&
            task->article->mentions->items[who->mention].kind == MENTION_NAME &&
            candidates_rule_is_behind(who->rule))
            return true;
    }
    return false;
}

/* "NAME (Q)". */
static void try_bracket(struct task *task)
{
    const struct passage *passage = task->passage;
    uint32_t bracket = task->quote->outer_first;
    uint32_t name = PASSAGE_NONE;

    if (bracket < 2 || passage->words[bracket - 1].mark != '(' ||
        passage->words[task->quote->outer_end].mark != ')')
        return;
    name = passage->words[bracket - 2].mention;
    if (name != PASSAGE_NONE && task->article->mentions->items[name].kind == MENTION_NAME)
        add_mention(task, name, PASSAGE_NONE, RULE_COLON, 0);
}

/* True where a verb of saying with its subject leads to the quotation: nobody else says it. */
static bool is_governed_before(const struct task *task)
{
    for (size_t i = 0; i < task->list->count; i++) {
        const struct candidate *candidate = &task->list->items[i];

        if ((candidate->who.rule == RULE_BEFORE_CUE ||
             candidate->who.rule == RULE_BEFORE_INVERTED) &&
            candidate->who.mention != PASSAGE_NONE &&
            !candidates_has(candidate, FEATURE_CUE_WEAK) &&
            !candidates_has(candidate, FEATURE_SUBJECT_LOOSE))
            return true;
    }
    return false;
}

/* "NAME: Q", and "NAME's answer was short: Q". */
static void try_colon(struct task *task)
{
    const struct passage *passage = task->passage;
    uint32_t colon = task->quote->outer_first;
    uint32_t start = 0;
    uint32_t name = PASSAGE_NONE;
    uint32_t subject = PASSAGE_NONE;

    if (colon < 2 || passage->words[colon - 1].mark != ':' ||
        passage->words[colon - 1].paragraph != task->paragraph)
        return;
    colon--;
    start = passage_sentence_start(passage, colon);
    start = colon - start > GAP_MAX ? colon - GAP_MAX : start;
    name = passage->words[colon - 1].mention;
    subject = leads_author(passage, start, colon);
    if (subject == PASSAGE_NONE)
        subject = subjects_within(passage, task->article->mentions, start, colon);
    if (name != PASSAGE_NONE && leads_alone(passage, &task->article->mentions->items[name], start))
        add_mention(task, name, PASSAGE_NONE, RULE_COLON, 0);
    if (subject == PASSAGE_NONE)
        subject = leads_owner(passage, task->article->mentions, start, colon);
    if (subject != PASSAGE_NONE && !is_governed_before(task))
        add_mention(task, subject, PASSAGE_NONE, RULE_COLON_SENTENCE, 0);
}

/* "Q — NAME" at the paragraph's end. */
static void try_dash_name(struct task *task)
{
    const struct passage *passage = task->passage;
    uint32_t at = task->quote->outer_end;
    uint32_t id = PASSAGE_NONE;
    uint32_t end = 0;

    if (passage->words[at].mark == '.')
        at++;
    if (at + 1 >= passage->count || !passage_is_dash(passage, at))
        return;
    at += passage->words[at + 1].mark == '-' ? 2 : 1;
    id = passage->words[at].mention;
    if (id == PASSAGE_NONE || task->article->mentions->items[id].kind != MENTION_NAME)
        return;
    end = task->article->mentions->items[id].end;
    if (passage->words[end].paragraph != task->paragraph || passage->words[end].mark)
        add_mention(task, id, PASSAGE_NONE, RULE_DASH_NAME, 0);
}

/* The paragraph before ends in a colon: who is its last sentence's subject? */
static void try_paragraph_colon(struct task *task)
{
    const struct passage *passage = task->passage;
    struct passage_paragraph before = {0};
    size_t clause =
        clauses_from(task->article->clauses, task->article->cues, task->quote->outer_first);
    uint32_t start = 0;
    uint32_t subject = PASSAGE_NONE;

    if (!task->paragraph || passage->paragraphs[task->paragraph].first != task->quote->outer_first)
        return;
    before = passage->paragraphs[task->paragraph - 1];
    if (passage->words[before.end - 1].mark != ':' || before.end - before.first < 2)
        return;
    start = passage_sentence_start(passage, before.end - 2);
    if (clause && task->article->clauses->items[clause - 1].first >= start)
        subject = task->article->clauses->items[clause - 1].subject;
    if (subject == PASSAGE_NONE)
        subject = subjects_within(passage, task->article->mentions, start, before.end - 1);
    if (subject != PASSAGE_NONE)
        add_mention(task, subject, PASSAGE_NONE, RULE_PARAGRAPH_COLON, 0);
}

/* --- what stands between two quotations -------------------------------------------- */

static uint64_t between_features(const struct between *between)
{
    return (between->plain ? candidates_bit(FEATURE_PLAIN_BETWEEN) : 0) |
           (between->plain >= PLAIN_MANY ? candidates_bit(FEATURE_PLAIN_MANY) : 0) |
           (between->other ? candidates_bit(FEATURE_OTHER_BETWEEN) : 0) |
           (between->same && !between->other ? candidates_bit(FEATURE_SAME_BETWEEN) : 0);
}

static bool starts_sentence(const struct task *task)
{
    return passage_shaped(task->passage, task->quote->outer_first, SHAPE_SENTENCE) ||
           passage_shaped(task->passage, task->quote->first, SHAPE_SENTENCE);
}

static void try_context(struct task *task, const struct attribution *previous,
                        uint32_t previous_quote)
{
    const struct marked *before =
        previous_quote == PASSAGE_NONE ? NULL : &task->article->quotations->items[previous_quote];
    uint32_t from = before ? before->outer_end : 0;
    struct between between = between_of(task->article, from, task->quote->outer_first, previous);

    if (between.subject != PASSAGE_NONE)
        add_mention(task, between.subject, PASSAGE_NONE, RULE_CONTEXT,
                    between.subject_paragraph != task->paragraph
                        ? candidates_bit(FEATURE_PARAGRAPH_BEFORE)
                        : 0);
    else if (between.group != PASSAGE_NONE && starts_sentence(task))
        add_mention(task, between.group, PASSAGE_NONE, RULE_CONTEXT, 0);
    if (!before || previous->mention == PASSAGE_NONE)
        return;
    add(task,
        (struct attribution){
            .mention = previous->mention,
            .person = previous->person,
            .cue = PASSAGE_NONE,
            .rule = task->passage->words[before->outer_end - 1].paragraph == task->paragraph
                        ? RULE_INHERIT_PARAGRAPH
                        : RULE_INHERIT_CHAIN,
        },
        between_features(&between));
}

/* --- the front --------------------------------------------------------------------- */

static uint64_t quote_features(const struct passage *passage, const struct marked *quote)
{
    uint32_t paragraph = passage->words[quote->first].paragraph;
    struct passage_paragraph words = passage->paragraphs[paragraph];
    bool starts = words.first == quote->outer_first;
    bool sentence = passage_shaped(passage, quote->first, SHAPE_CAPITAL) &&
                    (passage_ends_sentence(passage->words[quote->end - 1].mark) ||
                     passage->words[quote->end - 1].mark == ',');

    return (starts ? candidates_bit(FEATURE_STARTS_PARAGRAPH) : 0) |
           (starts && words.end == quote->outer_end ? candidates_bit(FEATURE_WHOLE_PARAGRAPH) : 0) |
           (sentence ? 0 : candidates_bit(FEATURE_FRAGMENT));
}

/* What stands just before the quotation. */
static void look_before(struct task *task)
{
    const struct passage *passage = task->passage;
    uint32_t before = task->quote->outer_first;

    if (before == 0)
        return;
    task->introduced = passage->words[before - 1].mark == ':';
    task->as = passage_serves(passage, before - 1, GRAMMAR_AS) &&
               passage->words[task->quote->end - 1].mark != ',';
}

void attribution_candidates(struct candidate_list *list, const struct attribution_article *article,
                            uint32_t quote, const struct history *history)
{
    const struct marked *marked = &article->quotations->items[quote];
    const struct attribution *previous = &history->previous;
    struct task task = {
        .article = article,
        .passage = article->passage,
        .quote = marked,
        .list = list,
        .paragraph = article->passage->words[marked->first].paragraph,
    };

    list->count = 0;
    look_before(&task);
    task.shared = quote_features(article->passage, marked);
    add(&task, ATTRIBUTION_NOBODY, 0);
    try_clauses(&task);
    if (marked->continues && quote && history->previous_quote == quote - 1 &&
        previous->mention != PASSAGE_NONE && !is_named_behind(&task)) {
        struct attribution who = *previous;

        who.rule = RULE_CONTINUED;
        who.cue = PASSAGE_NONE;
        add(&task, who, 0);
    }
    try_colon(&task);
    try_bracket(&task);
    try_dash_name(&task);
    try_paragraph_colon(&task);
    try_context(&task, previous, history->previous_quote);
}
