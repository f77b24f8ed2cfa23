// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/card/card_layout_model.h"

#include "core/items/card_layout_acts.h"
#include "core/schema/codes.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;

/// The layout of the cards of a type: changed at once, true after every commit.
class TestCardLayoutModel final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;

    qint64 deals() { return m_office->typeId(u"deal"_s); }
    void show(CardLayoutModel &model) { model.show(deals(), m_office->schema().defaultPipeline(deals())->id); }
    qint64 amount() { return m_office->schema().field(deals(), Codes::amount)->id; }

private slots:
    void init() { m_office = std::make_unique<TestOffice>(); }

    void aChangeStandsAtOnceAndForEveryCard()
    {
        CardLayoutModel here(m_office->store(), nullptr);
        CardLayoutModel there(m_office->store(), nullptr);
        show(here);
        show(there);
        QSignalSpy done(&here, &CardLayoutModel::done);
        here.change(withShown(here.layout(), {amount()}, Shown::Hidden), u"hidden"_s);
        QCOMPARE(here.layout().field(amount())->shown, Shown::Hidden);
        QCOMPARE(there.layout().field(amount())->shown, Shown::Auto);
        QTRY_COMPARE(there.layout().field(amount())->shown, Shown::Hidden);
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(here.layout(), there.layout());
        QVERIFY(m_office->store().undo().result());
        QTRY_COMPARE(here.layout().field(amount())->shown, Shown::Auto);
    }

    void whatIsRefusedComesBack()
    {
        CardLayoutModel model(m_office->store(), nullptr);
        show(model);
        const CardLayout before = model.layout();
        QSignalSpy failed(&model, &CardLayoutModel::failed);
        model.change(withSectionNamed(before, before.sections.first().uid, u"  "_s));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(model.layout(), before);
        QSignalSpy changed(&model, &CardLayoutModel::changed);
        model.change(before); // nothing
        QCOMPARE(changed.size(), 0);
    }
};

KARTOTEKA_TEST(tst_card_layout_model, TestCardLayoutModel)
#include "tst_card_layout_model.moc"
