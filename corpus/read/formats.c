#include "corpus/read/formats.h"

#include "corpus/read/read_archive.h"
#include "corpus/read/read_csv.h"
#include "corpus/read/read_feed.h"
#include "corpus/read/read_html.h"
#include "corpus/read/read_json.h"
#include "corpus/read/read_markdown.h"
#include "corpus/read/read_newsxml.h"
#include "corpus/read/read_otherxml.h"
#include "corpus/read/read_sgml.h"
#include "corpus/read/read_text.h"
#include "corpus/read/read_warc.h"

// clang-format off
static const struct format *const formats[] = {
    &read_json_format,
    &read_json_lines_format,
    &read_newsxml_format,
    &read_feed_format,
    &read_html_format,
    &read_sgml_format,
    &read_otherxml_format, /* takes whatever else begins like XML, to say what it is */
    &read_csv_format,
    &read_markdown_format,
    &read_text_format,
    NULL,
};
// clang-format on

const struct format *formats_find(struct span path, struct span start)
{
    for (size_t i = 0; formats[i]; i++) {
        if (formats[i]->claims(path, start))
            return formats[i];
    }
    return NULL;
}

static const struct container *const containers[] = {
    &read_archive_container,
    &read_warc_container,
    NULL,
};

const struct container *formats_find_container(struct span path, struct span start)
{
    for (size_t i = 0; containers[i]; i++) {
        if (containers[i]->claims(path, start))
            return containers[i];
    }
    return NULL;
}
