// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QObject;
class QWidget;

namespace Kartoteka {

class Store;

/// A window over an open file is called as the company is, or as the file while the office names none; as long as @p office
/// lives.
void followTitle(QWidget &window, Store &store, QObject *office);

} // namespace Kartoteka
