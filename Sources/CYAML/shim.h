#ifndef SPRINTMARK_YAML_SHIM_H
#define SPRINTMARK_YAML_SHIM_H

#include <yaml.h>

#endif
