// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item_queries.h"
#include "tests/support/window_test.h"
#include "views/board/board_view.h"
#include "views/section/board_section.h"

#include <QTest>

namespace Kartoteka {

/// A window over an office with six leads on the first stage.
class SixLeads : public WindowTest
{
protected:
    static constexpr int count = 6;
    QList<qint64> m_leads; ///< amounts 100, 200 … of the base currency; the last ones on top

    /// For init().
    void makeLeads()
    {
        makeOffice();
        m_leads.clear();
        for (int i = 0; i < count; ++i) {
            m_leads << m_office->create(u"lead"_s,
                                        {{u"title"_s, u"Lead %1"_s.arg(i)},
                                         {u"amount"_s, toValue(Money{10'000 * (i + 1), u"RUB"_s})},
                                         {u"tags"_s, textMembers({i % 2 ? u"odd"_s : u"even"_s})}});
            m_office->clock().advance(1000);
        }
        openWindow();
        QTRY_COMPARE(board().columnCount(), 3);
        QTRY_COMPARE(board().cardCount(0), count);
        Person::settle();
    }

    BoardView &view() { return *page().part<BoardSection>()->view(); }
    BoardModel &board() { return *page().part<BoardSection>()->model(); }
    qint64 leadType() { return typeId(u"lead"_s); }
    Item lead(qint64 id) { return *readItem(store().reader(), {leadType(), id, {}}); }
    QString stageOf(qint64 id) { return store().schema()->stage(lead(id).reference(u"stage"_s))->code; }
    qint64 stageId(const QString &code)
    {
        for (const Stage &stage : store().schema()->stages(board().query().pipeline)) {
            if (stage.code == code)
                return stage.id;
        }
        return 0;
    }
    void clickCard(qint64 id, Qt::KeyboardModifiers modifiers)
    {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, modifiers, view().places().cardRect(id).center());
    }
    void commit(const Result<ChangeSet> &changes)
    {
        QVERIFY2(changes, changes ? "" : qPrintable(changes.error().message));
        QVERIFY(store().commitAndWait(*changes));
    }
};

} // namespace Kartoteka
