#include "corpus/base/fault.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

static const int exit_codes[FAULT_KINDS] = {
    [FAULT_NONE] = 0,   [FAULT_PARTIAL] = 1, [FAULT_USAGE] = 2,   [FAULT_INPUT] = 3,
    [FAULT_OUTPUT] = 4, [FAULT_BUSY] = 5,    [FAULT_DAMAGED] = 6, [FAULT_MEMORY] = 7,
    [FAULT_LIMIT] = 8,  [FAULT_DOMAIN] = 3,
};

/* Copies `text` into the message, control bytes as \xNN, whole characters only. */
static void show_escaped(struct fault *fault, const char *text)
{
    static const char digits[] = "0123456789abcdef";
    size_t room = sizeof fault->message - 1;
    size_t used = 0;
    size_t start = 0; /* of the character being copied */

    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        size_t width = byte < 0x20 || byte == 0x7F ? 4 : 1;

        if ((byte & 0xC0) != 0x80)
            start = used;
        if (used + width > room) {
            used = start;
            break;
        }
        if (width == 1) {
            fault->message[used++] = *text;
            continue;
        }
        fault->message[used++] = '\\';
        fault->message[used++] = 'x';
        fault->message[used++] = digits[byte >> 4];
        fault->message[used++] = digits[byte & 15];
    }
    fault->message[used] = '\0';
}

bool fault_set(struct fault *fault, enum fault_kind kind, const char *format, ...)
{
    char raw[2 * sizeof fault->message];
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(raw, sizeof raw, format, arguments);
    va_end(arguments);
    fault->kind = kind;
    show_escaped(fault, raw);
    return false;
}

int fault_exit_code(enum fault_kind kind)
{
    return exit_codes[kind];
}
