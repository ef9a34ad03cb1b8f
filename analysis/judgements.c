#include "analysis/judgements.h"

#include "analysis/usertable.h"
#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"

#include <inttypes.h>
#include <stdlib.h>

enum column { PART, ID, CHECK, IS_SPEECH, SPEAKER_RIGHT, RIGHT_SPEAKER, MISSED, COLUMNS };

static const char *const column_names[COLUMNS] = {
    "part", "id", "check", "is_speech", "speaker_right", "right_speaker", "missed"};

enum { MISSED_MOST = 1000 };

struct sheet_reading {
    struct judgements *judgements;
    const char *file;
    size_t at[COLUMNS]; /* which cell holds it */
    bool headed, named;
    const struct csv_row *row;
};

static bool refuse(const struct sheet_reading *reading, struct fault *fault, const char *why,
                   struct span what)
{
    return fault_set(fault, FAULT_USAGE, "%s line %" PRIu64 ": %s '%.*s'", reading->file,
                     reading->row->line, why, SPAN_PRINT(what));
}

/* The cell, without the apostrophe that keeps a spreadsheet from taking it for a formula. */
static struct span cell(const struct sheet_reading *reading, enum column column)
{
    size_t at = reading->at[column];
    struct span text = at < reading->row->count ? span_trim(reading->row->fields[at]) : SPAN_EMPTY;

    if (text.length > 1 && text.bytes[0] == '\'' && strchr("=+-@", text.bytes[1]))
        return span_cut(text, 1, text.length);
    return text;
}

static bool read_header(struct sheet_reading *reading, struct fault *fault)
{
    for (size_t c = 0; c < COLUMNS; c++) {
        reading->at[c] = SIZE_MAX;
        for (size_t i = 0; i < reading->row->count; i++)
            if (span_is_as(span_trim(reading->row->fields[i]), column_names[c]))
                reading->at[c] = i;
        if (reading->at[c] == SIZE_MAX)
            return refuse(reading, fault,
                          "this is no sheet of 'broadsheet audit': it lacks the column",
                          span_of(column_names[c]));
    }
    reading->headed = true;
    return true;
}

/* Takes digits and the colon behind them off the front. */
static bool take_number(uint64_t *number, struct span *text)
{
    *number = 0;
    while (text->length && text->bytes[0] >= '0' && text->bytes[0] <= '9' &&
           *number < UINT64_MAX / 100) {
        *number = *number * 10 + (uint64_t)(text->bytes[0] - '0');
        *text = span_cut(*text, 1, text->length);
    }
    if (text->length == 0 || text->bytes[0] != ':')
        return false;
    *text = span_cut(*text, 1, text->length);
    return true;
}

void judgements_name(struct bytes *text, uint32_t size, uint64_t seed, struct span period)
{
    bytes_print(text, "audit:%" PRIu32 ":%" PRIu64 ":%.*s", size, seed, SPAN_PRINT(period));
}

static bool read_name(struct sheet_reading *reading, struct fault *fault)
{
    struct judgements *judgements = reading->judgements;
    struct span name = cell(reading, ID), rest = name;
    uint64_t size = 0;

    if (span_starts(rest, "audit:"))
        rest = span_cut(rest, strlen("audit:"), rest.length);
    if (rest.length == name.length || !take_number(&size, &rest) || size == 0 ||
        size > UINT32_MAX || !take_number(&judgements->seed, &rest))
        return refuse(reading, fault, "the sample's name was changed to", name);
    judgements->size = (uint32_t)size;
    judgements->period = arena_copy(&judgements->arena, rest);
    reading->named = true;
    return true;
}

