// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/company_name.h"
#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// What a text refers to.
struct Found
{
    Value value;         ///< row, uid of what is made, or Members; invalid: nothing
    QString remark = {}; ///< what is to be told of it; empty: nothing
};

/// Finds the items that a file names by their titles. People are found in any order of their names, companies whatever the
/// quotes and the place of their legal form; namesakes are told, never taken. A number nobody is called by means the item that
/// has it. Who is unknown is made, once; nothing is made of a number.
class LinkFinder
{
public:
    /// @p isOwn: titles stand as this program writes them.
    LinkFinder(SchemaPtr schema, ReadContext context, bool isOwn);

    Found find(const Field &field, const QString &text, ChangeSet &changes);
    /// The people that one cell names, where a link takes only the first of them.
    QStringList peopleIn(const Field &field, const QString &text) const;

    void keep();
    void discard();

private:
    bool isPerson(const EntityType &type) const;
    Found one(const EntityType &type, const QString &title, ChangeSet &changes);
    Found numbered(const EntityType &type, const QString &number, const QString &text) const;
    Found person(const EntityType &type, const QString &title, ChangeSet &changes);
    Found organisation(const EntityType &type, const QString &title, ChangeSet &changes);
    Found made(const EntityType &type, const QString &key, const QString &title, ChangeSet &changes);
    Found chosen(const EntityType &type, const QList<qint64> &ids, const QString &title) const;
    void readOrganisations(const EntityType &type);

    struct Organisation
    {
        QString form;
        Value value; ///< row or uid
    };

    SchemaPtr m_schema;
    ReadContext m_context;
    bool m_isOwn;
    QHash<QString, Found> m_known;                                       ///< type/title → what it is
    QHash<QString, QHash<QString, QList<Organisation>>> m_organisations; ///< type → core of the name
    QStringList m_fresh;                                                 ///< keys of m_known that the row at hand added
    QList<std::pair<QString, QString>> m_freshOrganisations;             ///< type and core
};

} // namespace Kartoteka
