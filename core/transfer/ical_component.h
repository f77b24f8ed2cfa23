// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libical/ical.h>

#include <memory>

namespace Kartoteka {

struct ComponentFree
{
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};
/// A part of a calendar file as libical has it, freed with its owner.
using Component = std::unique_ptr<icalcomponent, ComponentFree>;

} // namespace Kartoteka
