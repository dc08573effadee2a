/*
 * hash.h -- 64-bit hashes of bytes; never a secret, always the same.
 * SPDX-License-Identifier: MIT
 *
 * FNV-1a with a final mix (the finaliser of splitmix64): the value is part of
 * the data (a review's `content`), so it must not change between versions.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_START UINT64_C(0xcbf29ce484222325)

/* Goes on with h over n bytes; begin with HASH_START. */
uint64_t hash_add(uint64_t h, const void *p, size_t n);
/* Spreads every bit of h over all of it. */
uint64_t hash_mix(uint64_t h);
/* hash_mix(hash_add(HASH_START, s, strlen(s))). */
uint64_t hash_string(const char *s);

#endif
