// SPDX-License-Identifier: GPL-3.0-or-later
// Views of the card by the command line.
#include "tests/support/command_line.h"
#include "tests/support/test_program.h"

class TestCliCardViews : public QObject, protected CommandLine
{
    Q_OBJECT

    static QStringList fieldsOf(const QJsonValue &layout, const QString &section)
    {
        QStringList fields;
        const QJsonArray sections = layout[u"sections"_s].toArray();
        for (const auto &one : sections) {
            const QJsonArray placed = one[u"name"_s] == section ? one[u"fields"_s].toArray() : QJsonArray();
            for (const auto &field : placed)
                fields << field[u"field"_s].toString();
        }
        return fields;
    }

    QJsonObject view(const QStringList &words) { return json(QStringList{u"card-view"_s} + words).object(); }

private slots:
    void init() { makeOffice(); }

    void fieldsAndSectionsAreMoved()
    {
        QJsonObject layout = view({u"section"_s, u"deal"_s, u"common"_s, u"Доставка"_s});
        QCOMPARE(m_status, 0);
        layout = view({u"field"_s, u"deal"_s, u"common"_s, u"amount"_s, u"section=доставка"_s, u"shown=always"_s});
        QCOMPARE(fieldsOf(layout, u"Доставка"_s), QStringList{u"amount"_s});
        layout = view({u"field"_s, u"deal"_s, u"common"_s, u"Комментарий"_s, u"before=Сумма"_s});
        QCOMPARE(fieldsOf(layout, u"Доставка"_s), (QStringList{u"comment"_s, u"amount"_s}));
        layout = view({u"section"_s, u"deal"_s, u"common"_s, u"Доставка"_s, u"name=Отгрузка"_s});
        QCOMPARE(fieldsOf(layout, u"Отгрузка"_s).size(), 2);
        const QString id = json({u"create"_s, u"deal"_s, u"title=Трубы"_s})[u"id"_s].toString();
        const QJsonDocument shown = json({u"show"_s, u"deal"_s, id});
        QCOMPARE(shown[u"views"_s].toArray().size(), 2);
        QCOMPARE(fieldsOf(shown[u"layout"_s], u"Отгрузка"_s).size(), 2);
        run({u"undo"_s}); // the deal
        run({u"undo"_s});
        QCOMPARE(fieldsOf(view({u"show"_s, u"deal"_s}), u"Доставка"_s).size(), 2);
        view({u"reset"_s, u"deal"_s, u"common"_s});
        QCOMPARE(m_status, 0);
        QVERIFY(fieldsOf(view({u"show"_s, u"deal"_s}), u"Доставка"_s).isEmpty());
        run({u"check"_s});
        QCOMPARE(m_status, 0);
        run({u"card-view"_s, u"field"_s, u"deal"_s, u"common"_s, u"amount"_s, u"shown=sometimes"_s});
        QCOMPARE(m_status, 2);
        run({u"card-view"_s, u"field"_s, u"deal"_s, u"common"_s, u"nothing"_s, u"shown=auto"_s});
        QCOMPARE(m_status, 2);
        run({u"card-view"_s, u"show"_s, u"deal"_s, u"Никакой"_s});
        QVERIFY(m_status != 0);
    }

    void viewsAreMadeAssignedAndForced()
    {
        run({u"department"_s, u"add"_s, u"Продажи"_s});
        view({u"add"_s, u"deal"_s, u"Опт"_s});
        QCOMPARE(m_status, 0);
        run({u"card-view"_s, u"add"_s, u"deal"_s, u"опт"_s});
        QCOMPARE(m_status, 1);
        for (const QString &taken : {u"common"_s, u"my"_s}) {
            run({u"card-view"_s, u"set"_s, u"deal"_s, u"Опт"_s, u"name="_s + taken});
            QCOMPARE(m_status, 1);
        }
        run({u"card-view"_s, u"set"_s, u"deal"_s, u"Опт"_s, u"name=ОПТ"_s});
        QCOMPARE(m_status, 0);
        run({u"card-view"_s, u"set"_s, u"deal"_s, u"Опт"_s, u"name=Опт"_s});
        const QJsonObject set = view({u"set"_s, u"deal"_s, u"Опт"_s, u"departments=Продажи"_s, u"forced=yes"_s});
        QCOMPARE(set[u"view"_s][u"departments"_s].toArray(), QJsonArray{u"Продажи"_s});
        // I am of no department.
        QCOMPARE(json({u"card-view"_s, u"list"_s, u"deal"_s}).array().size(), 2);
        const QString me = json({u"user"_s, u"list"_s})[0][u"name"_s].toString();
        run({u"user"_s, u"set"_s, me, u"department=Продажи"_s});
        QCOMPARE(m_status, 0);
        const QJsonArray list = json({u"card-view"_s, u"list"_s, u"deal"_s}).array();
        QCOMPARE(list.size(), 3);
        QVERIFY(list[2][u"applies"_s].toBool() && list[2][u"forced"_s].toBool());
        run({u"card-view"_s, u"choose"_s, u"deal"_s, u"common"_s});
        QCOMPARE(m_status, 1);
        QVERIFY2(QString::fromUtf8(m_error).contains(u"Опт"), m_error.constData());
        view({u"set"_s, u"deal"_s, u"Опт"_s, u"forced=no"_s, u"name=Розница"_s});
        QCOMPARE(m_status, 0);
        view({u"choose"_s, u"deal"_s, u"common"_s});
        QCOMPARE(m_status, 0);
        QCOMPARE(view({u"show"_s, u"deal"_s})[u"view"_s][u"kind"_s].toString(), u"common"_s);
        view({u"tabs"_s, u"deal"_s, u"common"_s, u"history,-links"_s});
        QCOMPARE(view({u"show"_s, u"deal"_s})[u"tabs"_s].toArray().size(), 2);
        run({u"card-view"_s, u"delete"_s, u"deal"_s, u"common"_s});
        QCOMPARE(m_status, 1);
        run({u"card-view"_s, u"delete"_s, u"deal"_s, u"Розница"_s});
        QCOMPARE(m_status, 0);
        QCOMPARE(json({u"card-view"_s, u"list"_s, u"deal"_s}).array().size(), 2);
    }
};

KARTOTEKA_TEST(tst_cli_card_views, TestCliCardViews)
#include "tst_cli_card_views.moc"
