// Goldenthread. Everything is decided elsewhere; app/command_line.cpp says what can be asked.
#include "app/commands.h"

int main(int argc, char** argv) { return app::run(argc, argv); }
