#include "corpus/read/read_archive.h"

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"
#include "corpus/read/packing.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    FEED = 64 << 10, /* bytes handed to libarchive at a time */
    NAME_MAX_BYTES = 4096,
    NAME_SHOWN = 160, /* bytes of a member's name in a message */
};

struct unpacking {
    struct archive *archive;
    locale_t names; /* libarchive converts names to the thread's locale; 0 where there is none */
    struct input *input;
    enum packing packing;
    size_t handed;       /* unread bytes of the input that libarchive looks into */
    uint64_t fed, out;   /* bytes handed to libarchive and got back */
    uint64_t size;       /* of the whole; 0 where it is not known before the end */
    struct bytes member; /* name of the one at hand */
    struct fault broken; /* why the member at hand, or all from there on, cannot be read */
    bool inside;         /* a member's data may be left */
    bool over;           /* nothing more can be read */
    bool told;           /* why it is over */
    bool headless;       /* a ZIP whose list of members is missing */
};

/* --- what goes in ------------------------------------------------------------------- */

static la_ssize_t feed(struct archive *archive, void *context, const void **block)
{
    struct unpacking *unpacking = context;
    struct span ahead;

    input_take(unpacking->input, unpacking->handed);
    ahead = input_ahead(unpacking->input, FEED);
    unpacking->handed = ahead.length;
    unpacking->fed += ahead.length;
    *block = ahead.bytes;
    if (ahead.length == 0 && input_error(unpacking->input)) {
        archive_set_error(archive, EIO, "%s", input_error(unpacking->input));
        return ARCHIVE_FATAL;
    }
    return (la_ssize_t)ahead.length;
}

static la_int64_t seek(struct archive *archive, void *context, la_int64_t offset, int whence)
{
    struct unpacking *unpacking = context;
    int64_t at = input_seek(unpacking->input, offset, whence);

    if (at < 0) {
        archive_set_error(archive, EIO, "the file cannot be read from another place");
        return ARCHIVE_FATAL;
    }
    unpacking->handed = 0;
    return at;
}

/* A ZIP ends in a record that says where its list of members is, and a short comment. */
enum { ZIP_END = 22, ZIP_COMMENT_MAX = 65535, ZIP_TAIL = ZIP_END + ZIP_COMMENT_MAX };

static bool has_end_of_zip(struct span tail)
{
    for (size_t back = ZIP_END; back <= tail.length && back <= ZIP_TAIL; back++)
        if (span_starts(span_cut(tail, tail.length - back, tail.length), "PK\x05\x06"))
            return true;
    return false;
}

/* One filter at most: what is packed twice comes back to the reader, which counts. */
static int open_stream(struct unpacking *unpacking)
{
    static const int filters[PACKING_KINDS] = {
        [PACKING_GZIP] = ARCHIVE_FILTER_GZIP,
        [PACKING_BZIP2] = ARCHIVE_FILTER_BZIP2,
        [PACKING_XZ] = ARCHIVE_FILTER_XZ,
        [PACKING_ZSTD] = ARCHIVE_FILTER_ZSTD,
    };
    struct archive *archive = unpacking->archive;

    (void)archive_read_support_format_tar(archive);
    if (packing_is_bare(unpacking->packing)) {
        (void)archive_read_support_format_raw(archive);
        (void)archive_read_support_format_empty(archive);
        (void)archive_read_append_filter(archive, filters[unpacking->packing]);
    }
    return archive_read_open(archive, unpacking, NULL, feed, NULL);
}

/* A file of its own is read from wherever its list of members says. */
static int open_seekable(struct unpacking *unpacking, int64_t size)
{
    struct archive *archive = unpacking->archive;
    int64_t tail = size < ZIP_TAIL ? 0 : size - ZIP_TAIL;

    (void)input_seek(unpacking->input, tail, SEEK_SET);
    unpacking->headless = unpacking->packing == PACKING_ZIP &&
                          !has_end_of_zip(input_ahead(unpacking->input, ZIP_TAIL));
    (void)input_seek(unpacking->input, 0, SEEK_SET);
    unpacking->size = (uint64_t)size;
    (void)archive_read_set_read_callback(archive, feed);
    (void)archive_read_set_seek_callback(archive, seek);
    (void)archive_read_set_callback_data(archive, unpacking);
    return archive_read_open1(archive);
}

