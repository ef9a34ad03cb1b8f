#include "corpus/read/paths.h"

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEPTH_MAX = 64 };

/* What one operand's search works with. */
struct search {
    struct paths *paths;
    struct skips *skips;
    uint32_t operand;
};

static void add_file(struct search *search, struct span path, size_t root)
{
    struct paths *paths = search->paths;

    paths->items =
        memory_grow(paths->items, &paths->capacity, paths->count + 1, sizeof *paths->items);
    paths->items[paths->count++] = (struct found_file){
        .path = arena_copy(&paths->arena, path),
        .root = root,
        .operand = search->operand,
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

static void find_below(struct search *search, struct bytes *path, size_t root, int depth);

static void find_entry(struct search *search, struct bytes *path, size_t root, int depth)
{
    struct stat link, status;
    bool is_link = lstat(bytes_text(path), &link) == 0 && S_ISLNK(link.st_mode);

    if (stat(bytes_text(path), &status) != 0)
        skips_add(search->skips, bytes_span(path), root, strerror(errno));
    else if (S_ISDIR(status.st_mode) && is_link)
        skips_add(search->skips, bytes_span(path), root, "a link to a folder is not followed");
    else if (S_ISDIR(status.st_mode))
        find_below(search, path, root, depth + 1);
    else if (S_ISREG(status.st_mode))
        add_file(search, bytes_span(path), root);
    else
        skips_add(search->skips, bytes_span(path), root, "this is neither a file nor a folder");
}

static void find_below(struct search *search, struct bytes *path, size_t root, int depth)
{
    struct dirent **entries = NULL;
    size_t length = path->count;
    int count;

    if (depth > DEPTH_MAX) {
        skips_add(search->skips, bytes_span(path), root, "folders lie more than 64 deep");
        return;
    }
    count = scandir(bytes_text(path), &entries, is_wanted, by_name);
    if (count < 0) {
        skips_add(search->skips, bytes_span(path), root, strerror(errno));
        return;
    }
    for (int i = 0; i < count; i++) {
        bytes_print(path, "/%s", entries[i]->d_name);
        find_entry(search, path, root, depth);
        path->count = length;
        path->items[length] = '\0';
        free(entries[i]);
    }
    free(entries);
}

/* Ids leave out the operand and the slash behind it; of a file its folders. */
bool paths_find(struct paths *paths, const char *operand, uint32_t number, struct skips *skips,
                struct fault *fault)
{
    struct search search = {.paths = paths, .skips = skips, .operand = number};
    struct bytes path = BYTES_EMPTY;
    struct stat status;

    if (strcmp(operand, "-") == 0) {
        add_file(&search, span_of(operand), 0);
        return true;
    }
    if (stat(operand, &status) != 0)
        return fault_set(fault, FAULT_INPUT, "%s: %s", operand,
                         errno == ENOENT ? "there is no such file or folder" : strerror(errno));
    if (access(operand, S_ISDIR(status.st_mode) ? R_OK | X_OK : R_OK) != 0)
        return fault_set(fault, FAULT_INPUT, "%s: it may not be read (%s)", operand,
                         strerror(errno));
    bytes_add_text(&path, operand);
    while (path.count > 1 && path.items[path.count - 1] == '/')
        path.items[--path.count] = '\0';
    if (S_ISDIR(status.st_mode))
        find_below(&search, &path, path.count + 1, 0);
    else {
        size_t root = path.count;

        while (root > 0 && path.items[root - 1] != '/')
            root--;
        find_entry(&search, &path, root, 0);
    }
    bytes_release(&path);
    return true;
}

/* True where the path, of a file of that base name, leads to the file that `status` is of. */
static bool leads_to(struct span path, struct span base, const struct stat *status)
{
    struct stat found;

    return span_ends(path, base.bytes) && stat(path.bytes, &found) == 0 &&
           found.st_dev == status->st_dev && found.st_ino == status->st_ino;
}

void paths_leave_out(struct paths *paths, struct span path)
{
    size_t base = path.length, kept = 0;
    struct stat status;

    if (path.length == 0 || stat(path.bytes, &status) != 0)
        return;
    while (base > 0 && path.bytes[base - 1] != '/')
        base--;
    for (size_t i = 0; i < paths->count; i++) {
        if (!leads_to(paths->items[i].path, span_cut(path, base, path.length), &status))
            paths->items[kept++] = paths->items[i];
    }
    paths->count = kept;
}

void paths_release(struct paths *paths)
{
    arena_release(&paths->arena);
    free(paths->items);
    *paths = PATHS_EMPTY;
}
