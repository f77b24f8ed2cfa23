// SPDX-License-Identifier: GPL-3.0-or-later
// The card as a person works with it: header, clients, calls, links, windows, and somebody else at the same item.
#include "core/activities/activity.h"
#include "core/clients/clients.h"
#include "core/definitions/field_acts.h"
#include "core/items/item_acts.h"
#include "core/items/links.h"
#include "core/items/setting_acts.h"
#include "core/timeline/timeline.h"
#include "tests/support/card_test.h"
#include "tests/support/ui_test.h"
#include "views/card/client_field.h"
#include "views/card/stage_bar.h"
#include "views/card/timeline_view.h"
#include "views/section/board_section.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QScopeGuard>
#include <QSignalSpy>

using namespace Kartoteka;

/// Takes what the program asks the computer to open.
class Opener final : public QObject
{
    Q_OBJECT
public:
    Opener()
    {
        for (const char *scheme : {"tel", "mailto", "sms", "https", "viber"})
            QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "open");
    }
    ~Opener() override
    {
        for (const char *scheme : {"tel", "mailto", "sms", "https", "viber"})
            QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
    }
    QStringList opened;

public slots:
    void open(const QUrl &url) { opened << url.toString(QUrl::FullyEncoded); }
};

class TestCard final : public CardTest
{
    Q_OBJECT

    ItemRef ref(const QString &type, qint64 id) { return {typeId(type), id, {}}; }
    /// The row of a link, as it is shown now: those of before wait to be deleted.
    QWidget *linkRow(const QString &type, qint64 id)
    {
        const QList<QWidget *> rows = card().findChildren<QWidget *>(u"link_%1_%2"_s.arg(type).arg(id));
        const auto shown = std::find_if(rows.cbegin(), rows.cend(), [](const QWidget *row) { return row->isVisible(); });
        return shown == rows.cend() ? nullptr : *shown;
    }
    /// Types into the line that finds clients and waits for what it offers.
    QAbstractItemView *typeClient(const QString &text)
    {
        auto *line = part<QLineEdit>(u"clientSearch"_s);
        line->setFocus();
        line->clear();
        Person::type(line, text);
        QAbstractItemView *offered = line->findChild<QCompleter *>()->popup();
        return Person::waitUntil([offered] { return offered->isVisible() && offered->model()->rowCount() > 0; }) ? offered
                                                                                                                 : nullptr;
    }
    static QStringList rowsOf(const QAbstractItemView *view)
    {
        QStringList rows;
        for (int row = 0; view && row < view->model()->rowCount(); ++row)
            rows << view->model()->index(row, 0).data().toString();
        return rows;
    }
    static void choose(QAbstractItemView *view, int row)
    {
        view->setCurrentIndex(view->model()->index(row, 0));
        Person::press(view, Qt::Key_Return);
        Person::settle(50);
    }
private slots:
    void initTestCase() { setLook(); }
    void init() { makeOffice(); }
    void cleanup() { clear(); }

