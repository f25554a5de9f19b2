#ifndef SPRINTMARK_LIBFUZZER_SHIM_H
#define SPRINTMARK_LIBFUZZER_SHIM_H

#include <stddef.h>
#include <stdint.h>

/* LLVM, "libFuzzer", section "Using libFuzzer as a library": its runtime comes without a header for C. */
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*UserCb)(const uint8_t *Data, size_t Size));

#endif
