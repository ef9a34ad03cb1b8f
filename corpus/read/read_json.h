/*
 * A line of JSON Lines as an article: see reader.h for the fields.
 */
#ifndef CORPUS_READ_READ_JSON_H
#define CORPUS_READ_READ_JSON_H

#include "corpus/article.h"
#include "corpus/base/arena.h"
#include "corpus/base/config.h"
#include "corpus/base/fault.h"
#include "corpus/read/format.h"

/*
 * Fills `article` with copies in `arena`. A field that `config` (or NULL)
 * names is taken from there, else from its usual one. Fails with FAULT_INPUT
 * where the line is no JSON object or has no text.
 */
bool read_json(struct article *article, struct arena *arena, struct span line,
               const struct config *config, struct fault *fault);

/* JSON Lines: claims what begins with a `{` that is not alone on its line. */
extern const struct format read_json_format;

#endif
