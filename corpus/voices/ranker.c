#include "corpus/voices/ranker.h"

#include "corpus/base/embed.h"
#include "corpus/base/table.h"
#include "corpus/voices/signlist.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>

EMBED(ranker_en, "corpus/lexicon/en/ranker.weights");

enum {
    MARGIN = 60, /* by which a right candidate must lead, in changes of one weight */
    SCALE = 64,  /* of averaged weights */
    WEIGHT_MAX = 1 << 20,
    TRIALS_MIN = 40, /* of a step */
    LOST_MOST = 5,   /* thousandths of the right choices that the threshold may cost */
};

#define HEAD "broadsheet ranker weights 1"

/* --- choosing --------------------------------------------------------------------- */

static bool is_same(const struct attribution *one, const struct attribution *other)
{
    if (one->person != PASSAGE_NONE || other->person != PASSAGE_NONE)
        return one->person == other->person;
    return one->mention == other->mention;
}

int ranker_confidence(const struct ranker *ranker, int lead)
{
    const struct ranker_step *steps = ranker->steps;
    size_t i = 0;

    if (ranker->step_count == 0)
        return -1;
    while (i < ranker->step_count && steps[i].lead <= lead)
        i++;
    if (i == 0)
        return steps[0].confidence;
    if (i == ranker->step_count)
        return steps[i - 1].confidence;
    return steps[i - 1].confidence + (int)((int64_t)(lead - steps[i - 1].lead) *
                                           (steps[i].confidence - steps[i - 1].confidence) /
                                           (steps[i].lead - steps[i - 1].lead));
}

struct ranker_choice ranker_choose(const struct ranker *ranker, struct candidate_list *list)
{
    struct ranker_choice choice = {0};
    const struct candidate *second = NULL;

    candidates_score(list, ranker->weights);
    choice.best = candidates_best(list);
    for (size_t i = 0; i < list->count; i++) {
        if (!is_same(&list->items[i].who, &choice.best->who) &&
            (!second || list->items[i].score > second->score))
            second = &list->items[i];
    }
    choice.lead = second ? choice.best->score - second->score : WEIGHT_MAX;
    choice.confidence = ranker_confidence(ranker, choice.lead);
    return choice;
}

/* --- files ------------------------------------------------------------------------ */

static bool refuse(struct fault *fault, const char *name, unsigned line, const char *why)
{
    return fault_set(fault, FAULT_INPUT, "%s line %u: %s", name, line, why);
}

/* Takes the first word off `rest`; empty at its end. */
static struct span next_word(struct span *rest)
{
    struct span word = *rest = span_trim(*rest);
    size_t end = 0;

    while (end < word.length && word.bytes[end] != ' ')
        end++;
    *rest = span_cut(*rest, end, rest->length);
    word.length = end;
    return word;
}

static bool read_number(int *number, struct span word)
{
    bool below = word.length && word.bytes[0] == '-';
    int64_t value = 0;

    if (word.length == (size_t)below)
        return false;
    for (size_t i = below; i < word.length; i++) {
        if (word.bytes[i] < '0' || word.bytes[i] > '9' || value > WEIGHT_MAX)
            return false;
        value = value * 10 + (word.bytes[i] - '0');
    }
    if (value > WEIGHT_MAX)
        return false;
    *number = (int)(below ? -value : value);
    return true;
}

/* The features by name. */
struct feature_names {
    struct table table;
    unsigned features[FEATURES_MAX]; /* by id in the table */
};

static void list_names(struct feature_names *names)
{
    struct bytes name = BYTES_EMPTY;

    names->table = TABLE_EMPTY;
    for (unsigned f = 0; f < FEATURES_MAX; f++) {
        bytes_clear(&name);
        if (signlist_name(&name, f))
            names->features[table_add(&names->table, bytes_span(&name))] = f;
    }
    bytes_release(&name);
}

static bool add_step(struct ranker *ranker, int lead, int confidence)
{
    const struct ranker_step *before =
        ranker->step_count ? &ranker->steps[ranker->step_count - 1] : NULL;

    if (ranker->step_count == RANKER_STEPS_MAX || confidence < 0 || confidence > RANKER_SURE ||
        (before && (lead <= before->lead || confidence < before->confidence)))
        return false;
    ranker->steps[ranker->step_count++] = (struct ranker_step){lead, confidence};
    return true;
}

