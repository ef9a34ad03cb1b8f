#include "corpus/read/reader.h"

#include "corpus/base/arena.h"
#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"
#include "corpus/base/table.h"
#include "corpus/read/naming.h"
#include "corpus/read/read_json.h"
#include "corpus/read/read_markdown.h"
#include "corpus/read/read_text.h"
#include "corpus/read/signature.h"
#include "corpus/text/utf8.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 64 << 10, DEPTH_MAX = 64 };

/* One file to read. */
struct found_file {
    struct span path;
    size_t root; /* bytes of `path` that are the operand, which ids leave out */
    uint32_t operand;
};

struct reader {
    const struct config *config; /* or NULL */
    struct arena arena;          /* paths, skips */
    struct found_file *files;
    size_t file_count, file_capacity, next_file;
    const char **operands;
    struct reader_skip *skips;
    size_t skip_count, skip_capacity;
    struct reader_totals totals;
    struct table ids;      /* ids yielded, when there are several operands */
    uint32_t *id_operands; /* by id */
    size_t id_capacity;
    size_t operand_count;
    struct fault failure; /* what ended the reading before its end */
    /* The file at hand: */
    int descriptor;         /* -1 when none is open */
    bool lines;             /* it is JSON Lines */
    bool ended;             /* all its bytes are in `buffer` */
    struct bytes buffer;    /* bytes not used up yet */
    size_t used;            /* of the buffer */
    uint64_t line, yielded; /* numbers of the file, from 1 */
    struct arena article_arena;
    struct bytes mended, name;
};

/* --- what is there -------------------------------------------------------------- */

static void skip(struct reader *reader, struct span origin, const char *reason)
{
    reader->skips = memory_grow(reader->skips, &reader->skip_capacity, reader->skip_count + 1,
                                sizeof *reader->skips);
    reader->skips[reader->skip_count++] = (struct reader_skip){
        .origin = arena_copy(&reader->arena, origin),
        .reason = arena_copy(&reader->arena, span_of(reason)),
    };
}

static void add_file(struct reader *reader, const char *path, size_t root, uint32_t operand)
{
    reader->files = memory_grow(reader->files, &reader->file_capacity, reader->file_count + 1,
                                sizeof *reader->files);
    reader->files[reader->file_count++] = (struct found_file){
        .path = arena_copy(&reader->arena, span_of(path)),
        .root = root,
        .operand = operand,
    };
}

static int by_name(const struct dirent **left, const struct dirent **right)
{
    return strcmp((*left)->d_name, (*right)->d_name);
}

static int is_wanted(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && strcmp(entry->d_name, "broadsheet.yaml") != 0;
}

static void find_below(struct reader *reader, struct bytes *path, size_t root, uint32_t operand,
                       int depth);

static void find_entry(struct reader *reader, struct bytes *path, size_t root, uint32_t operand,
                       int depth)
{
    struct stat link, status;
    bool is_link = lstat(bytes_text(path), &link) == 0 && S_ISLNK(link.st_mode);

    if (stat(bytes_text(path), &status) != 0)
        skip(reader, bytes_span(path), strerror(errno));
    else if (S_ISDIR(status.st_mode) && is_link)
        skip(reader, bytes_span(path), "a link to a folder is not followed");
    else if (S_ISDIR(status.st_mode))
        find_below(reader, path, root, operand, depth + 1);
    else if (S_ISREG(status.st_mode))
        add_file(reader, bytes_text(path), root, operand);
    else
        skip(reader, bytes_span(path), "this is neither a file nor a folder");
}

static void find_below(struct reader *reader, struct bytes *path, size_t root, uint32_t operand,
                       int depth)
{
    struct dirent **entries = NULL;
    size_t length = path->count;
    int count;

    if (depth > DEPTH_MAX) {
        skip(reader, bytes_span(path), "folders lie more than 64 deep");
        return;
    }
    count = scandir(bytes_text(path), &entries, is_wanted, by_name);
    if (count < 0) {
        skip(reader, bytes_span(path), strerror(errno));
        return;
    }
    for (int i = 0; i < count; i++) {
        bytes_print(path, "/%s", entries[i]->d_name);
        find_entry(reader, path, root, operand, depth);
        path->count = length;
        path->items[length] = '\0';
        free(entries[i]);
    }
    free(entries);
}

/* Ids leave out the operand and the slash behind it; of a file its folders. */
static bool find_operand(struct reader *reader, uint32_t operand, struct fault *fault)
{
    const char *name = reader->operands[operand];
    struct bytes path = BYTES_EMPTY;
    struct stat status;

    if (strcmp(name, "-") == 0) {
        add_file(reader, name, 0, operand);
        return true;
    }
    if (stat(name, &status) != 0)
        return fault_set(fault, FAULT_INPUT, "%s: %s", name,
                         errno == ENOENT ? "there is no such file or folder" : strerror(errno));
    if (access(name, S_ISDIR(status.st_mode) ? R_OK | X_OK : R_OK) != 0)
        return fault_set(fault, FAULT_INPUT, "%s: it may not be read (%s)", name, strerror(errno));
    bytes_add_text(&path, name);
    while (path.count > 1 && path.items[path.count - 1] == '/')
        path.items[--path.count] = '\0';
    if (S_ISDIR(status.st_mode))
        find_below(reader, &path, path.count + 1, operand, 0);
    else {
        size_t root = path.count;

        while (root > 0 && path.items[root - 1] != '/')
            root--;
        find_entry(reader, &path, root, operand, 0);
    }
    bytes_release(&path);
    return true;
}

