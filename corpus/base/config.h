/*
 * The configuration: what broadsheet.yaml says, each key with its default.
 *
 *     zone: Europe/Berlin          in which instants become days (UTC)
 *     topics: topics.yaml          a dictionary beside this file, or /path (the default topics)
 *     people: people.csv           a roster, likewise (none)
 *     report_language: de          in which the report is written: en, de or ru (en)
 *     paper: letter                of the PDF: a4 or letter (a4)
 *     baseline_weeks: 12           weeks compared with, 1 to 104 (12)
 *     minimum_articles: 15         articles for an interval, 2 to 1000 (15)
 *     count: articles              as published (articles), or stories: one vote for each
 *     story_days: 7                in which articles that say the same are one story, 0 to 60 (7)
 *     outlets:                     one name for an outlet's other names
 *       Morning Courier: [courier, courier online]
 *     fields:                      names of columns and members, tried before the usual ones
 *       text: story.body           a dot leads into an object (JSON)
 *
 *     struct config config = CONFIG_EMPTY;
 *     if (!config_read(&config, yaml, "broadsheet.yaml", &fault))
 *         return false;
 *     ...
 *     config_release(&config);
 *
 * A key that is not known is refused: a mistyped one must not be passed over.
 */
#ifndef CORPUS_BASE_CONFIG_H
#define CORPUS_BASE_CONFIG_H

#include "corpus/base/fault.h"
#include "corpus/base/span.h"
#include "corpus/base/yaml.h"

#include <stdint.h>

enum { CONFIG_BASELINE_WEEKS = 12, CONFIG_MINIMUM_ARTICLES = 15, CONFIG_STORY_DAYS = 7 };

struct config {
    struct yaml yaml;            /* owns what the spans show */
    struct span zone;            /* empty: UTC */
    struct span topics;          /* a path that ends in a NUL; empty: the default dictionary */
    struct span people;          /* likewise; empty: no roster */
    struct span report_language; /* a code; empty: English */
    struct span paper;           /* "a4" or "letter"; empty: a4 */
    uint32_t baseline_weeks, minimum_articles, story_days;
    bool one_vote; /* count: stories */
};

#define CONFIG_EMPTY                                                                               \
    ((struct config){.baseline_weeks = CONFIG_BASELINE_WEEKS,                                      \
                     .minimum_articles = CONFIG_MINIMUM_ARTICLES,                                  \
                     .story_days = CONFIG_STORY_DAYS})

/*
 * `name` is the file's path: what it names lies beside it. Fails with FAULT_USAGE,
 * naming `name` and the line; `config` is then empty.
 */
bool config_read(struct config *config, struct span text, const char *name, struct fault *fault);

/* The outlet's one name: its own unless it stands among the other names of another. */
struct span config_outlet(const struct config *config, struct span source);

/* The column or member that holds `field` ("text", "date", ...); empty for the usual ones. */
struct span config_field(const struct config *config, const char *field);

/* A hash of what shapes the articles: the outlets' names and the fields'. */
uint64_t config_hash(const struct config *config);

void config_release(struct config *config);

#endif
