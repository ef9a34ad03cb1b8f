#include "reports/export/outdir.h"

#include "corpus/base/memory.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SPILL_BYTES = 256 << 10 };

static bool refuse(const char *path, const char *what, struct fault *fault)
{
    return fault_set(fault, FAULT_OUTPUT, "%s: it cannot be %s (%s)", path, what, strerror(errno));
}

static char *join(const char *folder, const char *name, const char *ending)
{
    struct bytes path = BYTES_EMPTY;

    bytes_print(&path, "%s/%s%s", folder, name, ending);
    return path.items;
}

static bool make_one(struct outdir *dir, const char *path, struct fault *fault)
{
    if (mkdir(path, 0777) != 0)
        return errno == EEXIST || refuse(path, "made", fault);
    dir->made = memory_grow(dir->made, &dir->made_capacity, dir->made_count + 1, sizeof *dir->made);
    dir->made[dir->made_count++] = memory_text(span_of(path));
    return true;
}

/* Makes a folder and those above it. */
static bool make_folder(struct outdir *dir, const char *path, struct fault *fault)
{
    char *copy = memory_text(span_of(path));
    bool done = true;

    for (char *at = copy + 1; done; at++) {
        char kept = *at;

        if (kept != '/' && kept != '\0')
            continue;
        *at = '\0';
        done = make_one(dir, copy, fault);
        *at = kept;
        if (kept == '\0')
            break;
    }
    free(copy);
    return done;
}

static bool may_write(const char *path, struct fault *fault)
{
    return access(path, W_OK | X_OK) == 0 || refuse(path, "written into", fault);
}

bool outdir_open(struct outdir *dir, const char *path, struct fault *fault)
{
    char *tables = join(path, "csv", "");
    bool done = make_folder(dir, path, fault) && may_write(path, fault) &&
                make_folder(dir, tables, fault) && may_write(tables, fault);

    free(tables);
    if (done)
        dir->path = memory_text(span_of(path));
    return done;
}

static bool write_all(int descriptor, struct span bytes)
{
    while (bytes.length) {
        ssize_t wrote = write(descriptor, bytes.bytes, bytes.length);

        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return false;
        bytes = span_cut(bytes, (size_t)wrote, bytes.length);
    }
    return true;
}

struct outdir_file *outdir_begin(struct outdir *dir, const char *name, struct fault *fault)
{
    struct outdir_file *file = &dir->files[dir->count];

    assert(dir->count < OUTDIR_FILES_MAX);
    *file = (struct outdir_file){
        .path = join(dir->path, name, ""),
        .temporary = join(dir->path, name, ".part"),
        .name = memory_text(span_of(name)),
        .sum = hash_sum_start(),
    };
    dir->count++;
    file->descriptor = open(file->temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file->descriptor >= 0)
        return file;
    (void)refuse(file->temporary, "written", fault);
    return NULL;
}

bool outdir_add(struct outdir_file *file, struct span bytes, struct fault *fault)
{
    file->bytes += bytes.length;
    hash_sum_add(file->sum, bytes);
    return write_all(file->descriptor, bytes) || refuse(file->temporary, "written", fault);
}

bool outdir_spill(struct outdir_file *file, struct bytes *bytes, struct fault *fault)
{
    bool done = true;

    if (file && bytes->count >= SPILL_BYTES) {
        done = outdir_add(file, bytes_span(bytes), fault);
        bytes_clear(bytes);
    }
    return done;
}

static void end_sum(struct outdir_file *file)
{
    hash_sum_end(file->sha256, file->sum);
    file->sum = NULL;
}

bool outdir_end(struct outdir_file *file, struct fault *fault)
{
    bool done = fsync(file->descriptor) == 0 || refuse(file->temporary, "written", fault);

    if (close(file->descriptor) != 0 && done)
        done = refuse(file->temporary, "written", fault);
    file->descriptor = -1;
    end_sum(file);
    return done;
}

bool outdir_write(struct outdir *dir, const char *name, struct span bytes, struct fault *fault)
{
    struct outdir_file *file = outdir_begin(dir, name, fault);

    return file && outdir_add(file, bytes, fault) && outdir_end(file, fault);
}

bool outdir_commit(struct outdir *dir, struct fault *fault)
{
    for (size_t i = 0; i < dir->count; i++) {
        if (rename(dir->files[i].temporary, dir->files[i].path) != 0)
            return refuse(dir->files[i].path, "put in place", fault);
    }
    dir->committed = true;
    return true;
}

void outdir_release(struct outdir *dir)
{
    for (size_t i = 0; i < dir->count; i++) {
        if (!dir->committed)
            (void)unlink(dir->files[i].temporary);
        if (dir->files[i].descriptor >= 0)
            (void)close(dir->files[i].descriptor);
        end_sum(&dir->files[i]);
        free(dir->files[i].path);
        free(dir->files[i].temporary);
        free(dir->files[i].name);
    }
    for (size_t i = dir->made_count; i-- > 0;) {
        if (!dir->committed)
            (void)rmdir(dir->made[i]); /* not where somebody else has put a file there */
        free(dir->made[i]);
    }
    free(dir->made);
    free(dir->path);
    *dir = OUTDIR_EMPTY;
}

bool outdir_replace(const char *path, struct span bytes, struct fault *fault)
{
    const char *slash = strrchr(path, '/');
    struct outdir dir = {
        .path = memory_text(slash ? (struct span){path, (size_t)(slash - path)} : span_of("."))};
    bool done =
        outdir_write(&dir, slash ? slash + 1 : path, bytes, fault) && outdir_commit(&dir, fault);

    outdir_release(&dir);
    return done;
}
