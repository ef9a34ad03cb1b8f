#include "reports/pages/pages.h"
#include "reports/pages/wording.h"

static void add_files(struct edition *edition)
{
    struct prose *prose = edition_prose(edition);

    prose_print(prose, "Tables beside this report, in csv/: ");
    for (size_t i = 0; i < edition->about->file_count; i++) {
        struct span name = edition->about->files[i];

        if (i)
            prose_print(prose, ", ");
        prose_text(prose, span_cut(name, span_starts(name, "csv/") ? 4 : 0, name.length));
    }
    prose_print(prose, ". Each row’s last column is an id that names it. "
                       "manifest.json lists all files with their SHA-256.");
    document_paragraph(edition->document, prose);
}

static void add_fonts(struct edition *edition)
{
    struct prose *prose = edition_prose(edition);
    const struct fonts *fonts = edition->about->fonts;

    if (!fonts || fonts->count == 0)
        return;
    prose_print(prose, "Set in Inter and Noto Serif (SIL Open Font License). Font files, with the "
                       "first digits of their SHA-256: ");
    for (size_t i = 0; i < fonts->count && i < FONTS_SET_IN; i++)
        prose_print(prose, "%s%s\u00A0(%.12s)", i ? ", " : "", fonts->files[i].name,
                    fonts->files[i].sha256);
    if (fonts->count > FONTS_SET_IN)
        prose_print(prose, ", and %zu more for other scripts", fonts->count - FONTS_SET_IN);
    prose_print(prose, ".");
    document_paragraph(edition->document, prose);
}

static void add_hash(struct edition *edition, const char *what, struct span hash)
{
    if (hash.length)
        edition_paragraph(
            edition, wording_print(edition->arena, "%s: SHA-256 %.*s", what, SPAN_PRINT(hash)));
}

void page_colophon(struct edition *edition)
{
    const struct weekly_about *about = edition->about;

    edition_section(edition, "Colophon", "Colophon", "colophon");
    edition_paragraph(edition,
                      wording_print(edition->arena,
                                    "Made by broadsheet %.*s, free software under the GNU General "
                                    "Public License, version 3 or later.",
                                    SPAN_PRINT(about->version)));
    if (about->command.length)
        edition_paragraph(
            edition, wording_print(edition->arena, "Command: %.*s", SPAN_PRINT(about->command)));
    add_hash(edition, "Articles", about->input_hash);
    add_hash(edition, "Settings", about->settings_hash);
    add_files(edition);
    add_fonts(edition);
}
