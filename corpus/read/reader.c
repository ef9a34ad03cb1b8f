#include "corpus/read/reader.h"

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"
#include "corpus/base/table.h"
#include "corpus/read/charset.h"
#include "corpus/read/finishing.h"
#include "corpus/read/formats.h"
#include "corpus/read/packing.h"
#include "corpus/read/paths.h"
#include "corpus/read/signature.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* An archive that is open: its own bytes, and how to find what is in it. */
struct level {
    const struct container *container;
    struct input *input;
    void *state;
};

struct reader {
    const struct config *config; /* or NULL */
    const char **operands;
    size_t operand_count;
    struct paths paths;
    size_t next_file;
    struct skips skips;
    struct reader_totals totals;
    struct tallies formats, charsets;
    struct table ids;      /* ids yielded, when there are several operands */
    uint32_t *id_operands; /* by id */
    size_t id_capacity;
    struct fault failure; /* what ended the reading before its end */
    bool limited;         /* something was larger than we accept */
    uint64_t unpacked;    /* bytes of all members of the file at hand so far */
    struct level levels[READER_DEPTH_MAX];
    int depth; /* of them open */
    /* The input at hand: */
    const struct format *format; /* NULL when none is open */
    struct format_job job;
    size_t kind;
    uint64_t articles;  /* of the input at hand */
    uint64_t replaced;  /* of its bytes, counted with its articles so far */
    struct arena arena; /* of the article at hand */
    struct bytes place; /* it comes from */
};

bool reader_open(struct reader **opened, const char *const *paths, size_t count,
                 const struct config *config, struct fault *fault)
{
    struct reader *reader = memory_new(1, sizeof *reader);
    bool done = true;

    reader->config = config;
    reader->operand_count = count;
    reader->operands = memory_new(count, sizeof *reader->operands);
    for (uint32_t i = 0; i < count; i++)
        reader->operands[i] = paths[i];
    for (uint32_t i = 0; done && i < count; i++)
        done = paths_find(&reader->paths, paths[i], i, &reader->skips, fault);
    if (!done) {
        reader_release(reader);
        return false;
    }
    if (config) { /* its files lie among the articles, and are none */
        paths_leave_out(&reader->paths, config->topics);
        paths_leave_out(&reader->paths, config->people);
    }
    *opened = reader;
    return true;
}

/* --- files and archives ------------------------------------------------------------ */

static const struct found_file *file_at_hand(const struct reader *reader)
{
    return &reader->paths.items[reader->next_file - 1];
}

/* A descriptor as a source; it is the context itself. */
static ssize_t read_file(void *context, char *room, size_t size)
{
    return read((int)(intptr_t)context, room, size);
}

static int64_t seek_file(void *context, int64_t offset, int whence)
{
    return lseek((int)(intptr_t)context, offset, whence);
}

static void close_file(void *context)
{
    (void)close((int)(intptr_t)context);
}

/* The next file's input; NULL where it cannot be opened. */
static struct input *open_file(struct reader *reader)
{
    const struct found_file *file = &reader->paths.items[reader->next_file++];
    bool is_standard = span_is(file->path, "-");
    int descriptor =
        is_standard ? STDIN_FILENO : open(file->path.bytes, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

    reader->totals.files++;
    reader->unpacked = 0;
    if (descriptor < 0) {
        skips_add(&reader->skips, file->path, file->root, strerror(errno));
        return NULL;
    }
    return input_open(
        (struct input_about){.path = file->path, .root = file->root},
        (struct input_source){
            .context = (void *)(intptr_t)descriptor, /* NOLINT(performance-no-int-to-ptr) */
            .read = read_file,
            .close = is_standard ? NULL : close_file,
            .seek = seek_file,
        });
}

static void skip_input(struct reader *reader, const struct input *input, const char *reason)
{
    const struct input_about *about = input_about(input);

    skips_add(&reader->skips, about->path, about->root, reason);
}

/* Closes an input, with what there is to say of it; of a member its archive says why it ended. */
static void close_input(struct reader *reader, struct input *input)
{
    if (reader->depth == 0) {
        if (input_error(input))
            skip_input(reader, input, input_error(input));
        reader->totals.bytes += input_bytes(input);
    } else {
        reader->unpacked += input_bytes(input);
    }
    input_close(input);
}

static void close_archive(struct reader *reader)
{
    struct level *level = &reader->levels[--reader->depth];

    level->container->close(level->state);
    close_input(reader, level->input);
}

/*
 * Archives within each other may each keep to what we accept and be too much
 * together; true where they were, with all of them closed.
 */
static bool is_bomb(struct reader *reader)
{
    struct input *file = reader->levels[0].input;
    const char *reason = packing_refusal(input_bytes(file), reader->unpacked);

    if (!reason)
        return false;
    reader->limited = true;
    skip_input(reader, file, reason);
    while (reader->depth)
        close_archive(reader);
    return true;
}

/* The next input within the innermost archive; NULL, with the archive closed, at its end. */
static struct input *open_member(struct reader *reader)
{
    struct level *level = &reader->levels[reader->depth - 1];
    struct input *member = NULL;
    struct fault fault = FAULT_EMPTY;
    enum format_result result;

