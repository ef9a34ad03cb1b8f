/*
 * libxml2, set up for the whole process: it opens no file and no address, and
 * when memory is gone the run ends, where it would go on with less than it
 * read. xml_open() sees to it; whoever else uses libxml2 must, too.
 */
#ifndef CORPUS_BASE_XMLSAFE_H
#define CORPUS_BASE_XMLSAFE_H

/* Does so when it is called first, from whichever thread; later calls do nothing. */
void xmlsafe_prepare(void);

#endif