static int open_held(struct unpacking *unpacking, struct span whole)
{
    unpacking->handed = whole.length;
    unpacking->size = whole.length;
    unpacking->headless = unpacking->packing == PACKING_ZIP && !has_end_of_zip(whole);
    return archive_read_open_memory(unpacking->archive, whole.bytes, whole.length);
}

/* These two have a list of their members, at the end. */
static int open_listed(struct unpacking *unpacking)
{
    struct archive *archive = unpacking->archive;
    int64_t size = input_seek(unpacking->input, 0, SEEK_END);
    struct span ahead = size < 0 ? input_ahead(unpacking->input, INPUT_MAX) : SPAN_EMPTY;

    if (unpacking->packing == PACKING_7Z) {
        (void)archive_read_support_format_7zip(archive);
        if (ahead.length >= INPUT_MAX) {
            (void)fault_set(&unpacking->broken, FAULT_LIMIT,
                            "a 7z archive within another or in a pipe is read up to 16 MB");
            return ARCHIVE_FATAL;
        }
    } else {
        (void)archive_read_support_format_zip_streamable(archive);
        if (ahead.length >= INPUT_MAX)
            return archive_read_open(archive, unpacking, NULL, feed, NULL);
        (void)archive_read_support_format_zip_seekable(archive);
    }
    return size < 0 ? open_held(unpacking, ahead) : open_seekable(unpacking, size);
}

/* --- what comes out ----------------------------------------------------------------- */

static struct span shown(struct span name)
{
    return name.length > NAME_SHOWN ? span_cut(name, 0, NAME_SHOWN) : name;
}

static const char *reason_of(struct archive *archive)
{
    const char *reason = archive_error_string(archive);

    return reason ? reason : "its end is missing";
}

/* Takes down why libarchive stopped; only what is fatal ends the archive. */
static void stop(struct unpacking *unpacking, int status)
{
    struct archive *archive = unpacking->archive;

    /* An archive may ask for more than there should be; where nothing is left the run ends here. */
    if (archive_errno(archive) == ENOMEM)
        free(memory_new(1, FEED));
    unpacking->over = status == ARCHIVE_FATAL;
    if (unpacking->broken.kind != FAULT_NONE)
        return;
    if (unpacking->over)
        (void)fault_set(&unpacking->broken, FAULT_INPUT,
                        "it is cut off or damaged near byte %lld (%s); what came before is read",
                        (long long)archive_filter_bytes(archive, -1), reason_of(archive));
    else
        (void)fault_set(&unpacking->broken, FAULT_INPUT, "%.*s: it cannot be unpacked (%s)",
                        SPAN_PRINT(shown(bytes_span(&unpacking->member))), reason_of(archive));
}

/* Counts what came out; false where it is more than anything honest gives. */
static bool count_out(struct unpacking *unpacking, size_t size)
{
    uint64_t in = unpacking->size ? unpacking->size : unpacking->fed;
    const char *reason = packing_refusal(in, unpacking->out += size);

    if (!reason)
        return true;
    unpacking->over = true;
    return fault_set(&unpacking->broken, FAULT_LIMIT, "%s", reason);
}

static ssize_t member_read(void *context, char *room, size_t size)
{
    struct unpacking *unpacking = context;
    la_ssize_t got;

    if (unpacking->broken.kind == FAULT_NONE) {
        got = archive_read_data(unpacking->archive, room, size);
        if (got < 0)
            stop(unpacking, (int)got);
        else if (count_out(unpacking, (size_t)got)) {
            unpacking->inside = got > 0;
            return got;
        }
    }
    errno = unpacking->broken.kind == FAULT_LIMIT ? EFBIG : EBADMSG;
    return -1;
}