    if (is_bomb(reader))
        return NULL;
    result = level->container->next(&level->state, level->input, &member, &fault);
    if (result == FORMAT_ARTICLE)
        return member;
    reader->limited |= fault.kind == FAULT_LIMIT;
    if (fault.kind != FAULT_NONE)
        skip_input(reader, level->input, fault.message);
    if (result == FORMAT_END)
        close_archive(reader);
    return NULL;
}

/* --- the form of an input ------------------------------------------------------------ */

/* Bytes from which a pattern of zeros says something. */
enum { ZEROS_LEAST = 32 };

/* Byte order marks are taken off, and heeded, before the form is looked for. */
static void heed_mark(struct input *input)
{
    struct span start = input_ahead(input, FORMAT_LOOK);
    struct charset charset = charset_choose(start, SPAN_EMPTY);

    if (charset.how != CHARSET_MARK && (charset.how != CHARSET_ZEROS || start.length < ZEROS_LEAST))
        return;
    input_take(input, charset.mark);
    if (strcmp(charset.name, "UTF-8") != 0)
        (void)input_convert(input, charset.name);
}

/* The others are chosen by as much as tells, once it is known that it is text. */
static void heed_charset(struct input *input)
{
    struct span outside = input_about(input)->charset;
    struct charset charset = charset_choose(input_ahead(input, CHARSET_LOOK), outside);

    if (strcmp(charset.name, "UTF-8") != 0)
        (void)input_convert(input, charset.name);
}

/* Makes `input` the one at hand, or the innermost archive; says why where it is neither. */
static const char *settle(struct reader *reader, struct input *input)
{
    struct span path = input_about(input)->path, start;
    const struct container *container;

    heed_mark(input);
    start = input_ahead(input, FORMAT_LOOK);
    if (start.length > FORMAT_LOOK)
        start.length = FORMAT_LOOK;
    container = formats_find_container(path, start);
    if (container) {
        reader->limited |= reader->depth == READER_DEPTH_MAX;
        if (reader->depth == READER_DEPTH_MAX)
            return "archives lie more than 3 within each other";
        reader->levels[reader->depth++] = (struct level){.container = container, .input = input};
        return NULL;
    }
    reader->format = formats_find(path, start);
    if (!reader->format) {
        const char *reason = signature_refusal(path, start);

        return reason ? reason : "no article is found in it";
    }
    if (reader->format->text)
        heed_charset(input);
    if (reader->format->text && !reader->format->mends)
        input_mend(input);
    reader->kind = tallies_find(&reader->formats, reader->format->name);
    reader->formats.items[reader->kind].files++;
    reader->replaced = 0;
    reader->job =
        (struct format_job){.input = input, .config = reader->config, .arena = &reader->arena};
    return NULL;
}

/* Opens the next input that has a format; false when there is none left. */
static bool open_input(struct reader *reader)
{
    while (!reader->format) {
        struct input *input;
        const char *reason;

        if (reader->depth == 0 && reader->next_file == reader->paths.count)
            return false;
        input = reader->depth ? open_member(reader) : open_file(reader);
        if (!input)
            continue;
        reason = settle(reader, input);
        if (reason) {
            if (!input_error(input))
                skip_input(reader, input, reason);
            close_input(reader, input);
        }
    }
    return true;
}

/* A format may settle the charset while it reads, so this is known at the end. */
static void count_charset(struct reader *reader)
{
    size_t at = tallies_find(&reader->charsets, input_charset(reader->job.input));

    reader->charsets.items[at].files++;
    reader->charsets.items[at].articles += reader->articles;
    reader->articles = 0;
}

static void close_format(struct reader *reader)
{
    if (!reader->format)
        return;
    if (reader->format->close)
        reader->format->close(&reader->job);
    count_charset(reader);
    close_input(reader, reader->job.input);
    reader->format = NULL;
}

/* --- articles -------------------------------------------------------------------- */

/* The file, and the place in it where the format names one. */
static struct span place(struct reader *reader)
{
    struct span path = input_about(reader->job.input)->path;

