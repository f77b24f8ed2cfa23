// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/card/printed_card.h"

#include <QTextDocument>

#include <memory>

namespace Kartoteka {

/// A card as a text for paper, in points.
std::unique_ptr<QTextDocument> printedText(const PrintedCard &card, const QString &fontFamily);

} // namespace Kartoteka