/* One line that is no remark: "threshold 300", "step 20 640", "weight after-cue 512". */
static const char *read_line(struct ranker *ranker, const struct feature_names *names,
                             struct span line)
{
    struct span what = next_word(&line);
    struct span name = span_is(what, "weight") ? next_word(&line) : SPAN_EMPTY;
    uint32_t id = TABLE_NONE;
    int first = 0;
    int second = 0;

    if (!read_number(&first, next_word(&line)))
        return "a whole number is missing";
    if (span_is(what, "step") && !read_number(&second, next_word(&line)))
        return "a step has a lead and a confidence";
    if (next_word(&line).length)
        return "there is too much on it";
    if (span_is(what, "threshold")) {
        ranker->threshold = first;
        return first >= 0 && first <= RANKER_SURE ? NULL : "a threshold is 0 to 1000";
    }
    if (span_is(what, "step"))
        return add_step(ranker, first, second) ? NULL : "steps must rise, up to 1000";
    if (!span_is(what, "weight"))
        return "it starts with none of weight, step, threshold";
    id = table_find(&names->table, name);
    if (id == TABLE_NONE)
        return "there is no such feature";
    ranker->weights[names->features[id]] = first;
    return NULL;
}

static bool read_lines(struct ranker *read, const struct feature_names *names, struct span text,
                       const char *name, struct fault *fault)
{
    unsigned number = 0;
    unsigned weights = 0;

    for (size_t at = 0; at < text.length;) {
        const char *end = memchr(text.bytes + at, '\n', text.length - at);
        size_t next = end ? (size_t)(end - text.bytes) : text.length;
        struct span line = span_trim(span_cut(text, at, next));
        const char *wrong = NULL;

        at = next + 1;
        number++;
        if (number == 1 && !span_is(line, "# " HEAD))
            return refuse(fault, name, 1, "it does not start with '# " HEAD "'");
        if (line.length == 0 || line.bytes[0] == '#')
            continue;
        wrong = read_line(read, names, line);
        if (wrong)
            return refuse(fault, name, number, wrong);
        weights += span_starts(line, "weight");
    }
    if (!weights)
        return fault_set(fault, FAULT_INPUT, "%s: there is no weight in it", name);
    return true;
}

bool ranker_read(struct ranker *ranker, struct span text, const char *name, struct fault *fault)
{
    struct ranker read = {.learnt = true};
    struct feature_names names;
    bool done;

    list_names(&names);
    done = read_lines(&read, &names, text, name, fault);
    table_release(&names.table);
    if (done)
        *ranker = read;
    return done;
}

void ranker_write(struct bytes *out, const struct ranker *ranker, const char *about)
{
    struct bytes name = BYTES_EMPTY;

    bytes_print(out, "# %s\n# %s\n", HEAD, about);
    bytes_print(out, "threshold %d\n", ranker->threshold);
    for (size_t i = 0; i < ranker->step_count; i++)
        bytes_print(out, "step %d %d\n", ranker->steps[i].lead, ranker->steps[i].confidence);
    for (unsigned f = 0; f < FEATURES_MAX; f++) {
        bytes_clear(&name);
        if (ranker->weights[f] && signlist_name(&name, f))
            bytes_print(out, "weight %s %d\n", bytes_text(&name), ranker->weights[f]);
    }
    bytes_release(&name);
}

/* --- what is compiled in ------------------------------------------------------------ */

static struct ranker english, by_hand;
static pthread_once_t rankers_built = PTHREAD_ONCE_INIT;

static void build(void)
{
    struct fault fault = FAULT_EMPTY;
    bool sound = ranker_read(&english, embed_span(ranker_en, ranker_en_end), "weights", &fault);

    assert(sound); /* the tests read the file */
    (void)sound;
    memcpy(by_hand.weights, candidates_hand_weights(), sizeof by_hand.weights);
}

const struct ranker *ranker_by_hand(void)
{
    (void)pthread_once(&rankers_built, build);
    return &by_hand;
}

const struct ranker *ranker_of(struct span language)
{
    (void)pthread_once(&rankers_built, build);
    return lexicon_of(language) == lexicon_of(span_of("en")) ? &english : &by_hand;
}

/* --- learning ---------------------------------------------------------------------- */

