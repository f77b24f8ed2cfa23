// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter/filter_model.h"

#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;

/// The filter of a section and what people save of it.
class TestFilterModel final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    std::unique_ptr<FilterModel> m_model;

    const Preset *named(const QString &name) const
    {
        const auto found = std::ranges::find(m_model->presets(), name, &Preset::name);
        return found == m_model->presets().end() ? nullptr : &*found;
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_model = std::make_unique<FilterModel>(m_office->store(), m_office->typeId(u"deal"_s));
    }
    void cleanup()
    {
        m_model.reset();
        m_office.reset();
    }

    void whatTheTextSaysIsTheFilter()
    {
        QSignalSpy changed(m_model.get(), &FilterModel::changed);
        QVERIFY(m_model->setText(u"amount > 1000 and client_company.industry = it"_s));
        QCOMPARE(m_model->conditions().size(), 2);
        QCOMPARE(changed.size(), 1);
        const QString text = m_model->text();
        QVERIFY(m_model->setText(text));
        QCOMPARE(changed.size(), 1); // it says the same
        m_model->removeCondition(0);
        QVERIFY(!m_model->text().contains(u"amount"_s) && m_model->text().contains(u"client_company.industry"_s));
    }

    void whatNamesNothingIsRefusedAndChangesNothing()
    {
        QVERIFY(m_model->setText(u"amount > 1000"_s));
        const auto refused = m_model->setText(u"amount > 1000 and colour = red"_s);
        QVERIFY(!refused && refused.error().code == ErrorCode::Usage);
        QCOMPARE(m_model->conditions().size(), 1);
    }

    void aSavedFilterIsTheCurrentOne()
    {
        QVERIFY(m_model->setText(u"amount > 1000"_s));
        QCOMPARE(m_model->current(), nullptr);
        m_model->savePreset(u"  Large ones "_s, false);
        QTRY_VERIFY(named(u"Large ones"_s));
        QCOMPARE(m_model->current(), named(u"Large ones"_s));
        m_model->setSearch(u"oak"_s); // typed on top of it
        QCOMPARE(m_model->current(), named(u"Large ones"_s));
        m_model->clear();
        QVERIFY(m_model->isEmpty() && m_model->current() != named(u"Large ones"_s));
        m_model->use(*named(u"Large ones"_s));
        QCOMPARE(m_model->conditions().size(), 1);
    }

    void onesOwnIsNobodyElses()
    {
        QVERIFY(m_model->setText(u"amount > 1000"_s));
        m_model->savePreset(u"Private one"_s, false);
        QTRY_VERIFY(named(u"Private one"_s));
        m_model->savePreset(u"Common one"_s, true);
        QTRY_VERIFY(named(u"Common one"_s));
        ChangeSet changes;
        const QUuid other = changes.create(u"user"_s, {{u"name"_s, u"Maria"_s}, {u"active"_s, true}});
        const auto receipt = m_office->store().commitAndWait(changes);
        QVERIFY(receipt);
        m_office->store().setUser(receipt->created.value(other));
        QVERIFY(!named(u"Private one"_s));
        QVERIFY(named(u"Common one"_s));
    }
};

KARTOTEKA_TEST(tst_filter_model, TestFilterModel)
#include "tst_filter_model.moc"
