// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/next_act_look.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

QString iconOf(NextAct::Kind kind)
{
    switch (kind) {
    case NextAct::Kind::Answer: return u"mail"_s;
    case NextAct::Kind::Unplanned: return u"alert"_s;
    default: return u"clock"_s;
    }
}

ColourRole roleOf(NextAct::Kind kind)
{
    switch (kind) {
    case NextAct::Kind::Answer: return ColourRole::Success;
    case NextAct::Kind::Late: return ColourRole::Danger;
    case NextAct::Kind::Today: return ColourRole::Accent;
    case NextAct::Kind::Unplanned: return ColourRole::Warning;
    default: return ColourRole::Muted;
    }
}

} // namespace Kartoteka