    void theHeadSaysWhatItIsAndFinishesIt()
    {
        const qint64 deal = m_office->create(u"deal"_s,
                                             {{u"title"_s, u"Doors"_s}, {u"amount"_s, toValue(Money{150'000, u"RUB"_s})}});
        open(u"deal"_s, deal);
        QVERIFY2(part<QLabel>(u"cardKind"_s)->text().contains(u"· created "_s),
                 qPrintable(part<QLabel>(u"cardKind"_s)->text()));
        QVERIFY(part(u"cardAmount"_s)->isVisible());
        QVERIFY(!part(u"cardCall"_s)->isVisible()); // there is nobody to call
        QVERIFY(!card().stageBar()->isFinal());
        Person::click(part(u"cardAmount"_s));
        QTRY_VERIFY(card().form()->row(u"amount"_s)->isEditing());
        Person::press(QApplication::focusWidget(), Qt::Key_Escape);
        Person::whenShown<QMenu>([](QMenu *menu) {
            Person::press(menu, Qt::Key_Down);
            Person::press(menu, Qt::Key_Return);
        });
        Person::click(part(u"cardFinish"_s));
        QTRY_COMPARE(store().schema()->stage(item(u"deal"_s, deal).reference(u"stage"_s))->code, u"won"_s);
        QTRY_VERIFY(card().stageBar()->isFinal());
    }

    void aClickOnAValueEditsItWhereItStands()
    {
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}, {u"position"_s, u"Director"_s}});
        open(u"lead"_s, lead);
        FieldRow *row = card().form()->row(u"position"_s);
        const QPoint before = row->mapTo(m_window.get(), QPoint());
        const int height = row->height();
        // Where the value is written, which is a part of its own.
        const QPoint at(row->width() / 2, row->height() / 2);
        QWidget *text = row->childAt(at);
        QVERIFY(text && text != row);
        Person::click(text, text->mapFrom(row, at));
        QTRY_VERIFY(row->isEditing());
        Person::settle();
        QCOMPARE(row->mapTo(m_window.get(), QPoint()), before);
        QCOMPARE(row->height(), height);
        picture(m_window.get(), u"in-place"_s);
        Person::press(part(u"input_position"_s), Qt::Key_A, Qt::ControlModifier);
        Person::type(part(u"input_position"_s), u"Buyer"_s);
        Person::press(part(u"input_position"_s), Qt::Key_Return);
        QTRY_COMPARE(item(u"lead"_s, lead).text(u"position"_s), u"Buyer"_s);
        QTRY_VERIFY(!row->isEditing());
        Person::press(row, Qt::Key_Return);
        QTRY_VERIFY(row->isEditing());
        Person::press(part(u"input_position"_s), Qt::Key_Escape);
        QTRY_VERIFY(!row->isEditing());
        QVERIFY(card().isVisible());
    }

    void anAmountIsEditedAsItIsRead()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::Russian));
        const auto restored = qScopeGuard([before] { QLocale::setDefault(before); });
        const qint64 lead = m_office->create(u"lead"_s,
                                             {{u"title"_s, u"Fence"_s}, {u"amount"_s, toValue(Money{8'500'050, u"RUB"_s})}});
        open(u"lead"_s, lead);
        FieldRow *row = card().form()->row(u"amount"_s);
        const int height = row->height();
        row->setFocus();
        Person::press(row, Qt::Key_Return);
        QTRY_VERIFY(row->isEditing());
        Person::settle();
        auto *input = part<QLineEdit>(u"input_amount"_s);
        QCOMPARE(input->text().simplified(), u"85 000,50"_s);
        QCOMPARE(row->height(), height);
        Person::press(input, Qt::Key_End);
        for (int digit = 0; digit < 3; ++digit)
            Person::press(input, Qt::Key_Backspace);
        Person::type(input, u"1"_s);
        Person::press(input, Qt::Key_Return);
        QTRY_COMPARE(item(u"lead"_s, lead).value(u"amount"_s).value<Money>().minor, 85'000'100);
    }

    void aClientIsFoundByAnyFormOfThePhone()
    {
        const qint64 acme = m_office->create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        const Value companies = toValue(Members{{.text = {}, .label = {}, .ref = {0, acme, {}}, .key = {}}});
        const qint64 anna = m_office->create(
            u"contact"_s,
            {{u"last_name"_s, u"Bell"_s}, {u"phone"_s, textMembers({u"+7 913 123-45-67"_s})}, {u"companies"_s, companies}});
        const qint64 boris = m_office->create(u"contact"_s, {{u"last_name"_s, u"Berg"_s}});
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}});
        open(u"lead"_s, lead);
        QAbstractItemView *offered = typeClient(u"8 913 123"_s);
        QVERIFY2(rowsOf(offered).value(0) == u"Bell", qPrintable(rowsOf(offered).join(u", "_s)));
        choose(offered, 0);
        QTRY_COMPARE(item(u"lead"_s, lead).reference(u"client_contact"_s), anna);
        // The contact's company is offered, one click away.
        QTRY_VERIFY(card().findChild<QWidget *>(u"clientOffer"_s));
        Person::click(part(u"clientOffer"_s));
        QTRY_COMPARE(item(u"lead"_s, lead).reference(u"client_company"_s), acme);
        offered = typeClient(u"ber"_s);
        QVERIFY(offered);
        choose(offered, 0);
        const auto clients = [&] { return clientsIn(*store().schema(), item(u"lead"_s, lead)); };
        QTRY_COMPARE(clients().contacts.size(), 2);
        QCOMPARE(clients().contacts.first().id, anna);
        // The second becomes the first by the key.
        QTRY_VERIFY(card().findChild<QWidget *>(u"client_%1"_s.arg(boris)));
        QWidget *name = part(u"client_%1"_s.arg(boris))->findChild<QWidget *>(u"clientName"_s);
        name->setFocus();
        Person::press(name, Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(item(u"lead"_s, lead).reference(u"client_contact"_s), boris);
        QTRY_VERIFY(card().findChild<QWidget *>(u"client_%1"_s.arg(acme)));
        Person::click(part(u"client_%1"_s.arg(acme))->findChild<QWidget *>(u"clientRemove"_s));
        QTRY_COMPARE(item(u"lead"_s, lead).reference(u"client_company"_s), 0);
        picture(m_window.get(), u"clients"_s);
    }

    void aNewLeadMakesItsClientsInTheSameActOrNotAtAll()
    {
        openWindow();
        const auto begin = [&](bool isAdded) {
            office().createItem();
            QTRY_VERIFY(card().isCreating());
            Person::settle();
            QAbstractItemView *offered = typeClient(u"Inna Orlova"_s);
            QCOMPARE(rowsOf(offered).size(), 2); // a contact or a company of that name
            choose(offered, 0);
            QTRY_VERIFY(part(u"newClient"_s)->isVisible());
            QCOMPARE(part<QLineEdit>(u"newClient_last_name"_s)->text(), u"Orlova"_s);
            Person::type(part(u"newClient_phone"_s), u"+7 913 123-45-67"_s);
            Person::click(part(isAdded ? u"newClientAdd"_s : u"newClient_phone"_s));
            QTRY_COMPARE(part(u"newClient"_s)->isVisible(), !isAdded);
        };
        begin(true);
        Person::click(part(u"cardCancel"_s));
        QTRY_VERIFY(!card().isVisible());
        QCOMPARE(countOf(u"contact"_s), 0);
        QCOMPARE(countOf(u"lead"_s), 0);
        begin(false); // saving takes it all the same
        Person::click(part(u"cardSave"_s));
        QTRY_COMPARE(countOf(u"lead"_s), 1);
        QCOMPARE(countOf(u"contact"_s), 1);
        QTRY_VERIFY(!card().isCreating());
        const Item lead = item(u"lead"_s, card().item().id);
        QVERIFY(lead.reference(u"client_contact"_s) != 0);
        // One act: undo takes both back.
        QVERIFY(store().undo().result());
        QCoreApplication::processEvents();
        QCOMPARE(countOf(u"contact"_s), 0);
        QCOMPARE(countOf(u"lead"_s), 0);
    }

    void whoIsThereAlreadyIsShownWhileANewOneIsTyped()
    {
        const qint64 anna = m_office->create(
            u"contact"_s, {{u"last_name"_s, u"Bell"_s}, {u"phone"_s, textMembers({u"+7 913 123-45-67"_s})}});
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}});
        open(u"lead"_s, lead);
        QAbstractItemView *offered = typeClient(u"Somebody"_s);
        QVERIFY(offered);
        choose(offered, 0);
        Person::type(part(u"newClient_phone"_s), u"89131234567"_s);
        QTRY_VERIFY(card().findChild<QWidget *>(u"newClientSame"_s));
        Person::click(part(u"newClientSame"_s));
        QTRY_COMPARE(item(u"lead"_s, lead).reference(u"client_contact"_s), anna);
        QCOMPARE(countOf(u"contact"_s), 1);
    }

    void aCallIsADraftUntilItIsNoted()
    {
        Opener opener;
        const qint64 lead = m_office->create(u"lead"_s,
                                             {{u"title"_s, u"Fence"_s}, {u"phone"_s, textMembers({u"8 913 123-45-67"_s})}});
        open(u"lead"_s, lead);
        QVERIFY(part(u"cardCall"_s)->isVisible());
        const auto entries = [&] {
            int calls = 0;
            auto timeline = readTimeline(store().reader(), ref(u"lead"_s, lead), {}, 50);
            for (const TimelineEntry &entry : timeline ? timeline->entries : QList<TimelineEntry>())
                calls += entry.record.type == typeId(u"activity"_s) ? 1 : 0;
            return calls;
        };
        Person::click(part(u"cardCall"_s));
        QCOMPARE(opener.opened, QStringList(u"tel:+79131234567"_s));
        QTRY_VERIFY(part(u"contactDraft"_s)->isVisible());
        Person::press(part(u"contactResult"_s), Qt::Key_Escape);
        QTRY_VERIFY(!part(u"contactDraft"_s)->isVisible());
        QCOMPARE(entries(), 0);
        Person::click(part(u"cardCall"_s));
        Person::type(part(u"contactResult"_s), u"They want two"_s);
        Person::press(part(u"contactResult"_s), Qt::Key_Return);
        QTRY_VERIFY(entries() > 0);
        auto planned = plannedActivities(store().reader(), ref(u"lead"_s, lead));
        QVERIFY(planned && planned->isEmpty()); // it was done
        // Of one that nobody wrote about nothing is kept, unless the office wants each.
        const int noted = entries();
        for (const int kept : {0, 1}) {
            Person::click(part(u"cardCall"_s));
            QTRY_VERIFY(part(u"contactDraft"_s)->isVisible());
            QVERIFY(card().mayClose());
            QTRY_VERIFY(!part(u"contactDraft"_s)->isVisible());
            QTRY_COMPARE(entries(), noted + kept);
            QVERIFY(store().commitAndWait(*planSettings({{u"contact_notes"_s, u"kept"_s}})));
        }
    }

    void messengersOpenByTheNumber_data()
    {
        QTest::addColumn<int>("entry");
        QTest::addColumn<QString>("url");
        QTest::addRow("SMS") << 0 << u"sms:+79131234567"_s;
        QTest::addRow("WhatsApp") << 1 << u"https://wa.me/79131234567"_s;
        QTest::addRow("Telegram") << 2 << u"https://t.me/+79131234567"_s;
        QTest::addRow("Viber") << 3 << u"viber://chat?number=%2B79131234567"_s;
    }
    void messengersOpenByTheNumber()
    {
        QFETCH(int, entry);
        QFETCH(QString, url);
        Opener opener;
        const qint64 anna = m_office->create(
            u"contact"_s, {{u"last_name"_s, u"Bell"_s}, {u"phone"_s, textMembers({u"8 913 123-45-67"_s})}});
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"Doors"_s}, {u"client_contact"_s, anna}});
        open(u"deal"_s, deal);
        Person::whenShown<QMenu>([entry](QMenu *menu) {
            menu->setActiveAction(menu->actions().at(entry));
            Person::press(menu, Qt::Key_Return);
        });
        Person::click(part(u"clientMessage"_s));
        QTRY_COMPARE(opener.opened, QStringList(url));
        QVERIFY(part(u"contactDraft"_s)->isVisible());
    }

    void whatSomebodyElseWritesMeanwhileIsShownBeside_data()
    {
        QTest::addColumn<bool>("takes");
        QTest::addRow("take it") << true;
        QTest::addRow("keep mine") << false;
    }
    void whatSomebodyElseWritesMeanwhileIsShownBeside()
    {
        QFETCH(bool, takes);
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}, {u"comment"_s, u"old"_s}});
        open(u"lead"_s, lead);
        FieldRow *row = card().form()->row(u"comment"_s);
        row->beginEdit();
        auto *input = part(u"input_comment"_s);
        Person::press(input, Qt::Key_A, Qt::ControlModifier);
        Person::type(input, u"mine"_s);
        QVERIFY(store().commitAndWait(planEdit(*store().schema(), item(u"lead"_s, lead), {{u"comment"_s, u"theirs"_s}})));
        auto *line = part<QLabel>(u"meanwhile_comment"_s);
        QTRY_VERIFY(line->isVisible());
        QVERIFY2(line->text().contains(u"theirs"_s), qPrintable(line->text()));
        QCOMPARE(*row->editedValue(), Value(u"mine"_s));
        // Saving is no way around the question.
        Person::press(input, Qt::Key_Return, Qt::ControlModifier);
        Person::settle();
        QCOMPARE(item(u"lead"_s, lead).text(u"comment"_s), u"theirs"_s);
        emit line->linkActivated(takes ? u"take"_s : u"keep"_s);
        if (!takes)
            Person::press(part(u"input_comment"_s), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(item(u"lead"_s, lead).text(u"comment"_s), takes ? u"theirs"_s : u"mine"_s);
        QTRY_VERIFY(!row->isEditing());
    }

    void tabsAreMadeWhenTheyAreShown()
    {
        const qint64 acme = m_office->create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"Doors"_s}, {u"client_company"_s, acme}});
        const qint64 other = m_office->create(u"deal"_s, {{u"title"_s, u"Windows"_s}});
        open(u"company"_s, acme);
        CardPages *pages = card().pages();
        QVERIFY(!pages->findChild<QWidget *>(u"linksTab"_s));
        QTRY_VERIFY(pages->bar()->tabText(1).contains(u"1"_s)); // one deal
        pages->bar()->setFocus();
        Person::press(pages->bar(), Qt::Key_Right);
        QTRY_VERIFY(linkRow(u"deal"_s, deal));
        // Linking another one, and taking it away.
        auto *line = part<QLineEdit>(u"linkSearch"_s);
        line->setFocus();
        Person::type(line, u"Windows"_s);
        QAbstractItemView *offered = line->findChild<QCompleter *>()->popup();
        QTRY_VERIFY(offered->isVisible());
        choose(offered, 0);
        QTRY_VERIFY(linkRow(u"deal"_s, other));
        Person::settle();
        picture(m_window.get(), u"links"_s);
        auto *title = linkRow(u"deal"_s, other)->findChild<QWidget *>(u"linkTitle"_s);
        title->setFocus();
        Person::press(title, Qt::Key_Delete);
        QTRY_VERIFY(!linkRow(u"deal"_s, other));
        QTRY_VERIFY(linkRow(u"deal"_s, deal));
        // A new one that names it, from a menu of the tab that goes with the new card.
        Person::whenNamed(u"linkCreateMenu"_s, [](QWidget *asked) {
            auto *menu = qobject_cast<QMenu *>(asked);
            menu->setActiveAction(menu->actions().constLast());
            Person::press(menu, Qt::Key_Return);
        });
        Person::click(part(u"linkCreate"_s));
        QTRY_VERIFY(card().isCreating());
        Person::click(part(u"cardCancel"_s));
        QTRY_VERIFY(!card().isVisible());
        office().openItem(ref(u"company"_s, acme));
        pages->showPage(u"links"_s);
        QTRY_VERIFY(linkRow(u"deal"_s, deal));
        Person::click(part(u"linksCreate"_s));
        QTRY_VERIFY(card().isCreating());
        Person::click(part(u"cardSave"_s));
        QTRY_VERIFY(!card().isCreating());
        QCOMPARE(item(u"deal"_s, card().item().id).reference(u"client_company"_s), acme);
    }

    void aFieldShowsItsItemsAsATab()
    {
        const Field company = *m_office->schema().field(m_office->typeId(u"deal"_s), u"client_company"_s);
        ChangeSet changes;
        changes.update(u"field"_s, company.id, {{u"as_tab"_s, true}});
        QVERIFY(m_office->store().commitAndWait(changes));
        const qint64 acme = m_office->create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"Doors"_s}, {u"client_company"_s, acme}});
        open(u"company"_s, acme);
        CardPages *pages = card().pages();
        const QString tab = u"field:"_s + company.uid.toString(QUuid::WithoutBraces);
        pages->showPage(tab);
        QCOMPARE(pages->shownPage(), tab);
        QTRY_VERIFY(linkRow(u"deal"_s, deal));
        // What shows the same stays while others come: the press of a person is not lost.
        const QWidget *stands = linkRow(u"deal"_s, deal);
        ChangeSet another = planCreate(*store().schema(), *store().schema()->type(u"deal"_s),
                                       {{u"title"_s, u"Windows"_s}, {u"client_company"_s, acme}});
        const auto made = store().commitAndWait(another);
        QVERIFY(made);
        QTRY_VERIFY(linkRow(u"deal"_s, made->created.constBegin().value()));
        QCOMPARE(linkRow(u"deal"_s, deal), stands);
        // All of them in their section.
        Person::click(part(u"linksSection"_s));
        QTRY_VERIFY(!card().isVisible());
        QCOMPARE(page().typeId(), typeId(u"deal"_s));
        QCOMPARE(page().filter()->text(), u"client_company = Acme"_s);
        BoardModel &board = *page().part<BoardSection>()->model();
        QTRY_VERIFY(board.columnCount() > 0 && board.cardCount(0) == 2);
    }

    void aCardStandsInAWindowOfItsOwn()
    {
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}});
        open(u"lead"_s, lead);
        Person::press(&card(), Qt::Key_Return, Qt::ShiftModifier);
        const auto window = [] {
            for (QWidget *one : QApplication::topLevelWidgets()) {
                if (one->objectName() == u"cardWindow" && one->isVisible())
                    return one;
            }
            return static_cast<QWidget *>(nullptr);
        };
        QTRY_VERIFY(window());
        QTRY_VERIFY(!card().isVisible());
        QCOMPARE(window()->windowTitle(), u"Fence"_s);
        // An item has one card: asked for again it comes to the front.
        office().openItem(ref(u"lead"_s, lead));
        Person::settle();
        QVERIFY(!card().isVisible());
        auto *alone = window()->findChild<CardPanel *>();
        QVERIFY(alone && alone->item() == ref(u"lead"_s, lead));
        QVERIFY(store().commitAndWait(planEdit(*store().schema(), item(u"lead"_s, lead), {{u"title"_s, u"Gate"_s}})));
        QTRY_COMPARE(alone->findChild<QWidget *>(u"cardTitle"_s)->accessibleName(), u"Title: Gate"_s);
        Person::press(alone, Qt::Key_Escape);
        QTRY_VERIFY(!window());
    }

    void aNarrowCardHasItsTimelineBehindATab()
    {
        open(u"lead"_s, m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}}));
        auto *fields = form().parentWidget();
        QTabBar *bar = card().pages()->bar();
        const int tabs = bar->count();
        QVERIFY(fields->isVisible() && card().timeline()->isVisible());
        card().resize(500, card().height());
        QTRY_COMPARE(bar->count(), tabs + 1);
        QVERIFY(fields->isVisible() && !card().timeline()->isVisible());
        Person::click(bar, bar->tabRect(1).center());
        QTRY_VERIFY(!fields->isVisible() && card().timeline()->isVisible());
        QTRY_VERIFY(card().timeline()->mapTo(&card(), QPoint(card().timeline()->width(), 0)).x() <= card().width());
        card().showComment(0);
        QTRY_VERIFY(fields->isVisible() && !card().timeline()->isVisible());
        card().resize(900, card().height());
        QTRY_COMPARE(bar->count(), tabs);
        QVERIFY(fields->isVisible() && card().timeline()->isVisible());
    }

    void theNextOneOfTheListComesByTheKey()
    {
        for (int i = 0; i < 5; ++i)
            m_office->create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i)}});
        openWindow();
        auto *board = page().part<BoardSection>();
        QTRY_COMPARE(board->model()->cardCount(0), 5);
        office().openItem(ref(u"lead"_s, board->model()->card(0, 0)->id));
        Person::settle();
        QTRY_VERIFY(card().isAncestorOf(QApplication::focusWidget()));
        for (int i = 1; i < 5; ++i) {
            Person::press(&card(), Qt::Key_Down, Qt::AltModifier);
            QTRY_COMPARE(card().item().id, board->model()->card(0, i)->id);
        }
        Person::press(&card(), Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(card().item().id, board->model()->card(0, 3)->id);
    }
};

KARTOTEKA_UI_TEST(tst_card, TestCard)

#include "tst_card.moc"
