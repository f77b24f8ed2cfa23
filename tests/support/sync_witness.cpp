// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before a program's own libraries (LD_PRELOAD): writes down, at each answer on standard output, whether everything
// that was written to files by then had been brought to the disk.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <unistd.h>

namespace {

std::atomic_bool dirty{false};
std::atomic_int syncs{0};

template<typename Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset)
{
    dirty = true;
    return next<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64")(file, bytes, count, offset);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset)
{
    dirty = true;
    return next<ssize_t (*)(int, const void *, size_t, off_t)>("pwrite")(file, bytes, count, offset);
}

int fdatasync(int file)
{
    const int done = next<int (*)(int)>("fdatasync")(file);
    dirty = false;
    ++syncs;
    return done;
}

int fsync(int file)
{
    const int done = next<int (*)(int)>("fsync")(file);
    dirty = false;
    ++syncs;
    return done;
}

size_t fwrite(const void *bytes, size_t size, size_t count, FILE *stream)
{
    if (const char *path = std::getenv("KARTOTEKA_SYNC_LOG"); path && stream == stdout) {
        if (FILE *log = std::fopen(path, "a")) {
            std::fputs(dirty ? "dirty\n" : syncs > 0 ? "clean\n" : "no sync yet\n", log);
            std::fclose(log);
        }
    }
    return next<size_t (*)(const void *, size_t, size_t, FILE *)>("fwrite")(bytes, size, count, stream);
}
}