bool reader_open(struct reader **opened, const char *const *paths, size_t count,
                 const struct config *config, struct fault *fault)
{
    struct reader *reader = memory_new(1, sizeof *reader);
    bool done = true;

    reader->config = config;
    reader->descriptor = -1;
    reader->operand_count = count;
    reader->operands = memory_new(count, sizeof *reader->operands);
    for (uint32_t i = 0; i < count; i++)
        reader->operands[i] = paths[i];
    for (uint32_t i = 0; done && i < count; i++)
        done = find_operand(reader, i, fault);
    if (!done) {
        reader_release(reader);
        return false;
    }
    *opened = reader;
    return true;
}

/* --- the file at hand ------------------------------------------------------------ */

static const struct found_file *file_at_hand(const struct reader *reader)
{
    return &reader->files[reader->next_file - 1];
}

static struct span unused(const struct reader *reader)
{
    return span_cut(bytes_span(&reader->buffer), reader->used, reader->buffer.count);
}

static void close_file(struct reader *reader)
{
    if (reader->descriptor > 0)
        (void)close(reader->descriptor);
    reader->descriptor = -1;
    bytes_clear(&reader->buffer);
    reader->used = 0;
}

/* Reads one more chunk; false at the end and where reading fails. */
static bool read_chunk(struct reader *reader)
{
    ssize_t got;

    if (reader->ended)
        return false;
    do
        got = read(reader->descriptor, bytes_room(&reader->buffer, CHUNK), CHUNK);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        skip(reader, file_at_hand(reader)->path, strerror(errno));
    if (got <= 0) {
        reader->ended = true;
        return false;
    }
    bytes_grown(&reader->buffer, (size_t)got);
    reader->totals.bytes += (uint64_t)got;
    return true;
}

