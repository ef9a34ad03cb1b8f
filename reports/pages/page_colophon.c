#include "reports/pages/pages.h"
#include "reports/pages/wording.h"

static void add_files(struct edition *edition)
{
    struct span *names = arena_new(edition->arena, edition->about->file_count + 1, sizeof *names);
    struct prose *prose = edition_prose(edition);

    for (size_t i = 0; i < edition->about->file_count; i++) {
        struct span name = edition->about->files[i];

        names[i] = span_cut(name, span_starts(name, "csv/") ? 4 : 0, name.length);
    }
    TELL(prose, &edition->wording,
         "Tables beside this report, in csv/: {files}. Each row’s last column is an id that names "
         "it. manifest.json lists all files with their SHA-256.",
         TEXT("files", wording_list(&edition->wording, names, edition->about->file_count)));
    document_paragraph(edition->document, prose);
}

static void add_fonts(struct edition *edition)
{
    struct prose *prose = edition_prose(edition);
    const struct fonts *fonts = edition->about->fonts;
    struct span names[FONTS_SET_IN];
    size_t count = 0;

    if (!fonts || fonts->count == 0)
        return;
    for (size_t i = 0; i < fonts->count && i < FONTS_SET_IN; i++)
        names[count++] = wording_print(edition->arena, "%s\u00A0(%.12s)", fonts->files[i].name,
                                       fonts->files[i].sha256);
    TELL(prose, &edition->wording,
         "Set in Inter and Noto Serif (SIL Open Font License). Font files, with the first digits "
         "of their SHA-256: {files}{more?, and {more} more for other scripts}.",
         TEXT("files", wording_list(&edition->wording, names, count)),
         NUMBER("more", fonts->count - count));
    document_paragraph(edition->document, prose);
}

static void add_hash(struct edition *edition, const char *pattern, struct span hash)
{
    if (hash.length)
        edition_paragraph(edition, SAY(&edition->wording, pattern, TEXT("hash", hash)));
}

void page_colophon(struct edition *edition)
{
    const struct weekly_about *about = edition->about;

    edition_section(edition, "Colophon", "Colophon", "colophon");
    edition_paragraph(
        edition, SAY(&edition->wording,
                     "Made by broadsheet {version}, free software under the GNU General Public "
                     "License, version 3 or later.",
                     TEXT("version", about->version)));
    if (about->command.length)
        edition_paragraph(
            edition, SAY(&edition->wording, "Command: {command}", TEXT("command", about->command)));
    add_hash(edition, "Articles: SHA-256 {hash}", about->input_hash);
    add_hash(edition, "Settings: SHA-256 {hash}", about->settings_hash);
    add_files(edition);
    add_fonts(edition);
}
