#include "reports/draw/fonts.h"

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"

#include <errno.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CJK FONTS_NOTO "/../../opentype/noto/"

static const struct {
    const char *path;
    const char *package; /* NULL where the font may be missing */
} wanted[] = {
    {FONTS_INTER "/Inter-Regular.otf", "fonts-inter"},
    {FONTS_INTER "/Inter-SemiBold.otf", "fonts-inter"},
    {FONTS_INTER "/InterDisplay-SemiBold.otf", "fonts-inter"},
    {FONTS_NOTO "/NotoSerif-Bold.ttf", "fonts-noto-core"},
    {FONTS_NOTO "/NotoSans-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansArabic-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansHebrew-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansDevanagari-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansBengali-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansGujarati-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansGurmukhi-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansTamil-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansTelugu-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansKannada-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansMalayalam-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansSinhala-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansThai-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansLao-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansKhmer-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansMyanmar-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansGeorgian-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansArmenian-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansEthiopic-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSerifTibetan-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansMath-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansSymbols-Regular.ttf", NULL},
    {FONTS_NOTO "/NotoSansSymbols2-Regular.ttf", NULL},
    {CJK "NotoSansCJK-Regular.ttc", NULL},
};

bool fonts_check(const char *path, const char *package, struct fault *fault)
{
    if (access(path, R_OK) == 0)
        return true;
    return fault_set(fault, FAULT_INPUT, "the font '%s' is not there; install %s", path, package);
}

static void add_file(struct fonts *fonts, FcConfig *config, const char *path)
{
    const char *slash = strrchr(path, '/');

    if (!FcConfigAppFontAddFile(config, (const FcChar8 *)path))
        return;
    fonts->files[fonts->count++] =
        (struct font_file){.name = slash ? slash + 1 : path, .path = path};
}

bool fonts_open(struct fonts *fonts, struct fault *fault)
{
    size_t count = sizeof wanted / sizeof *wanted;
    FcConfig *config;
    PangoFontMap *map;

    for (size_t i = 0; i < count; i++)
        if (wanted[i].package && !fonts_check(wanted[i].path, wanted[i].package, fault))
            return false;
    config = FcConfigCreate();
    if (!config)
        memory_exhausted(1, 1);
    for (size_t i = 0; i < count; i++)
        if (access(wanted[i].path, R_OK) == 0)
            add_file(fonts, config, wanted[i].path);
    map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    FcConfigDestroy(config); /* the map holds its own reference */
    fonts->map = map;
    return true;
}

static bool hash_file(struct font_file *file, struct fault *fault)
{
    FILE *stream = fopen(file->path, "rb");
    struct bytes bytes = BYTES_EMPTY;
    size_t got;
    bool ok;

    if (!stream)
        return fault_set(fault, FAULT_INPUT, "the font '%s' can't be read: %s", file->path,
                         strerror(errno));
    while ((got = fread(bytes_room(&bytes, 1 << 16), 1, 1 << 16, stream)) > 0)
        bytes_grown(&bytes, got);
    ok = !ferror(stream);
    if (fclose(stream) != 0 || !ok)
        ok = fault_set(fault, FAULT_INPUT, "the font '%s' can't be read", file->path);
    if (ok)
        hash_sha256(file->sha256, bytes_span(&bytes));
    bytes_release(&bytes);
    return ok;
}

bool fonts_hash(struct fonts *fonts, size_t count, struct fault *fault)
{
    for (size_t i = 0; i < fonts->count && i < count; i++)
        if (!fonts->files[i].sha256[0] && !hash_file(&fonts->files[i], fault))
            return false;
    return true;
}

void fonts_release(struct fonts *fonts)
{
    if (fonts->map)
        g_object_unref(fonts->map);
    *fonts = FONTS_EMPTY;
}