static bool read_answer(enum answer *answer, struct sheet_reading *reading, enum column column,
                        struct fault *fault)
{
    static const struct {
        const char *word;
        enum answer answer;
    } words[] = {{"", ANSWER_NONE}, {"yes", ANSWER_YES}, {"y", ANSWER_YES},
                 {"no", ANSWER_NO}, {"n", ANSWER_NO},    {"unknown", ANSWER_UNKNOWN}};
    struct span text = cell(reading, column);

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (span_is_as(text, words[i].word) &&
            (words[i].answer != ANSWER_UNKNOWN || column == SPEAKER_RIGHT)) {
            *answer = words[i].answer;
            return true;
        }
    }
    return refuse(reading, fault,
                  column == IS_SPEECH ? "is_speech is yes, no or empty, not"
                                      : "speaker_right is yes, no, unknown or empty, not",
                  text);
}

static bool read_missed(struct judgement *judgement, struct sheet_reading *reading,
                        struct fault *fault)
{
    struct span text = cell(reading, MISSED);
    uint32_t number = 0;

    judgement->has_missed = text.length > 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9' || number > MISSED_MOST)
            return refuse(reading, fault, "missed is a number from 0 to 1000 or empty, not", text);
        number = number * 10 + (uint32_t)(text.bytes[i] - '0');
    }
    judgement->missed = number;
    return number <= MISSED_MOST ||
           refuse(reading, fault, "missed is a number from 0 to 1000 or empty, not", text);
}

/* Answers that cannot both be meant. */
static bool check_answers(const struct judgement *judgement, const struct sheet_reading *reading,
                          struct fault *fault)
{
    if (judgement->speaker_right != ANSWER_NONE && judgement->is_speech == ANSWER_NONE)
        return refuse(reading, fault, "speaker_right is answered, is_speech is not, of",
                      judgement->id);
    if (judgement->is_speech == ANSWER_NO && judgement->speaker_right == ANSWER_YES)
        return refuse(reading, fault,
                      "it is no speech and yet has the right speaker:", judgement->id);
    if (judgement->right_speaker.length && judgement->speaker_right != ANSWER_NO)
        return refuse(reading, fault, "right_speaker is given, so speaker_right must be no, of",
                      judgement->id);
    return true;
}

static bool read_judgement(struct sheet_reading *reading, struct fault *fault)
{
    struct judgements *judgements = reading->judgements;
    struct judgement judgement = {.line = reading->row->line};

    judgement.id = arena_copy(&judgements->arena, cell(reading, ID));
    judgement.check = arena_copy(&judgements->arena, cell(reading, CHECK));
    judgement.right_speaker = arena_copy(&judgements->arena, cell(reading, RIGHT_SPEAKER));
    if (!read_answer(&judgement.is_speech, reading, IS_SPEECH, fault) ||
        !read_answer(&judgement.speaker_right, reading, SPEAKER_RIGHT, fault) ||
        !read_missed(&judgement, reading, fault) || !check_answers(&judgement, reading, fault))
        return false;
    judgements->items = memory_grow(judgements->items, &judgements->capacity, judgements->count + 1,
                                    sizeof *judgements->items);
    judgements->items[judgements->count++] = judgement;
    return true;
}

static bool take_row(void *context, const struct csv_row *row, struct fault *fault)
{
    struct sheet_reading *reading = context;

    reading->row = row;
    if (!reading->headed)
        return read_header(reading, fault);
    if (span_is_as(cell(reading, PART), "how to"))
        return read_name(reading, fault);
    return read_judgement(reading, fault);
}

bool judgements_read(struct judgements *judgements, struct span text, const char *name,
                     struct fault *fault)
{
    struct sheet_reading reading = {.judgements = judgements, .file = name};
    bool done = usertable_read(text, name, (struct usertable_taker){&reading, take_row}, fault);

    if (done && !reading.named)
        done =
            fault_set(fault, FAULT_USAGE,
                      "%s: the row that says how to fill it is missing: it names the sample", name);
    if (!done)
        judgements_release(judgements);
    return done;
}

void judgements_release(struct judgements *judgements)
{
    arena_release(&judgements->arena);
    free(judgements->items);
    *judgements = JUDGEMENTS_EMPTY;
}
