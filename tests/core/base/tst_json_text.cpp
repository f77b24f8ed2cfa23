// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_text.h"
#include "tests/support/test_program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

class TestJsonText : public QObject
{
    Q_OBJECT

    static QString readBack(const QString &text)
    {
        QByteArray json = "[";
        appendJsonText(text, json);
        json += ']';
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(json, &error);
        return error.error == QJsonParseError::NoError ? document.array().at(0).toString() : u"! "_s + error.errorString();
    }

private slots:
    void anyTextIsReadBackAsItWas()
    {
        QRandomGenerator random(20260302);
        const QList<QChar> signs{u'"',        u'\\',    u'/', u'\n', u'\r', u'\t',         u'\b',         u'\f', QChar(0x1f),
                                 QChar(0x7f), QChar(0), u'a', u'Ё',  u'ß',  QChar(0x2028), QChar(0xffff), u' '};
        for (int round = 0; round < 2000; ++round) {
            QString text;
            const int length = random.bounded(30);
            for (int i = 0; i < length; ++i) {
                if (random.bounded(8) == 0)
                    text += QString::fromUcs4(U"\U0001F600", 1); // two UTF-16 units
                else
                    text += signs[random.bounded(int(signs.size()))];
            }
            QCOMPARE(readBack(text), text);
        }
    }

    void controlSignsAreEscaped()
    {
        QByteArray json;
        appendJsonText(u"a\"b\\c\nd\u0001"_s, json);
        QVERIFY(!json.contains('\n') && !json.contains('\x01'));
        QCOMPARE(readBack(u"a\"b\\c\nd\u0001"_s), u"a\"b\\c\nd\u0001"_s);
    }
};

KARTOTEKA_TEST(tst_json_text, TestJsonText)
#include "tst_json_text.moc"
