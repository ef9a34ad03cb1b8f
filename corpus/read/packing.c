#include "corpus/read/packing.h"

enum {
    TAR_HEADER = 512,
    TAR_SUM_AT = 148, /* where its sum of bytes stands, in octal digits */
    TAR_SUM_LENGTH = 8,
    ZIP_NAME_AT = 30,     /* of the first member */
    RATIO_MAX = 200,      /* bytes out for one in ... */
    RATIO_FROM = 1 << 20, /* ... once so many are out */
};

#define OUT_MAX (UINT64_C(4) << 30)

static const struct {
    enum packing packing;
    size_t length;
    const char *magic;
} kinds[] = {
    {PACKING_GZIP, 3, "\x1F\x8B\x08"},        {PACKING_XZ, 6, "\xFD\x37zXZ\0"},
    {PACKING_ZSTD, 4, "\x28\xB5\x2F\xFD"},    {PACKING_7Z, 6, "7z\xBC\xAF\x27\x1C"},
    {PACKING_ZIP, 4, "PK\x03\x04"},           {PACKING_ZIP, 4, "PK\x05\x06"}, /* an empty one */
    {PACKING_ZIP, 8, "PK\x07\x08PK\x03\x04"},
};

/* After "BZh" and a digit comes a block, or the end of an empty file. */
static bool is_bzip2(struct span start)
{
    return start.length >= 10 && span_starts(start, "BZh") && start.bytes[3] >= '1' &&
           start.bytes[3] <= '9' &&
           (memcmp(start.bytes + 4, "1AY&SY", 6) == 0 ||
            memcmp(start.bytes + 4, "\x17\x72\x45\x38\x50\x90", 6) == 0);
}

/* A header's bytes add up to what it says, its own sum counted as blanks. */
static bool is_tar(struct span start)
{
    unsigned long stated = 0, sum = 0;
    bool digits = false;

    if (start.length < TAR_HEADER || start.bytes[0] == '\0')
        return false;
    for (size_t i = TAR_SUM_AT; i < TAR_SUM_AT + TAR_SUM_LENGTH; i++) {
        char byte = start.bytes[i];

        if (byte >= '0' && byte <= '7') {
            stated = stated * 8 + (unsigned long)(byte - '0');
            digits = true;
        } else if (digits || byte != ' ') {
            break;
        }
    }
    for (size_t i = 0; i < TAR_HEADER; i++)
        sum += i >= TAR_SUM_AT && i < TAR_SUM_AT + TAR_SUM_LENGTH ? ' '
                                                                  : (unsigned char)start.bytes[i];
    return digits && sum == stated;
}

/* By the member that such documents put first. */
static bool is_document(struct span start)
{
    static const char *const firsts[] = {"[Content_Types].xml", "_rels/", "mimetype", "META-INF/"};
    struct span name;

    if (start.length < ZIP_NAME_AT)
        return false;
    name = span_cut(start, ZIP_NAME_AT, start.length);
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++)
        if (span_starts(name, firsts[i]))
            return true;
    return false;
}

enum packing packing_of(struct span start)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (start.length < kinds[i].length ||
            memcmp(start.bytes, kinds[i].magic, kinds[i].length) != 0)
            continue;
        if (kinds[i].packing == PACKING_ZIP && is_document(start))
            return PACKING_NONE;
        return kinds[i].packing;
    }
    if (is_bzip2(start))
        return PACKING_BZIP2;
    return is_tar(start) ? PACKING_TAR : PACKING_NONE;
}

bool packing_is_bare(enum packing packing)
{
    return packing >= PACKING_GZIP && packing <= PACKING_ZSTD;
}

struct span packing_path(enum packing packing, struct span path)
{
    static const char *const endings[PACKING_KINDS] = {
        [PACKING_GZIP] = ".gz",
        [PACKING_BZIP2] = ".bz2",
        [PACKING_XZ] = ".xz",
        [PACKING_ZSTD] = ".zst",
    };
    const char *ending = endings[packing];
    size_t kept;

    if (!ending || !span_ends(path, ending))
        return path;
    kept = path.length - strlen(ending);
    return kept && path.bytes[kept - 1] != '/' ? span_cut(path, 0, kept) : path;
}

const char *packing_refusal(uint64_t in, uint64_t out)
{
    if (out > OUT_MAX)
        return "more than 4 GB come out of it; the rest is not read";
    if (out > RATIO_FROM && out / RATIO_MAX > in)
        return "more than 200 times its size comes out of it, as of a decompression bomb; "
               "the rest is not read";
    return NULL;
}
