#include "reports/export/manifest.h"

#include "corpus/base/bytes.h"
#include "reports/export/jsonfile.h"

static void add_made_from(struct jsonfile *json, const struct manifest *manifest)
{
    struct jsonfile *input = jsonfile_object(json, "input");
    struct jsonfile *settings = jsonfile_object(json, "settings");
    struct jsonfile *rules = jsonfile_object(json, "rules");

    jsonfile_count(input, "articles", manifest->articles);
    jsonfile_text(input, "sha256", manifest->input_sha256);
    jsonfile_count(settings, "seed", manifest->seed);
    jsonfile_count(settings, "baseline_weeks", manifest->baseline_weeks);
    jsonfile_count(settings, "minimum_articles", manifest->minimum_articles);
    jsonfile_text(settings, "topics_sha256", manifest->topics_sha256);
    jsonfile_text(settings, "sha256", manifest->settings_sha256);
    jsonfile_count(rules, "annotation", manifest->annotation_version);
    jsonfile_count(rules, "store", manifest->store_version);
}

bool manifest_write(struct outdir *dir, const struct manifest *manifest, struct fault *fault)
{
    struct jsonfile *json = jsonfile_new();
    struct jsonfile *files;
    struct bytes text = BYTES_EMPTY;
    bool done;

    jsonfile_text(json, "broadsheet", manifest->version);
    jsonfile_text(json, "command", manifest->command);
    jsonfile_text(json, "period", manifest->period);
    jsonfile_text(json, "created", manifest->created);
    add_made_from(json, manifest);
    files = jsonfile_list(json, "files");
    for (size_t i = 0; i < dir->count; i++) {
        struct jsonfile *file = jsonfile_item(files);

        jsonfile_text(file, "name", span_of(dir->files[i].name));
        jsonfile_count(file, "bytes", dir->files[i].bytes);
        jsonfile_text(file, "sha256", span_of(dir->files[i].sha256));
    }
    jsonfile_print(&text, json);
    jsonfile_release(json);
    done = outdir_write(dir, "manifest.json", bytes_span(&text), fault);
    bytes_release(&text);
    return done;
}
