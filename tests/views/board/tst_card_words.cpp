// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/short_sum.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/board/card_painter.h"
#include "views/board/column_layout.h"

#include <QApplication>
#include <QTest>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

/// What a card says, and how high it is for it.
class TestCardWords : public QObject
{
    Q_OBJECT

    const QDateTime m_now{QDate(2026, 3, 11), QTime(14, 0)}; // a Wednesday

    Card due(const QDateTime &at, int red = 0) const
    {
        Card card;
        card.lights = {red, 0, 1};
        card.nextDeadline = Value(at.toMSecsSinceEpoch());
        return card;
    }
    int heightOf(const Card &card, int width = 280) const
    {
        return CardPainter(QApplication::font(), QApplication::palette()).height(card, width);
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    /// What is planned is cut short beside the amount, and left out where nothing of it could be read.
    void theAmountKeepsItsPlace()
    {
        const CardPainter painter(QApplication::font(), QApplication::palette());
        Card card = due(m_now.addDays(-200), 1);
        const auto actIn = [&](int width) {
            return painter.nextActRect({0, 0, width, 200}, card, false, m_now.toMSecsSinceEpoch());
        };
        card.amount = QVariant::fromValue(Money{12'345'678'90, u"EUR"_s});
        const int words =
            QFontMetrics(Theme::strong(QApplication::font())).horizontalAdvance(shortSum(card.amount.value<Money>()));
        QVERIFY(!actIn(600).isNull());
        for (int width = 600; width >= 120; width -= 20) {
            const QRect act = actIn(width);
            QVERIFY(act.isNull() || act.left() - Space::m >= words);
        }
        QVERIFY(actIn(120).isNull());
    }

    void theNextActIsLateTodayOrLater()
    {
        const NextAct late = nextActOf(due(m_now.addDays(-2)), false, m_now);
        QCOMPARE(late.kind, NextAct::Kind::Late);
        QVERIFY(late.isUrgent() && late.text.contains(u'2'));
        const NextAct today = nextActOf(due(m_now.addSecs(3600)), false, m_now);
        QCOMPARE(today.text, u"15:00"_s);
        QCOMPARE(today.kind, NextAct::Kind::Today);
        // Red as soon as its counter is.
        QCOMPARE(nextActOf(due(m_now.addSecs(600), 1), false, m_now).kind, NextAct::Kind::Late);
        QCOMPARE(nextActOf(due(m_now.addSecs(600), 3), false, m_now).text, u"3 · 14:10"_s);
        QCOMPARE(nextActOf(due(m_now.addDays(1)), false, m_now).text, u"tomorrow"_s);
        const NextAct later = nextActOf(due(m_now.addDays(2)), false, m_now);
        QCOMPARE(later.text, u"Fri 14:00"_s);
        QCOMPARE(later.kind, NextAct::Kind::Later);
        QVERIFY(nextActOf(due(m_now.addDays(30)), false, m_now).text.contains(u"10"_s));
    }

    void whatComesInIsAnsweredFirst()
    {
        Card card = due(m_now.addDays(-1), 1);
        card.lights.green = 1;
        QCOMPARE(nextActOf(card, false, m_now).kind, NextAct::Kind::Answer);
    }

    void nothingPlannedIsSaidOnlyOfWhatIsInProgress()
    {
        QCOMPARE(nextActOf({}, false, m_now).kind, NextAct::Kind::Unplanned);
        QVERIFY(nextActOf({}, true, m_now).text.isEmpty());
        QVERIFY(nextActInWords({}, true, m_now).isEmpty());
        Card undated;
        undated.lights.planned = 1;
        QCOMPARE(nextActOf(undated, false, m_now).text, u"no deadline"_s);
    }

    void aCardIsAsHighAsWhatItShows()
    {
        Card card;
        card.id = 1;
        card.title = u"Desk"_s;
        const int bare = heightOf(card);
        card.client = u"Acme"_s;
        const int withClient = heightOf(card);
        QVERIFY(withClient > bare);
        card.tags = {u"urgent"_s};
        const int withTags = heightOf(card);
        QVERIFY(withTags > withClient);
        for (int i = 0; i < 40; ++i)
            card.tags << u"tag %1"_s.arg(i);
        QCOMPARE(heightOf(card), withTags); // on one line, the rest as a number
        card.id = 2;
        card.title = QString(u"Long title of a lead "_s).repeated(250);
        const int twoLines = heightOf(card);
        QVERIFY(twoLines > withTags);
        card.title += card.title;
        QCOMPARE(heightOf(card), twoLines); // never a third
        QVERIFY(heightOf(card, 40) > 0);
    }

    void aRepeatLeadBearsABadge()
    {
        TestOffice office;
        Card card;
        card.title = u"Desk"_s;
        const int bare = heightOf(card);
        QVERIFY(!cardInWords(card, office.schema()).contains(u"Repeat"_s));
        card.repeat = true;
        QVERIFY(heightOf(card) > bare);
        QVERIFY(cardInWords(card, office.schema()).contains(u"Repeat"_s));
        const int badged = heightOf(card);
        card.client = u"Acme"_s;
        QCOMPARE(heightOf(card), badged); // the client stands beside it
    }

    void everyKindOfTextIsPainted()
    {
        TestOffice office;
        const CardPainter painter(QApplication::font(), QApplication::palette());
        for (const QString &title :
             {QString(), QString(5000, u'W'), u"👩‍👩‍👧‍👦 семья"_s, u"שלום עולם"_s, u"a\nb\tc"_s}) {
            Card card;
            card.title = title;
            card.client = title;
            card.tags = {title, title};
            card.repeat = true;
            const QRect rect(10, 10, 260, painter.height(card, 260));
            QImage image(280, rect.height() + 20, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter on(&image);
            painter.paint(on, rect, card, {.light = 1, .focused = true, .selected = true}, office.store().schema(),
                          m_now.toMSecsSinceEpoch());
            on.end();
            // Nothing is drawn beside it but its shadow.
            QVERIFY(qGray(image.pixel(2, rect.center().y())) > 200);
            QVERIFY(qGray(image.pixel(276, rect.center().y())) > 200);
        }
    }

    void whatIsPaintedAgainIsWhatItIsNow()
    {
        TestOffice office;
        const CardPainter kept(QApplication::font(), QApplication::palette());
        Card card;
        card.id = 7;
        card.title = u"Roof"_s;
        card.client = u"Acme"_s;
        card.hasPhone = true;
        card.responsible = office.schema().users().constFirst().id;
        card.nextDeadline = m_now.addSecs(3600).toMSecsSinceEpoch();
        const auto painted = [&](const CardPainter &painter, const CardState &state, const QDateTime &now) {
            QImage image(280, 200, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter on(&image);
            painter.paint(on, QRect(10, 10, 260, 180), card, state, office.store().schema(), now.toMSecsSinceEpoch());
            on.end();
            return image;
        };
        // Whatever changes, one that has painted before paints as one that has not.
        const auto isCurrent = [&](const CardState &state, const QDateTime &now) {
            return painted(kept, state, now)
                == painted(CardPainter(QApplication::font(), QApplication::palette()), state, now);
        };
        const QImage first = painted(kept, {}, m_now);
        QCOMPARE(painted(kept, {}, m_now), first);
        for (const CardState &state : {CardState{.light = 1}, CardState{.selected = true}, CardState{.isFinal = true},
                                       CardState{.search = u"oo"_s}, CardState{}})
            QVERIFY(isCurrent(state, m_now));
        QVERIFY(isCurrent({}, m_now.addDays(2))); // it is late now
        QVERIFY(painted(kept, {}, m_now.addDays(2)) != first);
        card.title = u"Fence"_s;
        QVERIFY(isCurrent({}, m_now));
        card.title = u"Roof"_s;
        QCOMPARE(painted(kept, {}, m_now), first);
        ChangeSet renamed;
        renamed.update(u"user"_s, card.responsible, {{u"name"_s, u"Zoe Quill"_s}});
        QVERIFY(office.store().commitAndWait(std::move(renamed)));
        QVERIFY(isCurrent({}, m_now));
        QVERIFY(painted(kept, {}, m_now) != first);
    }

    void lanesShareTheWidth()
    {
        ColumnLayout layout;
        layout.setDefaults(264, 400, 44, 12, 16);
        layout.setColumns({1, 2, 3});
        layout.setRoom(1232, 56);
        QCOMPARE(layout.width(0), layout.width(2));
        QVERIFY(qAbs(layout.totalWidth() - 1232) <= 3);
        layout.setFolded(1, true);
        QCOMPARE(layout.width(0), 400); // not wider than can be read
        layout.setRoom(700, 56);
        layout.setFolded(1, false);
        QCOMPARE(layout.width(0), 264); // nor narrower: the board scrolls
        QVERIFY(layout.totalWidth() > 700);
        QList<qint64> many;
        for (int i = 1; i <= 60; ++i)
            many << i;
        layout.setColumns(many);
        QCOMPARE(layout.width(59), 264);
        QCOMPARE(layout.columnAt(layout.left(59) + 5), 59);
    }

    void sumsAreShortFromAMillionOn()
    {
        const QLocale english(u"en_GB"_s);
        QCOMPARE(shortSum({99'999'900, u"USD"_s}, english), moneyText({99'999'900, u"USD"_s}, english));
        QCOMPARE(shortSum({1'074'000'000, u"USD"_s}, english), u"$10.74M"_s);
        QCOMPARE(shortSum({847'989, u"USD"_s}, english), shortSum({848'000, u"USD"_s}, english)); // rounded, not cut
        QCOMPARE(shortSum({-847'950, u"USD"_s}, english), shortSum({-848'000, u"USD"_s}, english));
        QCOMPARE(shortSum({99'999'960, u"USD"_s}, english), u"$1M"_s);
        QCOMPARE(shortSum({-1'000'000'000, u"USD"_s}, english).remove(u'−'), u"$10M"_s);
        QCOMPARE(shortSum({250'000'000'000, u"USD"_s}, english), u"$2.5bn"_s);
        QCOMPARE(shortSum({99'970'000'000, u"USD"_s}, english), u"$1bn"_s); // not 1,000M
        const QString russian = shortSum({1'074'000'000, u"RUB"_s}, QLocale(u"ru_RU"_s));
        QVERIFY2(russian.startsWith(u"10,74"_s) && russian.endsWith(u'₽'), qPrintable(russian));
    }
};

KARTOTEKA_UI_TEST(tst_card_words, TestCardWords)
#include "tst_card_words.moc"
