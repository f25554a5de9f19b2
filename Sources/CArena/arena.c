#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* As pieces of malloc are aligned. Before each piece stands its length, as realloc must know it. */
enum { ALIGNMENT = 16, HEADER = ALIGNMENT };

static const size_t smallest_chunk = (size_t)1 << 20;
static const size_t largest_chunk = (size_t)1 << 24;

struct chunk {
  struct chunk *before;
  size_t size;
};

struct arena {
  /* The last chunk, from which pieces are taken. */
  struct chunk *chunk;
  char *next;
  size_t left;
  /* Of all chunks together. */
  size_t size;
};

static _Thread_local struct arena *current;

struct arena *arena_new(void) { return calloc(1, sizeof(struct arena)); }

static void start(struct arena *arena, struct chunk *chunk) {
  arena->chunk = chunk;
  arena->next = (char *)chunk + ALIGNMENT;
  arena->left = chunk->size;
}

void arena_reset(struct arena *arena) {
  struct chunk *chunk = arena->chunk;
  if (!chunk) return;
  while (chunk->before) {
    struct chunk *before = chunk->before;
    free(chunk);
    chunk = before;
  }
  arena->size = chunk->size;
  start(arena, chunk);
}

void arena_free(struct arena *arena) {
  arena_reset(arena);
  free(arena->chunk);
  free(arena);
}

struct arena *arena_use(struct arena *arena) {
  struct arena *before = current;
  current = arena;
  return before;
}

/* Each chunk is as large as all before it together, so that their number stays small. */
static int add_chunk(struct arena *arena, size_t least) {
  size_t size = arena->size < smallest_chunk ? smallest_chunk : arena->size;
  if (size > largest_chunk) size = largest_chunk;
  if (size < least) size = least;
  struct chunk *chunk = malloc(ALIGNMENT + size);
  if (!chunk) return 0;
  chunk->before = arena->chunk;
  chunk->size = size;
  arena->size += size;
  start(arena, chunk);
  return 1;
}

static inline size_t rounded(size_t size) { return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1); }

static inline void *take(struct arena *arena, size_t length) {
  if (arena->left < length + HEADER && !add_chunk(arena, length + HEADER)) abort();
  char *piece = arena->next + HEADER;
  *(size_t *)(piece - HEADER) = length;
  arena->next = piece + length;
  arena->left -= length + HEADER;
  return piece;
}

void *arena_calloc(size_t count, size_t size) {
  if (!current) return calloc(count, size);
  size_t total;
  /* As the allocator of cmark-gfm does where there is no memory: it could not go on. */
  if (__builtin_mul_overflow(count, size, &total) || total > SIZE_MAX / 2) abort();
  size_t length = rounded(total);
  return memset(take(current, length), 0, length);
}

void *arena_realloc(void *piece, size_t size) {
  if (!current) return realloc(piece, size);
  if (size > SIZE_MAX / 2) abort();
  size_t length = rounded(size);
  if (!piece) return take(current, length);
  size_t before = *(size_t *)((char *)piece - HEADER);
  if (length <= before) return piece;
  size_t more = length - before;
  /* The last piece can grow where it stands. */
  if ((char *)piece + before == current->next && more <= current->left) {
    *(size_t *)((char *)piece - HEADER) = length;
    current->next += more;
    current->left -= more;
    return piece;
  }
  return memcpy(take(current, length), piece, before);
}

void arena_free_piece(void *piece) {
  if (!current) free(piece);
}
