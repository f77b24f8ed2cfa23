// SPDX-License-Identifier: GPL-3.0-or-later
// A reminder that is not among the usual ones.
#include "tests/support/person.h"
#include "tests/support/ui_test.h"
#include "views/fields/reminder_offsets.h"
#include "views/widgets/choice_button.h"

#include <QLineEdit>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

class TestReminderOffsets final : public QObject
{
    Q_OBJECT

    QWidget m_form;
    ChoiceButton *m_button = nullptr;
    QStringList m_offered;

    static QDateTime noon() { return {QDate(2026, 3, 4), QTime(12, 0)}; }
    static bool saysPast(const ChoiceButton::Choice &choice) { return choice.text.contains(u"already past"); }

private slots:
    void init()
    {
        m_button = new ChoiceButton(&m_form);
        m_offered.clear();
        const auto offer = [this](const QString &reminders) {
            m_offered << reminders;
            offerReminders(*m_button, reminders, noon().addSecs(3600), noon());
        };
        offer(u"15"_s);
        letNameReminder(*m_button, offer);
        m_form.show();
    }
    void cleanup() { delete m_button; }

    /// Nothing is chosen before it is answered; what else is known of the choices stays.
    void anotherTimeIsAskedFor()
    {
        QStringList told;
        connect(m_button, &ChoiceButton::changed, &m_form, [&] {
            if (!isReminderAsked(*m_button))
                told << chosenReminders(*m_button);
        });
        Person::whenOffered(u"remindBefore"_s, [](QWidget *box) {
            Person::type(box->findChild<QLineEdit *>(u"askLine"_s), u"3 h"_s);
            Person::click(box->findChild<QWidget *>(u"remindBefore"_s));
        });
        m_button->toggle(u"another"_s);
        QVERIFY(told.isEmpty());
        QTRY_COMPARE(told, QStringList{u"15,180"_s});
        QCOMPARE(m_offered.constLast(), u"15,180"_s);
        QVERIFY(std::ranges::any_of(m_button->choices(), saysPast));
        disconnect(m_button, nullptr, &m_form, nullptr);
    }

    /// The form was made anew while the person thought.
    void theButtonMayBeGoneMeanwhile()
    {
        bool isAnswered = false;
        Person::whenOffered(u"remindBefore"_s, [&](QWidget *box) {
            delete std::exchange(m_button, nullptr);
            Person::type(box->findChild<QLineEdit *>(u"askLine"_s), u"3 h"_s);
            Person::click(box->findChild<QWidget *>(u"remindBefore"_s));
            isAnswered = true;
        });
        m_button->toggle(u"another"_s);
        QTRY_VERIFY(isAnswered);
        QCOMPARE(m_offered, QStringList{u"15"_s});
    }
};

KARTOTEKA_UI_TEST(tst_reminder_offsets, TestReminderOffsets)
#include "tst_reminder_offsets.moc"
