// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Kartoteka {

/// Whether things may glide to their places. Where the system asks for stillness, or the person does, nothing moves.
bool isMotionWanted();
void setMotionWanted(bool wanted);

} // namespace Kartoteka
