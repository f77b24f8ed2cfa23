// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/six_leads.h"
#include "views/settings/settings_window.h"
#include "views/settings/type_wizard.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace Kartoteka {

/// An office with six leads that makes a type of its own, «Договоры», by the wizard.
class Contracts : public SixLeads
{
protected:
    template<typename T>
    T &part(const QString &name)
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            for (T *found : top->findChildren<T *>(name)) {
                if (found->isVisible())
                    return *found;
            }
        }
        qFatal("no part %s", qPrintable(name));
    }
    void openSettings(const QString &page)
    {
        person().shortcut(Qt::Key_Comma, Qt::ControlModifier);
        auto *settings = m_window->findChild<SettingsWindow *>();
        QVERIFY(settings);
        settings->openAt(page);
        QApplication::setActiveWindow(settings);
        Person::settle();
    }
    QWidget &settings() { return *m_window->findChild<SettingsWindow *>(); }
    const EntityType *type(const QString &code) { return store().schema()->type(code); }
    const Field *field(const QString &of, const QString &code)
    {
        return type(of) ? store().schema()->field(type(of)->id, code) : nullptr;
    }
    static void write(const QString &name, const QString &text, QWidget &in)
    {
        auto *line = in.findChild<QLineEdit *>(name);
        QVERIFY2(line, qPrintable(name));
        line->selectAll();
        Person::type(line, text);
    }

    /// «Договоры» with the stages of an approval, a client, and as a tab of deals.
    void makeContracts()
    {
        openSettings(u"types"_s);
        Person::click(&part<QPushButton>(u"typeAdd"_s));
        auto *wizard = m_window->findChild<TypeWizard *>();
        QVERIFY(wizard);
        write(u"typeName"_s, u"Договор"_s, *wizard);
        Person::press(wizard->findChild<QLineEdit *>(u"typeName"_s), Qt::Key_Return); // what many are called is wanted first
        QVERIFY(wizard->findChild<QLabel *>(u"typeProblem"_s)->isVisible());
        QVERIFY(wizard->findChild<QLineEdit *>(u"typePlural"_s)->isVisible());
        write(u"typePlural"_s, u"Договоры"_s, *wizard);
        write(u"typeTitle"_s, u"Договор № {number}"_s, *wizard);
        QCOMPARE(wizard->findChild<QLineEdit *>(u"typeCode"_s)->text(), u"dogovor"_s);
        Person::click(wizard->findChild<QPushButton *>(u"typeNext"_s));
        Person::click(wizard->findChild<QPushButton *>(u"typeNext"_s));
        auto *stages = wizard->findChild<QComboBox *>(u"typeTemplate"_s);
        QVERIFY(stages->isVisible());
        stages->setCurrentIndex(stages->findData(u"approval"_s));
        Person::press(stages, Qt::Key_Return);
        auto *links = wizard->findChild<QListWidget *>(u"typeLinks"_s);
        QVERIFY(links->isVisible());
        for (int row = 0; row < links->count(); ++row) {
            if (links->item(row)->data(Qt::UserRole) == u"deal"_s) {
                const QRect line = links->visualItemRect(links->item(row));
                const QPoint mark(line.left() + 14, line.center().y());
                Person::click(links->viewport(), mark);
                QCOMPARE(links->item(row)->checkState(), Qt::Checked);
                Person::click(links->viewport(), mark);
                QCOMPARE(links->item(row)->checkState(), Qt::Unchecked);
                Person::click(links->viewport(), line.center()); // beside the mark
                QCOMPARE(links->item(row)->checkState(), Qt::Checked);
            }
        }
        picture(wizard, u"type-wizard"_s);
        Person::press(links, Qt::Key_Return); // the last step
        QTRY_VERIFY(type(u"dogovor"_s));
        QTRY_VERIFY(!m_window->findChild<TypeWizard *>());
    }
};

} // namespace Kartoteka
