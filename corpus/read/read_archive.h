/*
 * Archives and compressed files, through libarchive: ZIP, TAR of all kinds,
 * 7z, and gzip, bzip2, xz and Zstandard around a tar or around one file.
 *
 * Members come in the archive's order: a tar's as they were written, a ZIP's
 * and a 7z's as they lie in the file. A member's path is the archive's, a slash and the
 * member's name ("news.zip/2025/a.html"). A compressed file that holds no tar
 * is a container of one member, whose path is the file's without .gz, .bz2,
 * .xz or .zst, and which keeps what else is known of the file.
 *
 * Members are read through the input, never held whole and never written
 * anywhere. The list of a ZIP's and a 7z's members stands at their end: a file
 * is read by it at any size. Within another archive or from a pipe, those below
 * INPUT_MAX bytes are held for it; a longer ZIP is read as it comes, without
 * the list, and a longer 7z is refused.
 *
 * Left out with a reason: links, devices, encrypted members, names longer than
 * 4,096 bytes. Passed over: folders, and what the reader passes over in
 * folders (names that begin with a dot, `broadsheet.yaml`), and `__MACOSX`.
 *
 * An archive ends early with FAULT_LIMIT where too much comes out of it; see
 * packing_refusal(); and with FAULT_INPUT, which names the byte, where it is
 * cut off or damaged. The member at hand then ends with an input_error(), and
 * up to 128 KB before the break may be lost with it; those before are whole.
 */
#ifndef CORPUS_READ_READ_ARCHIVE_H
#define CORPUS_READ_READ_ARCHIVE_H

#include "corpus/read/format.h"

extern const struct container read_archive_container;

#endif
