// Each command, one file apiece, adds itself to the command line.
#pragma once

#include "server/world.h"

namespace CLI {
class App;
}

namespace server {

/// `status` is set when the command has run. All three must live until the line was parsed.
void add_serve(CLI::App& app, const World& world, int& status);
void add_demo(CLI::App& app, const World& world, int& status);
void add_simulator(CLI::App& app, const World& world, int& status);
void add_migrate(CLI::App& app, const World& world, int& status);
void add_people(CLI::App& app, const World& world, int& status);
void add_people_import(CLI::App& people, const World& world, int& status);
void add_people_set_password(CLI::App& people, const World& world, int& status);
void add_admin_link(CLI::App& app, const World& world, int& status);
void add_backup(CLI::App& app, const World& world, int& status);
void add_costs(CLI::App& app, const World& world, int& status);
void add_settings(CLI::App& app, const World& world, int& status);
void add_version(CLI::App& app, const World& world, int& status);

}  // namespace server
