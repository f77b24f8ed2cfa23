// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"
#include "core/schema/schema.h"
#include "tests/support/test_office.h"

#include <QCoreApplication>
#include <QTest>

namespace Kartoteka {

/// An office whose deals get fields, for tests of definitions.
class DealFields
{
protected:
    const EntityType &deals() { return *m_office->schema().type(u"deal"_s); }
    Field field(const QString &code)
    {
        const Field *found = m_office->schema().field(deals().id, code);
        return found ? *found : Field();
    }
    /// What was wrong with it; an empty error when nothing was.
    Error commit(const Result<ChangeSet> &changes)
    {
        if (!changes)
            return changes.error();
        auto receipt = m_office->store().commitAndWait(*changes);
        QCoreApplication::processEvents();
        return receipt ? Error{} : receipt.error();
    }
    QList<qint64> ask(const QString &where)
    {
        ItemQuery query;
        query.typeId = deals().id;
        query.conditions = {*parseCondition(where)};
        auto ids = queryIds(m_office->store().reader(), query);
        return ids ? *ids : QList<qint64>{-1};
    }
    void undo()
    {
        QVERIFY(m_office->store().undo().result());
        QCoreApplication::processEvents();
    }

    std::unique_ptr<TestOffice> m_office;
};

} // namespace Kartoteka
