// The table of the shim's entries.
#include "Parts.h"

#include <archive.h>
#include <curl/curl.h>
#include <openssl/opensslv.h>

static const char *versions(void) {
    return "libcurl " LIBCURL_VERSION ", " ARCHIVE_VERSION_STRING ", " OPENSSL_VERSION_TEXT;
}

static const CNetworkTable table = {
    .abi = CN_ABI,
    .versions = versions,
    .fetch = cn_fetch,
    .archive_open = cn_archive_open,
    .archive_close = cn_archive_close,
    .archive_next = cn_archive_next,
    .archive_read = cn_archive_read,
    .digest_new = cn_digest_new,
    .digest_add = cn_digest_add,
    .digest_finish = cn_digest_finish,
};

// Called once, before any other thread has the table.
const CNetworkTable *cnetwork_table(void) {
    curl_global_init(CURL_GLOBAL_DEFAULT);
    return &table;
}