static bool open_next_file(struct reader *reader)
{
    while (reader->next_file < reader->file_count) {
        const struct found_file *file = &reader->files[reader->next_file++];
        const char *reason;

        reader->totals.files++;
        reader->ended = false;
        reader->line = reader->yielded = 0;
        reader->descriptor = span_is(file->path, "-")
                                 ? 0
                                 : open(file->path.bytes, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        if (reader->descriptor < 0) {
            skip(reader, file->path, strerror(errno));
            continue;
        }
        while (reader->buffer.count < SIGNATURE_LOOK && read_chunk(reader))
            ;
        reason = signature_refusal(file->path, unused(reader));
        if (span_starts(unused(reader), "\xEF\xBB\xBF"))
            reader->used = 3;
        if (!reason) {
            reader->lines = span_trim(unused(reader)).bytes[0] == '{';
            return true;
        }
        skip(reader, file->path, reason);
        close_file(reader);
    }
    return false;
}

/* --- articles -------------------------------------------------------------------- */

/* `bytes` as UTF-8: what is none becomes U+FFFD, counted in the article. */
static struct span as_utf8(struct reader *reader, struct article *article, struct span bytes)
{
    if (utf8_valid_length(bytes) == bytes.length)
        return bytes;
    bytes_clear(&reader->mended);
    article->replaced = utf8_repair(&reader->mended, bytes);
    reader->totals.replaced += article->replaced;
    return bytes_span(&reader->mended);
}

/* A part of a file's name as UTF-8; names may be any bytes. */
static struct span name_as_utf8(struct reader *reader, struct span name)
{
    struct bytes mended = BYTES_EMPTY;
    struct span copy;

    (void)utf8_repair(&mended, name);
    copy = arena_copy(&reader->article_arena, bytes_span(&mended));
    bytes_release(&mended);
    return copy;
}

/* Fills what the file's name says and the article itself does not. */
static void name_article(struct reader *reader, struct article *article)
{
    const struct found_file *file = file_at_hand(reader);

    if (article->id.length == 0) {
        struct bytes id = BYTES_EMPTY;

        (void)utf8_repair(&id, naming_id(file->path, file->root));
        if (reader->lines)
            bytes_print(&id, "#%llu", (unsigned long long)reader->yielded);
        article->id = arena_copy(&reader->article_arena, bytes_span(&id));
        bytes_release(&id);
    }
    if (article->published.length == 0)
        article->published = naming_date(file->path);
    if (article->source.length == 0)
        article->source = name_as_utf8(reader, naming_folder(file->path));
    if (reader->config)
        article->source = config_outlet(reader->config, article->source);
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
    name_article(reader, article);
    reader->totals.articles++;
    return id_is_free(reader, article);
}

/* The whole file as one article; false where it is too long or no text. */
static bool read_whole(struct reader *reader, struct article *article)
{
    const struct found_file *file = file_at_hand(reader);
    struct span bytes;
    struct fault fault;

    while (reader->buffer.count <= READER_ARTICLE_MAX && read_chunk(reader))
        ;
    if (reader->buffer.count > READER_ARTICLE_MAX) {
        skip(reader, file->path, "it is longer than 16 MB");
        return false;
    }
    bytes = as_utf8(reader, article, unused(reader));
    reader->yielded++;
    if (!read_markdown_is(bytes) && !span_ends(file->path, ".md") &&
        !span_ends(file->path, ".markdown")) {
        read_text(article, bytes);
        return true;
    }
    if (read_markdown(article, &reader->article_arena, bytes, &fault))
        return true;
    skip(reader, file->path, fault.message);
    return false;
}

/* Drops what is left of a line that is too long. */
static void drop_line(struct reader *reader)
{
    const char *end = NULL;

    do {
        bytes_clear(&reader->buffer);
        reader->used = 0;
        if (!read_chunk(reader))
            return;
        end = memchr(reader->buffer.items, '\n', reader->buffer.count);
    } while (!end);
    reader->used = (size_t)(end - reader->buffer.items) + 1;
}

/* The next line; false at the file's end. A line too long comes as an empty span with no bytes. */
static bool next_line(struct reader *reader, struct span *line)
{
    size_t searched = 0;

    for (;;) {
        struct span rest = unused(reader);
        const char *end = searched < rest.length
                              ? memchr(rest.bytes + searched, '\n', rest.length - searched)
                              : NULL;

        if (end || (reader->ended && rest.length)) {
            size_t length = end ? (size_t)(end - rest.bytes) : rest.length;

            *line = length > READER_ARTICLE_MAX ? SPAN_EMPTY : span_cut(rest, 0, length);
            reader->used += length + (end != NULL);
            break;
        }
        if (reader->ended)
            return false;
        searched = rest.length;
        if (reader->used) {
            memmove(reader->buffer.items, reader->buffer.items + reader->used, rest.length);
            reader->buffer.count = rest.length;
            reader->used = 0;
        }
        if (rest.length > READER_ARTICLE_MAX) {
            drop_line(reader);
            *line = SPAN_EMPTY;
            break;
        }
        (void)read_chunk(reader);
    }
    reader->line++;
    return true;
}

/* The next article of a file of JSON Lines; false at its end. */
static bool read_line(struct reader *reader, struct article *article)
{
    struct span path = file_at_hand(reader)->path, line;
    struct fault fault;

    while (next_line(reader, &line)) {
        if (line.bytes && span_trim(line).length == 0)
            continue;
        bytes_clear(&reader->name);
        bytes_print(&reader->name, "%.*s line %llu", SPAN_PRINT(path),
                    (unsigned long long)reader->line);
        if (!line.bytes) {
            skip(reader, bytes_span(&reader->name), "the line is longer than 16 MB");
            continue;
        }
        reader->yielded++;
        arena_clear(&reader->article_arena);
        *article = ARTICLE_EMPTY;
        if (read_json(article, &reader->article_arena, as_utf8(reader, article, line),
                      reader->config, &fault)) {
            article->origin = bytes_span(&reader->name);
            return true;
        }
        skip(reader, bytes_span(&reader->name), fault.message);
    }
    return false;
}

bool reader_next(struct reader *reader, struct article *article)
{
    while (reader->failure.kind == FAULT_NONE) {
        bool found;

        *article = ARTICLE_EMPTY;
        arena_clear(&reader->article_arena);
        if (reader->descriptor < 0 && !open_next_file(reader))
            return false;
        if (!reader->lines && reader->yielded) {
            close_file(reader);
            continue;
        }
        article->origin = file_at_hand(reader)->path;
        found = reader->lines ? read_line(reader, article) : read_whole(reader, article);
        if (found)
            return yield(reader, article);
        close_file(reader);
    }
    return false;
}

bool reader_end(struct reader *reader, struct fault *fault)
{
    if (reader->failure.kind != FAULT_NONE) {
        *fault = reader->failure;
        return false;
    }
    if (reader->totals.articles)
        return true;
    if (reader->skip_count)
        return fault_set(fault, FAULT_INPUT,
                         "no article could be read; the first reason: %.*s: %.*s",
                         SPAN_PRINT(reader->skips[0].origin), SPAN_PRINT(reader->skips[0].reason));
    return fault_set(fault, FAULT_INPUT, "%s: there is nothing to read here",
                     reader->operand_count ? reader->operands[0] : "no path");
}

struct reader_totals reader_totals(const struct reader *reader)
{
    struct reader_totals totals = reader->totals;

    totals.skips = reader->skips;
    totals.skip_count = reader->skip_count;
    return totals;
}

void reader_release(struct reader *reader)
{
    if (!reader)
        return;
    close_file(reader);
    arena_release(&reader->arena);
    arena_release(&reader->article_arena);
    table_release(&reader->ids);
    bytes_release(&reader->buffer);
    bytes_release(&reader->mended);
    bytes_release(&reader->name);
    free(reader->files);
    free((void *)reader->operands);
    free(reader->skips);
    free(reader->id_operands);
    free(reader);
}
