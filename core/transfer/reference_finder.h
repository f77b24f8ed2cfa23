// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/change_set.h"
#include "core/transfer/importer.h"
#include "core/transfer/link_finder.h"

namespace Kartoteka {

/// Finds what the names in a file refer to, or makes it where the person wants so. What it makes for a row that is then left
/// out is forgotten.
class ReferenceFinder
{
public:
    ReferenceFinder(SchemaPtr schema, const ImportOptions &options, ReadContext context);

    /// Users, list values and items; several where the field takes several. Invalid when unknown: the remark says so.
    Found find(const Field &field, const QString &text, ChangeSet &changes);
    const LinkFinder &links() const { return m_links; }

    /// Pipeline and stage belong together. A stage that is to be made is committed at once, before any row can stand in it:
    /// @p commit does that. Values stand under "pipeline" and "stage".
    using Commit = std::function<Result<void>(ChangeSet)>;
    struct Place
    {
        QHash<QString, Value> values;
        QList<std::pair<QString, QString>> remarks; ///< field code and what is to be told
    };
    Result<Place> place(const QString &pipeline, const QString &stage, const Commit &commit);

    void keep();
    void discard();

private:
    Found named(const Field &field, const QString &text, ChangeSet &changes);
    Value make(const Field &field, const QString &name, ChangeSet &changes);
    NameChoice choice(const Field &field, const QString &text) const;
    Result<qint64> makeStage(qint64 pipeline, const QString &name, const Commit &commit);
    Result<qint64> makePipeline(const QString &name, const Commit &commit);

    SchemaPtr m_schema;
    const ImportOptions &m_options;
    ReadContext m_context;
    LinkFinder m_links;
    QHash<QString, Found> m_known;         ///< nameKey → what it refers to
    QStringList m_fresh;                   ///< keys of what the row at hand had made
    QHash<qint64, qint64> m_lastPositions; ///< in each dictionary that values are made for
    QHash<QString, Place> m_places;
};

} // namespace Kartoteka