    if (reader->job.where.length == 0)
        return path;
    bytes_clear(&reader->place);
    bytes_add(&reader->place, path);
    bytes_add_byte(&reader->place, ' ');
    bytes_add(&reader->place, reader->job.where);
    return bytes_span(&reader->place);
}

/* False, with the failure kept, when another operand yielded this id. */
static bool id_is_free(struct reader *reader, const struct article *article)
{
    uint32_t operand = file_at_hand(reader)->operand, id;
    size_t known = reader->ids.count;

    if (reader->operand_count < 2)
        return true;
    id = table_add(&reader->ids, article->id);
    reader->id_operands = memory_grow(reader->id_operands, &reader->id_capacity, reader->ids.count,
                                      sizeof *reader->id_operands);
    if (reader->ids.count > known)
        reader->id_operands[id] = operand;
    if (reader->id_operands[id] == operand)
        return true;
    return fault_set(&reader->failure, FAULT_INPUT,
                     "the id '%.*s' comes from both %s and %s; read them apart, or give their "
                     "articles ids of their own",
                     SPAN_PRINT(article->id), reader->operands[reader->id_operands[id]],
                     reader->operands[operand]);
}

static bool yield(struct reader *reader, struct article *article)
{
    finishing_article(article, &(struct finishing){.about = input_about(reader->job.input),
                                                   .format = reader->format,
                                                   .config = reader->config,
                                                   .place = reader->job.count,
                                                   .arena = &reader->arena});
    article->origin = place(reader);
    reader->formats.items[reader->kind].articles++;
    reader->articles++;
    reader->totals.articles++;
    return id_is_free(reader, article);
}

/* The next article of the input at hand; false at its end. */
static bool next_of_input(struct reader *reader, struct article *article)
{
    for (;;) {
        struct fault fault = FAULT_EMPTY;
        enum format_result result;

        *article = ARTICLE_EMPTY;
        arena_clear(&reader->arena);
        reader->job.where = SPAN_EMPTY;
        result = reader->format->next(&reader->job, article, &fault);
        reader->job.count += result != FORMAT_END;
        article->replaced += (size_t)(input_replaced(reader->job.input) - reader->replaced);
        reader->replaced = input_replaced(reader->job.input);
        if (result == FORMAT_END || (input_error(reader->job.input) && !reader->format->many))
            return false; /* what is cut off is no article */
        if (result == FORMAT_ARTICLE)
            return true;
        reader->limited |= fault.kind == FAULT_LIMIT;
        reader->totals.replaced += article->replaced;
        skips_add(&reader->skips, place(reader), input_about(reader->job.input)->root,
                  fault.message);
    }
}

bool reader_next(struct reader *reader, struct article *article)
{
    while (reader->failure.kind == FAULT_NONE && open_input(reader)) {
        if (next_of_input(reader, article)) {
            bool done = yield(reader, article);

            reader->totals.replaced += article->replaced;
            return done;
        }
        close_format(reader);
    }
    return false;
}

bool reader_end(struct reader *reader, struct fault *fault)
{
    tallies_sort(&reader->formats);
    tallies_sort(&reader->charsets);
    if (reader->failure.kind != FAULT_NONE) {
        *fault = reader->failure;
        return false;
    }
    if (reader->totals.articles)
        return true;
    if (reader->skips.count)
        return fault_set(fault, reader->limited ? FAULT_LIMIT : FAULT_INPUT,
                         "no article could be read; the first reason: %.*s: %.*s",
                         SPAN_PRINT(reader->skips.items[0].origin),
                         SPAN_PRINT(reader->skips.items[0].reason));
    return fault_set(fault, FAULT_INPUT, "%s: there is nothing to read here",
                     reader->operand_count ? reader->operands[0] : "no path");
}

void reader_skip(struct reader *reader, const struct article *article, struct span reason)
{
    struct fault fault;

    (void)fault_set(&fault, FAULT_INPUT, "%.*s", SPAN_PRINT(reason));
    skips_add(&reader->skips, article->origin, 0, fault.message);
}

struct reader_totals reader_totals(const struct reader *reader)
{
    struct reader_totals totals = reader->totals;

    totals.skips = reader->skips.items;
    totals.skip_count = reader->skips.count;
    totals.formats = reader->formats;
    totals.charsets = reader->charsets;
    return totals;
}

void reader_release(struct reader *reader)
{
    if (!reader)
        return;
    close_format(reader);
    while (reader->depth)
        close_archive(reader);
    arena_release(&reader->arena);
    bytes_release(&reader->place);
    paths_release(&reader->paths);
    skips_release(&reader->skips);
    table_release(&reader->ids);
    free((void *)reader->operands);
    tallies_release(&reader->formats);
    tallies_release(&reader->charsets);
    free(reader->id_operands);
    free(reader);
}
