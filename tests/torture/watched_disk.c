/* Stands between a program and the disk, by LD_PRELOAD: writes down what is done to the files of one folder, and can be
   full, or end the program in the middle of a write. Linux only; it knows nothing of SQLite. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST_FILES 4096
#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char folder[PATH_MAX];
static size_t folder_length;
static int noted = -1;          /* where it is written down */
static char ours[MOST_FILES];   /* 1: a file of the folder; 2: shared memory, which no power cut needs */
static long writes, full_at, dies_at;

static ssize_t really_write(int file, const void *bytes, size_t length) {
    REAL(ssize_t, "write", int, const void *, size_t);
    return real(file, bytes, length);
}

static ssize_t really_pwrite(int file, const void *bytes, size_t length, off_t at) {
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t);
    return real(file, bytes, length, at);
}

/* -- what the test asks for -- */

void watch(const char *where, const char *into) {
    strncpy(folder, where, sizeof folder - 1);
    folder_length = strlen(folder);
    noted = *into ? open(into, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;
    writes = full_at = dies_at = 0;
}

void be_full_at(long write_number) { full_at = write_number; }
void die_at(long write_number) { dies_at = write_number; }
long count_writes(void) { return writes; }

/* -- writing down -- */

static void note(char what, int file, int64_t number, const void *bytes, uint32_t length) {
    char head[17];
    int saved = errno;
    int32_t which = file;
    if (noted < 0) return;
    head[0] = what;
    memcpy(head + 1, &which, 4);
    memcpy(head + 5, &number, 8);
    memcpy(head + 13, &length, 4);
    really_write(noted, head, sizeof head);
    if (length) really_write(noted, bytes, length);
    errno = saved;
}

static int within(const char *path) {
    return folder_length && !strncmp(path, folder, folder_length) && (!path[folder_length] || path[folder_length] == '/');
}

static int is_ours(int file) { return file >= 0 && file < MOST_FILES && ours[file]; }

/* Count a write; tells how many bytes of it the disk takes, and -1 for none. */
static ssize_t room_for(size_t length) {
    writes++;
    if (dies_at && writes >= dies_at) return length / 2;
    if (!full_at || writes < full_at) return length;
    if (writes == full_at && length > 1) return length / 2;
    errno = ENOSPC;
    return -1;
}

static void live_on(void) {
    if (dies_at && writes >= dies_at) kill(getpid(), SIGKILL);
}

void acknowledge(long gesture) { note('a', -1, gesture, "", 0); }

/* -- files -- */

static int opened(int file, const char *path, int flags, int was_there) {
    size_t length = strlen(path);
    if (file < 0 || file >= MOST_FILES) return file;
    ours[file] = 0;
    if (!within(path)) return file;
    ours[file] = length > 4 && !strcmp(path + length - 4, "-shm") ? 2 : 1;
    if (ours[file] == 1) note('o', file, (flags & O_TRUNC ? 1 : 0) | (was_there ? 2 : 0), path, length);
    return file;
}

static int open_it(int at, const char *path, int flags, mode_t mode) {
    int file, was_there;
    REAL(int, "openat", int, const char *, int, ...);
    if (!within(path)) {
        file = real(at, path, flags, mode);
        if (file >= 0 && file < MOST_FILES) ours[file] = 0;
        return file;
    }
    pthread_mutex_lock(&turn);
    was_there = !access(path, F_OK);
    if (!was_there && (flags & O_CREAT) && room_for(1) < 0) file = -1;
    else file = opened(real(at, path, flags, mode), path, flags, was_there);
    if (!was_there) live_on();
    pthread_mutex_unlock(&turn);
    return file;
}

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }

int open(const char *path, int flags, ...) { MODE(flags) return open_it(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_it(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return open_it(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return open_it(at, path, flags | O_LARGEFILE, mode); }

int close(int file) {
    REAL(int, "close", int);
    if (is_ours(file)) {
        pthread_mutex_lock(&turn);
        if (ours[file] == 1) note('c', file, 0, "", 0);
        ours[file] = 0;
        pthread_mutex_unlock(&turn);
    }
    return real(file);
}

static ssize_t write_it(int file, const void *bytes, size_t length, off_t at) {
    ssize_t done;
    pthread_mutex_lock(&turn);
    done = room_for(length);
    if (done >= 0) done = really_pwrite(file, bytes, done, at);
    if (done > 0 && ours[file] == 1) note('w', file, at, bytes, done);
    live_on();
    pthread_mutex_unlock(&turn);
    return done;
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off_t at) {
    return is_ours(file) ? write_it(file, bytes, length, at) : really_pwrite(file, bytes, length, at);
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t at) { return pwrite64(file, bytes, length, at); }

ssize_t write(int file, const void *bytes, size_t length) {
    ssize_t done;
    off_t at;
    if (!is_ours(file)) return really_write(file, bytes, length);
    at = lseek(file, 0, fcntl(file, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
    done = write_it(file, bytes, length, at);
    if (done > 0) lseek(file, at + done, SEEK_SET);
    return done;
}

ssize_t sendfile64(int to, int from, off_t *at, size_t length) {
    (void)to; (void)from; (void)at; (void)length;
    errno = EINVAL; /* then the bytes are read and written, and can be seen */
    return -1;
}

ssize_t sendfile(int to, int from, off_t *at, size_t length) { return sendfile64(to, from, at, length); }

int ftruncate64(int file, off_t length) {
    int done;
    REAL(int, "ftruncate64", int, off_t);
    if (!is_ours(file)) return real(file, length);
    pthread_mutex_lock(&turn);
    done = real(file, length);
    if (!done && ours[file] == 1) note('t', file, length, "", 0);
    pthread_mutex_unlock(&turn);
    return done;
}

int ftruncate(int file, off_t length) { return ftruncate64(file, length); }

/* A sync is only written down: what a kill or a cut leaves is told without waiting for the real disk. */
static int sync_it(int file, int (*real)(int)) {
    if (!is_ours(file)) return real(file);
    pthread_mutex_lock(&turn);
    if (ours[file] == 1) note('s', file, 0, "", 0);
    pthread_mutex_unlock(&turn);
    return 0;
}

int fsync(int file) { REAL(int, "fsync", int); return sync_it(file, real); }
int fdatasync(int file) { REAL(int, "fdatasync", int); return sync_it(file, real); }

/* -- names -- */

int unlink(const char *path) {
    int done;
    REAL(int, "unlink", const char *);
    if (!within(path)) return real(path);
    pthread_mutex_lock(&turn);
    done = real(path);
    if (!done) note('u', -1, 0, path, strlen(path));
    pthread_mutex_unlock(&turn);
    return done;
}

int mkdir(const char *path, mode_t mode) {
    int done;
    REAL(int, "mkdir", const char *, mode_t);
    if (!within(path)) return real(path, mode);
    pthread_mutex_lock(&turn);
    done = real(path, mode);
    if (!done) note('m', -1, 0, path, strlen(path));
    pthread_mutex_unlock(&turn);
    return done;
}

int rename(const char *from, const char *to) {
    int done;
    char both[2 * PATH_MAX];
    size_t length = strlen(from);
    REAL(int, "rename", const char *, const char *);
    if (!within(from)) return real(from, to);
    pthread_mutex_lock(&turn);
    done = real(from, to);
    memcpy(both, from, length + 1);
    strcpy(both + length + 1, to);
    if (!done) note('r', -1, 0, both, length + 1 + strlen(to));
    pthread_mutex_unlock(&turn);
    return done;
}