/* What is left of the member at hand, so that it counts as well. */
static void pass_over(struct unpacking *unpacking)
{
    const void *block;
    size_t size;
    la_int64_t at;

    /* Nothing comes behind a lone file: where it was refused, its rest need not be seen. */
    if (unpacking->inside && unpacking->broken.kind == FAULT_NONE &&
        archive_format(unpacking->archive) == ARCHIVE_FORMAT_RAW)
        unpacking->over = unpacking->told = true;
    while (unpacking->inside && !unpacking->over && unpacking->broken.kind == FAULT_NONE) {
        int status = archive_read_data_block(unpacking->archive, &block, &size, &at);

        if (status == ARCHIVE_FATAL)
            stop(unpacking, status);
        unpacking->inside = status == ARCHIVE_OK && count_out(unpacking, size);
    }
    unpacking->inside = false;
}

/* --- members ------------------------------------------------------------------------ */

/* True for a name that the reader would pass over in a folder. */
static bool is_hidden(struct span name)
{
    size_t start = 0;

    for (size_t i = 0; i <= name.length; i++) {
        struct span part;

        if (i < name.length && name.bytes[i] != '/')
            continue;
        part = span_cut(name, start, i);
        if (span_is(part, "__MACOSX") || span_is(part, "broadsheet.yaml") ||
            (span_starts(part, ".") && !span_is(part, ".") && !span_is(part, "..")))
            return true;
        start = i + 1;
    }
    return false;
}

/* Why a member is left out; NULL where it is read. */
static const char *refusal(const struct unpacking *unpacking, struct archive_entry *entry)
{
    if (archive_entry_hardlink(entry) || archive_entry_filetype(entry) == AE_IFLNK)
        return "a link is not followed";
    if (archive_entry_filetype(entry) != AE_IFREG && archive_entry_filetype(entry) != 0)
        return "it is neither a file nor a folder";
    if (archive_entry_is_encrypted(entry))
        return "it is encrypted; unpack it first";
    if (unpacking->member.count == 0)
        return "a member has no name";
    if (unpacking->member.count > NAME_MAX_BYTES)
        return "its name is longer than 4,096 bytes";
    return NULL;
}

/* The name without what says "from here on": "./a" and "/a" are "a". */
static void take_name(struct unpacking *unpacking, struct archive_entry *entry)
{
    const char *name = archive_entry_pathname(entry);
    struct span rest = name ? span_of(name) : SPAN_EMPTY;

    while (span_starts(rest, "/") || span_starts(rest, "./"))
        rest = span_cut(rest, 1, rest.length);
    bytes_clear(&unpacking->member);
    bytes_add(&unpacking->member, rest);
}

static struct input *open_member(struct unpacking *unpacking)
{
    const struct input_about *outer = input_about(unpacking->input);
    struct input_about about = *outer;
    struct bytes path = BYTES_EMPTY;
    struct input *member;

    if (archive_format(unpacking->archive) == ARCHIVE_FORMAT_RAW) {
        about.path = packing_path(unpacking->packing, outer->path);
    } else {
        bytes_add(&path, outer->path);
        bytes_add_byte(&path, '/');
        bytes_add(&path, bytes_span(&unpacking->member));
        about = (struct input_about){.path = bytes_span(&path), .root = outer->root};
    }
    member = input_open(about, (struct input_source){.context = unpacking, .read = member_read});
    bytes_release(&path);
    return member;
}

/* The next header; false at the end, or where the archive cannot be read on. */
static bool next_header(struct unpacking *unpacking, struct archive_entry **entry)
{
    locale_t before = unpacking->names ? uselocale(unpacking->names) : (locale_t)0;
    int status = archive_read_next_header(unpacking->archive, entry);

    if (status == ARCHIVE_OK || status == ARCHIVE_WARN)
        take_name(unpacking, *entry);
    else if (status != ARCHIVE_EOF)
        stop(unpacking, ARCHIVE_FATAL);
    if (unpacking->names)
        (void)uselocale(before);
    unpacking->over |= status == ARCHIVE_EOF;
    return status == ARCHIVE_OK || status == ARCHIVE_WARN;
}

