// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// What a name over a column may mean, by what is known of the exports of this and other programs.
struct HeaderMeaning
{
    enum class Certainty {
        Own,     ///< the field's name here
        Usual,   ///< what other programs call it
        Perhaps, ///< begins so; only the values can tell
    };
    enum class Role { Value, Currency, FullName, AddressPart };

    QString field; ///< code; of a full name and a currency empty
    Certainty certainty = Certainty::Usual;
    Role role = Role::Value;
    QString label = {};            ///< of phones and e-mails: work, mobile, home, other
    QString group = {};            ///< of parts of an address: those of one group make one address ("business", "home")
    bool isWhole = false;          ///< of an address: all of it in one column
    bool lastNameFirst = false;    ///< of a full name
    bool needsKnownValues = false; ///< a list that is meant only where its values are known ("Title": Mr., Ms.)
};

/// Names over columns of one type. Made once for a file.
class HeaderNames
{
public:
    HeaderNames(const Schema &schema, qint64 typeId);

    /// All that a name may mean for the type, the most certain first; empty when it is unknown.
    QList<HeaderMeaning> meanings(const QString &header) const;
    /// Whether it names a column of an export, also one that has no place here ("ID").
    bool isKnown(const QString &header) const;
    /// How many of the cells are such names.
    int countKnown(const QStringList &cells) const;
    /// The number of an item, which is given anew.
    bool isNumber(const QString &header) const;
    /// Keys of the other program and labels that stand beside values.
    static bool isKey(const QString &header);

private:
    const Schema &m_schema;
    qint64 m_typeId;
    QHash<QString, QStringList> m_own; ///< folded name → codes of fields
};

/// As names over columns are compared: folded, without stars, colons and underscores.
QString headerKey(const QString &header);

} // namespace Kartoteka
