#include "analysis/people/namesakes.h"

#include "corpus/base/memory.h"
#include "corpus/text/utf8.h"

#include <stdlib.h>

static struct span given_key(const struct namesake *name, size_t at)
{
    return name->slavic ? name->parts.given[at].key : name->parts.given[at].bare;
}

/* --- order ----------------------------------------------------------------------- */

/* Longer names first, and a name in full before its initial. */
static int by_given_names(const struct namesake *a, const struct namesake *b)
{
    if (a->parts.given_count != b->parts.given_count)
        return a->parts.given_count > b->parts.given_count ? -1 : 1;
    for (size_t i = 1; i < a->parts.given_count; i++) {
        if (a->parts.given[i].initial != b->parts.given[i].initial)
            return a->parts.given[i].initial ? 1 : -1;
    }
    for (size_t i = 1; i < a->parts.given_count; i++) {
        int order = span_compare(given_key(a, i), given_key(b, i));

        if (order)
            return order;
    }
    return 0;
}

bool namesakes_share_block(const struct namesake *left, const struct namesake *right)
{
    return left->slavic == right->slavic && span_equal(left->block, right->block);
}

static struct span first_key(const struct namesake *name)
{
    return name->parts.given_count ? given_key(name, 0) : SPAN_EMPTY;
}

int namesakes_order(const void *left, const void *right)
{
    const struct namesake *a = left, *b = right;
    int order = span_compare(a->block, b->block);

    if (!order)
        order = a->slavic - b->slavic;
    if (!order)
        order = (int)a->class - (int)b->class;
    if (!order)
        order = span_compare(first_key(a), first_key(b));
    if (!order)
        order = by_given_names(a, b);
    if (!order)
        order = -span_compare(a->parts.suffix, b->parts.suffix);
    if (!order)
        order = span_compare(a->text, b->text);
    return order ? order : (a->spelling > b->spelling) - (a->spelling < b->spelling);
}

/* --- who fits whom ----------------------------------------------------------------- */

/* A person of the block, as the longest of the names shows them. */
struct bearer {
    const struct namesake *name;
    struct span suffix;
    uint32_t person, sex;
};

struct block {
    struct bearer *bearers; /* full names by first name, those known by initials, silent ones */
    size_t count, capacity;
    size_t people;     /* so far */
    bool suffix_tells; /* of the first name at hand: who has none is the more quoted */
};

static bool given_names_fit(const struct namesake *one, const struct namesake *other, size_t at)
{
    struct span left = given_key(one, at), right = given_key(other, at);
    size_t letter;

    if (!one->parts.given[at].initial && !other->parts.given[at].initial)
        return span_equal(left, right);
    letter = utf8_at(left, 0).width;
    return letter && letter <= right.length && memcmp(left.bytes, right.bytes, letter) == 0;
}

static bool suffixes_fit(const struct block *block, struct span one, struct span other)
{
    return (!block->suffix_tells && (one.length == 0 || other.length == 0)) ||
           span_equal(one, other);
}

static bool fits(const struct block *block, const struct bearer *bearer,
                 const struct namesake *name)
{
    size_t shared = bearer->name->parts.given_count < name->parts.given_count
                        ? bearer->name->parts.given_count
                        : name->parts.given_count;

    if (bearer->sex && name->sex && bearer->sex != name->sex)
        return false;
    if (!suffixes_fit(block, bearer->suffix, name->parts.suffix))
        return false;
    for (size_t i = 0; i < shared; i++) {
        if (!given_names_fit(bearer->name, name, i))
            return false;
    }
    return true;
}

static void add_bearer(struct block *block, const struct namesake *name)
{
    block->bearers =
        memory_grow(block->bearers, &block->capacity, block->count + 1, sizeof *block->bearers);
    block->bearers[block->count++] = (struct bearer){
        .name = name,
        .suffix = name->parts.suffix,
        .person = name->person,
        .sex = name->sex,
    };
}

/* Whom a name fits, of those looked at so far. */
struct search {
    struct bearer *found;
    bool several;
};

static void look(struct search *search, struct block *block, size_t from, size_t to,
                 const struct namesake *name)
{
    for (size_t i = from; i < to; i++) {
        struct bearer *bearer = &block->bearers[i];

        if (!fits(block, bearer, name))
            continue;
        search->several =
            search->several || (search->found && search->found->person != bearer->person);
        search->found = bearer;
    }
}

/* The name becomes the one found, who is then known by what it tells too, or somebody new. */
static void settle(struct block *block, const struct search *search, struct namesake *name)
{
    struct bearer *bearer = search->found;

    if (!bearer || search->several) {
        name->person = (uint32_t)block->people++;
        add_bearer(block, name);
        return;
    }
    name->person = bearer->person;
    bearer->sex = bearer->sex ? bearer->sex : name->sex;
    if (bearer->suffix.length == 0)
        bearer->suffix = name->parts.suffix;
}

