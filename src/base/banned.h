/*
 * banned.h -- functions that this program never calls.
 * SPDX-License-Identifier: MIT
 *
 * Included last by every .c file.  Each of these either cannot be told the
 * size of its target, hides its state, reads numbers loosely, or depends on
 * the locale; the compiler stops at the name.
 */
#ifndef BASE_BANNED_H
#define BASE_BANNED_H

/* A macro of glibc's fortified headers when the compiler is clang. */
#undef sprintf

#pragma GCC poison strcpy strcat sprintf vsprintf gets strtok
#pragma GCC poison atoi atol atoll atof strncpy strncat
#pragma GCC poison asctime ctime gmtime localtime
#pragma GCC poison system popen tmpnam mktemp tempnam
#pragma GCC poison rand srand drand48 lrand48

#endif
