#include "Parts.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <sys/stat.h>

static struct archive *inside(CNArchive box) { return (struct archive *)box; }

static void tell(struct archive *archive, char message[256]) {
    const char *text = archive_error_string(archive);
    snprintf(message, 256, "%s", text ? text : "libarchive gives no reason");
}

CNArchive cn_archive_open(const char *path, int32_t single, char message[256]) {
    struct archive *archive = archive_read_new();
    if (!archive) {
        snprintf(message, 256, "libarchive has no memory");
        return NULL;
    }
    archive_read_support_filter_gzip(archive);
    archive_read_support_filter_bzip2(archive);
    archive_read_support_filter_xz(archive);
    archive_read_support_filter_zstd(archive);
    if (single) {
        archive_read_support_format_raw(archive);
    } else {
        archive_read_support_format_tar(archive);
        archive_read_support_format_zip(archive);
        archive_read_support_format_ar(archive);
    }
    if (archive_read_open_filename(archive, path, 1 << 17) != ARCHIVE_OK) {
        tell(archive, message);
        archive_read_free(archive);
        return NULL;
    }
    return (CNArchive)archive;
}

void cn_archive_close(CNArchive box) { archive_read_free(inside(box)); }

int32_t cn_archive_next(CNArchive box, CNEntry *out, char message[256]) {
    struct archive_entry *entry;
    int code = archive_read_next_header(inside(box), &entry);
    if (code == ARCHIVE_EOF) return 0;
    // Warnings are about names in other alphabets and times; the entry is whole.
    if (code != ARCHIVE_OK && code != ARCHIVE_WARN) {
        tell(inside(box), message);
        return -1;
    }
    out->path = archive_entry_pathname_utf8(entry);
    if (!out->path) out->path = archive_entry_pathname(entry);
    if (!out->path) out->path = "";
    out->link = archive_entry_hardlink(entry);
    out->kind = out->link ? CN_HARDLINK : CN_DEVICE;
    if (!out->link) {
        switch (archive_entry_filetype(entry)) {
        case AE_IFREG: out->kind = CN_FILE; break;
        case AE_IFDIR: out->kind = CN_FOLDER; break;
        case AE_IFLNK:
            out->kind = CN_SYMLINK;
            out->link = archive_entry_symlink(entry);
            break;
        default: break;
        }
    }
    if (!out->link) out->link = "";
    out->executable = (archive_entry_perm(entry) & S_IXUSR) != 0;
    out->size = archive_entry_size_is_set(entry) ? archive_entry_size(entry) : -1;
    return 1;
}

int64_t cn_archive_read(CNArchive box, uint8_t *bytes, size_t capacity, char message[256]) {
    la_ssize_t count = archive_read_data(inside(box), bytes, capacity);
    if (count < 0) {
        tell(inside(box), message);
        return -1;
    }
    return count;
}