static void change(struct ranker_lesson *lesson, const struct candidate *candidate, int by)
{
    for (unsigned w = 0; w < FEATURE_WORDS; w++) {
        for (uint64_t left = candidate->features[w]; left; left &= left - 1) {
            unsigned feature = w * 64 + (unsigned)__builtin_ctzll(left);

            lesson->weights[feature] += by;
            lesson->late[feature] += by * lesson->examples;
        }
    }
}

void ranker_learn(struct ranker_lesson *lesson, struct candidate_list *list, const bool *right)
{
    const struct candidate *best[2] = {NULL, NULL}; /* the best wrong and the best right one */

    candidates_score(list, lesson->weights);
    for (size_t i = 0; i < list->count; i++) {
        if (!best[right[i]] || list->items[i].score > best[right[i]]->score)
            best[right[i]] = &list->items[i];
    }
    if (!best[0] || !best[1])
        return;
    lesson->examples++;
    if (best[1]->score >= best[0]->score + MARGIN)
        return;
    change(lesson, best[1], 1);
    change(lesson, best[0], -1);
}

void ranker_look(struct ranker *ranker, const struct ranker_lesson *lesson)
{
    *ranker = (struct ranker){.learnt = true};
    memcpy(ranker->weights, lesson->weights, sizeof ranker->weights);
}

void ranker_conclude(struct ranker *ranker, const struct ranker_lesson *lesson)
{
    int64_t examples = lesson->examples ? lesson->examples : 1;

    *ranker = (struct ranker){.learnt = true};
    for (unsigned f = 0; f < FEATURES_MAX; f++)
        ranker->weights[f] =
            (int)((lesson->weights[f] * examples - lesson->late[f]) * SCALE / examples);
}

/* --- confidence --------------------------------------------------------------------- */

static int by_lead(const void *left, const void *right)
{
    const struct ranker_trial *one = left;
    const struct ranker_trial *other = right;

    if (one->lead != other->lead)
        return one->lead < other->lead ? -1 : 1;
    return one->right - other->right;
}

/* Trials that stand side by side, taken together. */
struct pool_of_trials {
    int64_t leads;
    int count, right;
};

/* Joins the last pool with those before it while they are not below it. */
static size_t pool_joined(struct pool_of_trials *pools, size_t count)
{
    while (count > 1 && (int64_t)pools[count - 2].right * pools[count - 1].count >=
                            (int64_t)pools[count - 1].right * pools[count - 2].count) {
        pools[count - 2].leads += pools[count - 1].leads;
        pools[count - 2].count += pools[count - 1].count;
        pools[count - 2].right += pools[count - 1].right;
        count--;
    }
    return count;
}

/* The lead below which so few right choices lie that they can be given up. */
static int lead_given_up(const struct ranker_trial *trials, size_t count)
{
    size_t right = 0;
    size_t lost = 0;
    size_t at = 0;

    for (size_t i = 0; i < count; i++)
        right += trials[i].right;
    while (at + 1 < count && (lost + trials[at].right) * RANKER_SURE <= right * LOST_MOST)
        lost += trials[at++].right;
    return trials[at].lead;
}

void ranker_calibrate(struct ranker *ranker, struct ranker_trial *trials, size_t count)
{
    struct pool_of_trials pools[RANKER_STEPS_MAX];
    size_t pool_count = 0;
    size_t wanted = count / RANKER_STEPS_MAX + 1;

    ranker->step_count = 0;
    ranker->threshold = 0;
    if (count < TRIALS_MIN)
        return;
    qsort(trials, count, sizeof *trials, by_lead);
    wanted = wanted < TRIALS_MIN ? TRIALS_MIN : wanted;
    for (size_t from = 0; from < count;) {
        size_t end = from + wanted > count ? count : from + wanted;
        struct pool_of_trials *pool = &pools[pool_count++];

        *pool = (struct pool_of_trials){0};
        for (; from < end; from++) {
            pool->leads += trials[from].lead;
            pool->count++;
            pool->right += trials[from].right;
        }
        pool_count = pool_joined(pools, pool_count);
    }
    for (size_t i = 0; i < pool_count; i++) /* one more of each kind, so that none is certain */
        (void)add_step(ranker, (int)(pools[i].leads / pools[i].count),
                       (pools[i].right + 1) * RANKER_SURE / (pools[i].count + 2));
    ranker->threshold = ranker_confidence(ranker, lead_given_up(trials, count));
}
