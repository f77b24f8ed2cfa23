// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Kartoteka {

/// Something of the look that a person chooses on this computer, kept in QSettings.
struct LookChoice
{
    QString title;
    QString key;
    QList<QPair<QString, QString>> values; ///< as they are kept and as people read them
    QString atFirst = {};                  ///< the value that holds until one is chosen; empty: the first

    /// The value that holds.
    QString current() const;
    void choose(const QString &value) const;
};

/// What the last choice since the program started was about; empty when there is none.
QString lastLookChoice();
/// Takes it back. @return false when there is none.
bool takeBackLook();

/// Appearance, density, motion, language.
QList<LookChoice> lookChoices();

} // namespace Kartoteka
