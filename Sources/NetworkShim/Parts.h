// The functions of the table, each implemented beside its library.
#pragma once
#include "NetworkShim.h"

void cn_fetch(const CNRequest *, CNResponse *);
CNArchive cn_archive_open(const char *path, int32_t single, char message[256]);
void cn_archive_close(CNArchive);
int32_t cn_archive_next(CNArchive, CNEntry *, char message[256]);
int64_t cn_archive_read(CNArchive, uint8_t *, size_t, char message[256]);
CNDigest cn_digest_new(int32_t kind);
void cn_digest_add(CNDigest, const uint8_t *, size_t);
void cn_digest_finish(CNDigest, char hexadecimal[65]);
