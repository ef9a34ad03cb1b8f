#include "corpus/base/xmlsafe.h"

#include "corpus/base/memory.h"

#include <libxml/parser.h>
#include <pthread.h>
#include <stdlib.h>

static xmlParserInputPtr open_nothing(const char *address, const char *id, xmlParserCtxtPtr context)
{
    (void)address;
    (void)id;
    (void)context;
    return NULL;
}

/* Memory, or the end: libxml2 would go on with less than it read. */
static void *take_again(void *memory, size_t size)
{
    void *more = realloc(memory, size);

    if (!more && size)
        memory_exhausted(1, size);
    return more;
}

static void *take(size_t size)
{
    return take_again(NULL, size);
}

static char *copy(const char *text)
{
    return memory_text(span_of(text));
}

static void prepare(void)
{
    (void)xmlMemSetup(free, take, take_again, copy);
    xmlInitParser();
    xmlSetExternalEntityLoader(open_nothing);
}

void xmlsafe_prepare(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    (void)pthread_once(&once, prepare);
}