static bool same_parts(const struct namesake *one, const struct namesake *other)
{
    return span_equal(first_key(one), first_key(other)) && by_given_names(one, other) == 0 &&
           span_equal(one->parts.suffix, other->parts.suffix) &&
           (one->sex == other->sex || !one->sex || !other->sex);
}

/*
 * "Jr." is left out where it may be (Sammy Davis Jr.), and stands where it
 * must, against a namesake who is quoted more (Donald Trump Jr.).
 */
static bool suffix_tells(const struct namesake *names, size_t from, size_t to)
{
    uint64_t plain = 0, suffixed = 0;

    for (size_t i = from; i < to; i++) {
        if (names[i].parts.suffix.length)
            suffixed += names[i].quotes;
        else
            plain += names[i].quotes;
    }
    return plain > suffixed;
}

/* A name of the same parts that has its person; NULL for none. To a silent one only silent names
 * turn. */
static const struct namesake *settled_twin(const struct namesake *names, size_t from, size_t to,
                                           size_t at)
{
    const struct namesake *name = &names[at];

    for (size_t i = at; i > from && same_parts(name, &names[i - 1]); i--) {
        if (names[i - 1].person != NAMESAKES_NOBODY && names[i - 1].silent <= name->silent)
            return &names[i - 1];
    }
    for (size_t i = at + 1; i < to && same_parts(name, &names[i]); i++) {
        if (names[i].person != NAMESAKES_NOBODY && names[i].silent <= name->silent)
            return &names[i];
    }
    return NULL;
}

static bool joins_twin(struct namesake *names, size_t from, size_t to, size_t at)
{
    const struct namesake *twin = settled_twin(names, from, to, at);

    if (twin)
        names[at].person = twin->person;
    return twin != NULL;
}

/* names[from .. to) have one first name: the roster's own before all others. */
static void settle_first_name(struct block *block, struct namesake *names, size_t from, size_t to)
{
    size_t bearers = block->count;

    block->suffix_tells = suffix_tells(names, from, to);
    for (size_t i = from; i < to; i++) {
        if (names[i].fixed && !names[i].silent)
            add_bearer(block, &names[i]);
    }
    for (size_t i = from; i < to; i++) {
        struct search search = {0};

        if (names[i].fixed || names[i].silent || joins_twin(names, from, to, i))
            continue;
        look(&search, block, bearers, block->count, &names[i]);
        settle(block, &search, &names[i]);
    }
}

static unsigned char first_byte(const struct namesake *name)
{
    struct span key = first_key(name);

    return key.length ? (unsigned char)key.bytes[0] : 0;
}

/* The first of bearers[0 .. full), which come by first name, whose name begins with `byte`. */
static size_t first_with(const struct block *block, size_t full, unsigned char byte)
{
    size_t low = 0, high = full;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (first_byte(block->bearers[middle].name) < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void settle_initials(struct block *block, struct namesake *names, size_t from, size_t to)
{
    size_t full = block->count;

    block->suffix_tells = false;
    for (size_t i = from; i < to; i++) {
        struct search search = {0};
        unsigned char byte = first_byte(&names[i]);

        if (names[i].silent)
            continue;
        if (names[i].fixed) {
            add_bearer(block, &names[i]);
            continue;
        }
        if (joins_twin(names, from, to, i))
            continue;
        look(&search, block, first_with(block, full, byte),
             first_with(block, full, (unsigned char)(byte + 1)), &names[i]);
        look(&search, block, full, block->count, &names[i]);
        settle(block, &search, &names[i]);
    }
}

/* names[from .. to) are all with one first name, or all that are known by initials. */
static void settle_silent(struct block *block, struct namesake *names, size_t from, size_t to)
{
    block->suffix_tells = names[from].class == NAME_FULL && suffix_tells(names, from, to);
    for (size_t i = from; i < to; i++) {
        struct search search = {0};

        if (!names[i].silent)
            continue;
        if (names[i].fixed) {
            add_bearer(block, &names[i]);
            continue;
        }
        if (joins_twin(names, from, to, i))
            continue;
        look(&search, block, 0, block->count, &names[i]);
        settle(block, &search, &names[i]);
    }
}

/* Where the names end that have the first name of names[from], or initials as it has. */
static size_t group_end(const struct namesake *names, size_t from, size_t count)
{
    size_t to = from + 1;

    while (to < count && names[to].class == names[from].class &&
           (names[from].class == NAME_INITIALS ||
            span_equal(first_key(&names[to]), first_key(&names[from]))))
        to++;
    return to;
}

void namesakes_settle(struct namesake *names, size_t count, size_t *people)
{
    struct block block = {.people = *people};
    size_t from, to;

    for (from = 0; from < count && names[from].class != NAME_LAST; from = to) {
        to = group_end(names, from, count);
        if (names[from].class == NAME_FULL)
            settle_first_name(&block, names, from, to);
        else
            settle_initials(&block, names, from, to);
    }
    for (from = 0; from < count && names[from].class != NAME_LAST; from = to) {
        to = group_end(names, from, count);
        settle_silent(&block, names, from, to);
    }
    *people = block.people;
    free(block.bearers);
}
