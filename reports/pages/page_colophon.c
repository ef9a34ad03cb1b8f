#include "reports/pages/pages.h"
#include "reports/pages/wording.h"

static void add_files(struct edition *edition)
{
    struct prose *prose = edition_prose(edition);

    prose_print(prose, "Tables beside this report: ");
    for (size_t i = 0; i < edition->about->file_count; i++) {
        if (i)
            prose_print(prose, ", ");
        prose_text(prose, edition->about->files[i]);
    }
    prose_print(prose, ". Each row's last column is an id that names it.");
    document_paragraph(edition->document, prose);
}

static void add_fonts(struct edition *edition)
{
    struct prose *prose = edition_prose(edition);
    const struct fonts *fonts = edition->about->fonts;

    if (!fonts || fonts->count == 0)
        return;
    prose_print(prose, "Set in Inter and Noto Serif (SIL Open Font License). Font files: ");
    for (size_t i = 0; i < fonts->count && i < 4; i++)
        prose_print(prose, "%s%s (%.12s)", i ? ", " : "", fonts->files[i].name,
                    fonts->files[i].sha256);
    prose_print(prose, ", and %zu more for other scripts.",
                fonts->count > 4 ? fonts->count - 4 : (size_t)0);
    document_paragraph(edition->document, prose);
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
    if (about->input_hash.length)
        edition_paragraph(edition, wording_print(edition->arena, "Articles (hash): %.*s",
                                                 SPAN_PRINT(about->input_hash)));
    add_files(edition);
    add_fonts(edition);
}
