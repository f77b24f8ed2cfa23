// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/person.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/dialogs/bulk_field_dialog.h"
#include "views/fields/field_editor.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTest>

using namespace Kartoteka;

class TestBulkField final : public QObject
{
    Q_OBJECT

    static void choose(BulkFieldDialog &dialog, const QString &field)
    {
        auto *fields = dialog.findChild<QComboBox *>(u"bulkField"_s);
        fields->setCurrentIndex(fields->findData(field));
    }

private slots:
    /// It opens with nothing in it, where Enter must not empty a field of many items.
    void nothingIsClearedUnasked()
    {
        TestOffice office;
        BulkFieldDialog dialog(office.store(), office.typeId(u"lead"_s), 3, nullptr);
        choose(dialog, u"comment"_s);
        dialog.show();
        const auto answerWith = [&dialog](const QString &button) {
            Person::whenOffered(button, [button](QWidget *box) { Person::click(box->findChild<QWidget *>(button)); });
            Person::click(dialog.findChild<QWidget *>(u"bulkFieldAccept"_s));
        };
        answerWith(u"askCancel"_s);
        QVERIFY(dialog.isVisible());
        answerWith(u"bulkFieldClear"_s);
        QTRY_COMPARE(dialog.result(), int(QDialog::Accepted));
        QVERIFY(!dialog.value().isValid());
    }

    void aValueIsTakenAsItIs()
    {
        TestOffice office;
        BulkFieldDialog dialog(office.store(), office.typeId(u"lead"_s), 3, nullptr);
        choose(dialog, u"title"_s);
        dialog.show();
        auto *line = dialog.findChild<FieldEditor *>(u"bulkValue"_s)->findChild<QLineEdit *>();
        Person::type(line, u"Spring"_s);
        Person::click(dialog.findChild<QWidget *>(u"bulkFieldAccept"_s));
        QTRY_COMPARE(dialog.value().toString(), u"Spring"_s);
    }
};

KARTOTEKA_UI_TEST(tst_bulk_field, TestBulkField)
#include "tst_bulk_field.moc"
