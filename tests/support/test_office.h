// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/query/item_query.h"
#include "core/store/store.h"
#include "tests/support/patience.h"

#include <QTemporaryDir>

namespace Kartoteka {

/// A clock that stands still until told otherwise.
class FixedClock final : public Clock
{
public:
    /// 2 March 2026, a Monday, 12:00 local time.
    FixedClock() : m_now(QDateTime(QDate(2026, 3, 2), QTime(12, 0)).toMSecsSinceEpoch()) {}
    qint64 now() const override { return m_now; }
    void advance(qint64 ms) { m_now += ms; }

private:
    std::atomic<qint64> m_now; // read by the writer's thread
};

/// A real file in a temporary folder, opened with all rules.
class TestOffice
{
public:
    TestOffice();

    Store &store() { return *m_store; }
    const Schema &schema() { return *m_store->schema(); }
    QString path() const { return m_path; }
    QString folder() const { return m_dir.path(); }
    FixedClock &clock() { return m_clock; }
    void close() { m_store.reset(); }
    void reopen();

    qint64 typeId(const QString &code) { return schema().type(code)->id; }
    qint64 stageId(const QString &type, const QString &stage);
    /// Makes an item; the test fails when it cannot.
    qint64 create(const QString &type, const QHash<QString, Value> &values);
    void move(const QString &type, qint64 id, const QString &stage);
    Item item(const QString &type, qint64 id);
    /// Problems that `check` finds.
    QStringList problems();
    /// All rows of all tables that an undo must put back, as text.
    QStringList contents();

private:
    FixedClock m_clock;
    QTemporaryDir m_dir;
    QString m_path;
    std::unique_ptr<Store> m_store;
};

} // namespace Kartoteka