static struct unpacking *start(struct input *input)
{
    struct unpacking *unpacking = memory_new(1, sizeof *unpacking);
    int status;

    unpacking->input = input;
    unpacking->packing = packing_of(input_ahead(input, FORMAT_LOOK));
    unpacking->names = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    unpacking->archive = archive_read_new();
    if (!unpacking->archive)
        memory_exhausted(1, 0);
    status = unpacking->packing == PACKING_ZIP || unpacking->packing == PACKING_7Z
                 ? open_listed(unpacking)
                 : open_stream(unpacking);
    if (status < ARCHIVE_WARN || archive_errno(unpacking->archive))
        stop(unpacking, ARCHIVE_FATAL);
    return unpacking;
}

/* What libarchive takes for an end and is none. */
static void doubt_end(struct unpacking *unpacking)
{
    struct archive *archive = unpacking->archive;
    int format = archive_format(archive);
    uint64_t used = (uint64_t)archive_filter_bytes(archive, -1);

    if (unpacking->headless)
        (void)fault_set(&unpacking->broken, FAULT_INPUT,
                        "it is cut off near byte %llu: its list of members is missing; "
                        "what came before is read",
                        (unsigned long long)unpacking->size);
    else if (format == ARCHIVE_FORMAT_EMPTY)
        (void)fault_set(
            &unpacking->broken, FAULT_INPUT,
            "nothing comes out of it: it is empty, or cut off or damaged near byte %llu",
            (unsigned long long)used);
    else if (format == ARCHIVE_FORMAT_RAW && used < unpacking->fed)
        (void)fault_set(&unpacking->broken, FAULT_INPUT,
                        "what follows byte %llu is not packed the same way and is not read",
                        (unsigned long long)used);
}

/* Hands out why the reading stopped, once. */
static enum format_result report(struct unpacking *unpacking, struct fault *fault)
{
    if (unpacking->over && !unpacking->told && unpacking->broken.kind == FAULT_NONE)
        doubt_end(unpacking);
    unpacking->told = unpacking->over;
    *fault = unpacking->broken;
    unpacking->broken = FAULT_EMPTY;
    if (!unpacking->over)
        return FORMAT_SKIP;
    input_take(unpacking->input, unpacking->handed);
    unpacking->handed = 0;
    return FORMAT_END;
}

static enum format_result next(void **state, struct input *input, struct input **member,
                               struct fault *fault)
{
    struct unpacking *unpacking = *state;
    struct archive_entry *entry;
    const char *reason;

    if (!unpacking)
        *state = unpacking = start(input);
    pass_over(unpacking);
    while (unpacking->broken.kind == FAULT_NONE && !unpacking->over) {
        if (!next_header(unpacking, &entry))
            break;
        if (archive_entry_filetype(entry) == AE_IFDIR ||
            is_hidden(bytes_span(&unpacking->member))) {
            unpacking->inside = true;
            pass_over(unpacking);
            continue;
        }
        reason = refusal(unpacking, entry);
        unpacking->inside = true;
        if (!reason) {
            *member = open_member(unpacking);
            return FORMAT_ARTICLE;
        }
        (void)fault_set(fault, FAULT_INPUT, "%.*s: %s",
                        SPAN_PRINT(shown(bytes_span(&unpacking->member))), reason);
        return FORMAT_SKIP;
    }
    return report(unpacking, fault);
}

static bool claims(struct span path, struct span start)
{
    (void)path;
    return packing_of(start) != PACKING_NONE;
}

static void close_state(void *state)
{
    struct unpacking *unpacking = state;

    if (!unpacking)
        return;
    (void)archive_read_free(unpacking->archive);
    if (unpacking->names)
        freelocale(unpacking->names);
    bytes_release(&unpacking->member);
    free(unpacking);
}

const struct container read_archive_container = {
    .name = "archive",
    .claims = claims,
    .next = next,
    .close = close_state,
};
